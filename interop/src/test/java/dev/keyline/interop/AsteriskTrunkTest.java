package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.audio.tone.ToneSource;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.line.HeldKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A Keyline exchange and a real Asterisk with a trunk between them, of either kind: twenty calls
/// each way, and some of them measured.
@Busy
class AsteriskTrunkTest {
    private static final int CALLS = 20;
    private static final int MEASURED = 3;
    private static final int BLOCKS = 100;

    private static final String ASTERISK_IAX =
            """
            trunktimestamps=%s
            [keyline]
            type=friend
            host=127.0.0.1
            port=%d
            username=asterisk
            auth=rsa
            inkeys=keyline
            outkey=asterisk
            context=in
            trunk=yes
            """;
    private static final String ASTERISK_EXTENSIONS =
            """
            [in]
            exten => 600,1,Answer()
             same => n,Echo()
            [record]
            exten => _X.,1,Answer()
             same => n,Record(%s/heard${EXTEN}.wav,0,3,q)
            """;
    private static final String KEYLINE_IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            trunktimestamps=%s
            [asterisk]
            type=friend
            host=127.0.0.1
            port=%d
            username=keyline
            outkey=keyline
            auth=rsa
            inkeys=asterisk
            context=in
            trunk=yes
            [phone]
            type=user
            inkeys=phone
            context=in
            """;
    private static final String KEYLINE_EXTENSIONS =
            """
            [in]
            exten => 602,1,Answer()
             same => n,Milliwatt()
            exten => 700,1,Dial(IAX2/asterisk/600,10)
            """;

    /// What passed between the two exchanges: trunk frames of the kind wanted, and mini frames.
    private static final class Traffic {
        final AtomicLong trunkOut = new AtomicLong();
        final AtomicLong trunkIn = new AtomicLong();
        final AtomicLong mini = new AtomicLong();
        private final int asterisk;
        private final int kind;

        Traffic(int asterisk, boolean timestamps) {
            this.asterisk = asterisk;
            this.kind = timestamps ? 1 : 0;
        }

        void isTrunkedBothWays() {
            assertThat(trunkOut.get()).as("trunk frames sent").isGreaterThan(BLOCKS);
            assertThat(trunkIn.get()).as("trunk frames received").isGreaterThan(BLOCKS);
        }

        void saw(boolean sent, PeerAddress peer, byte[] datagram) {
            if (peer.port() != asterisk || datagram[0] < 0) {
                return;
            }
            if (datagram[0] != 0 || datagram[1] != 0) {
                mini.incrementAndGet();
            } else if (datagram[2] == 1 && datagram[3] == kind) {
                (sent ? trunkOut : trunkIn).incrementAndGet();
            }
        }
    }

    @TempDir Path temporary = Path.of("");

    private static OwnExchange exchange(
            Path folder, int asterisk, boolean timestamps, Traffic traffic) throws IOException {
        var home = Files.createDirectories(folder.resolve("keyline"));
        Files.createSymbolicLink(home.resolve("keys"), AsteriskPeer.keys(folder));
        return OwnExchange.start(
                home,
                0,
                KEYLINE_IAX.formatted(yes(timestamps), asterisk),
                KEYLINE_EXTENSIONS,
                (sent, peer, datagram, _, _) -> traffic.saw(sent, peer, datagram));
    }

    private static String yes(boolean flag) {
        return flag ? "yes" : "no";
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twentyCallsEachWay(boolean timestamps) throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(temporary);
        for (var name : List.of("asterisk", "keyline", "phone")) {
            AsteriskPeer.generateKey(AsteriskPeer.keys(folder), name);
        }
        int port = AsteriskPeer.freePort();
        var traffic = new Traffic(port, timestamps);
        try (var keyline = exchange(folder, port, timestamps, traffic);
                var asterisk =
                        AsteriskPeer.start(
                                AsteriskPeer.binary().orElseThrow(),
                                folder,
                                port,
                                ASTERISK_IAX.formatted(yes(timestamps), keyline.port()),
                                ASTERISK_EXTENSIONS.formatted(folder));
                var phone =
                        Phone.open(
                                new HeldKeys(
                                        KeyRing.load(AsteriskPeer.keys(folder)),
                                        InstantSource.system()))) {
            keylineCallsAndHearsItselfEchoed(phone, keyline.port());
            traffic.isTrunkedBothWays();
            asteriskCallsAndRecordsOurTone(asterisk, folder);
        }
        assertThat(traffic.mini).as("mini frames between the two").hasValue(0);
    }

    private static void keylineCallsAndHearsItselfEchoed(Phone phone, int port) throws Exception {
        var calls = new ArrayList<PhoneCall>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(dial(phone, port)); // one by one: maxauthreq is 3 at both
        }
        var voices =
                calls.stream().map(call -> Thread.ofVirtual().start(() -> talk(call))).toList();
        for (var voice : voices) {
            voice.join();
        }
        for (int i = 0; i < CALLS; i++) {
            var samples = heard(calls.get(i));
            assertThat(samples.length)
                    .as("echo of call %s", i)
                    .isGreaterThan(BLOCKS * 160 * 8 / 10);
            if (i < MEASURED) {
                double level = Level.at(hertz(calls.get(i)), samples, 4000, 8000);
                assertThat(level).as("level of call %s, dBm0", i).isBetween(-12.0, -8.0);
            }
            calls.get(i).hangUp();
        }
    }

    private static PhoneCall dial(Phone phone, int port) throws InterruptedException {
        var credentials = Credentials.usual("phone", Optional.of("phone"), Optional.empty());
        var keyline = PeerAddress.ofIPv4("127.0.0.1", port);
        var ulaw = MediaOffer.of(List.of(MediaFormat.ULAW));
        var call = phone.dial(Destination.of(keyline, "700", null, credentials, ulaw));
        await(call, CallEvent.Answered.class);
        return call;
    }

    /// Each call has a tone of its own, so that no voice gets into another call unnoticed.
    private static double hertz(PhoneCall call) {
        return 500 + 50 * (call.id().value() % 20);
    }

    private static void talk(PhoneCall call) {
        var tone = Cadence.steady(Tone.of(hertz(call), -10));
        var source = new ToneSource(tone);
        long start = System.nanoTime();
        var samples = new short[160];
        var octets = new byte[160];
        var encoder = Codec.ULAW.encoder();
        for (int i = 0; i < BLOCKS; i++) {
            source.next(samples, 0, samples.length);
            encoder.encode(samples, 0, samples.length, octets, 0);
            call.speak(MediaFormat.ULAW, Bytes.copyOf(octets));
            sleepUntil(start + (i + 1) * 20_000_000L);
        }
        sleepUntil(System.nanoTime() + 500_000_000L);
    }

    private static void sleepUntil(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <E extends CallEvent> void await(PhoneCall call, Class<E> kind)
            throws InterruptedException {
        while (true) {
            var event =
                    call.next(Duration.ofSeconds(15))
                            .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName()));
            if (kind.isInstance(event)) {
                return;
            }
        }
    }

    /// All that has been heard up to now.
    private static short[] heard(PhoneCall call) throws InterruptedException {
        var samples = new short[BLOCKS * 2 * 160];
        var decoder = Codec.ULAW.decoder();
        int count = 0;
        for (var event = call.next(Duration.ZERO); event.isPresent(); ) {
            if (event.get() instanceof CallEvent.Heard(_, _, var payload)
                    && count + payload.length() <= samples.length) {
                decoder.decode(payload.toArray(), 0, payload.length(), samples, count);
                count += payload.length();
            }
            event = call.next(Duration.ZERO);
        }
        return Arrays.copyOf(samples, count);
    }

    private static void asteriskCallsAndRecordsOurTone(AsteriskPeer asterisk, Path folder)
            throws Exception {
        for (int i = 0; i < CALLS; i++) {
            asterisk.cli("channel originate IAX2/keyline/602 extension 1" + i + "@record");
        }
        asterisk.await(CALLS + " active call", () -> asterisk.cli("core show channels"));
        for (int i = 0; i < MEASURED; i++) {
            var file = folder.resolve("heard1" + i + ".wav");
            asterisk.await(
                    "true",
                    () -> Boolean.toString(Files.exists(file) && Files.size(file) > 44_000));
            var sound = (Sound) SoundFile.read(file);
            assertThat(Level.at(1004, sound.samples(), 8000, 12_000))
                    .as("level of recording %s, dBm0", i)
                    .isBetween(-2.0, 2.0);
        }
        asterisk.cli("channel request hangup all");
    }
}
