package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.codec.G711;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.audio.tone.ToneSource;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.line.HeldKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encrypted calls between our library and a real Asterisk, both ways: an RSA key or MD5 as the
/// proof, a shared secret for the encryption. Asterisk's Echo() gives back what it could decipher,
/// so a tone that returns was right both ways.
@InRealTime
class AsteriskEncryptionTest {
    private static final String SECRET = "shared-1";
    private static final String IAX =
            """
            [rsa]
            type=user
            auth=rsa
            inkeys=east
            secret=shared-1
            encryption=yes
            context=in
            [md5]
            type=user
            auth=md5
            secret=shared-1
            encryption=yes
            context=in
            [forced]
            type=user
            auth=rsa
            inkeys=east
            secret=shared-1
            forceencryption=yes
            context=in
            [clear]
            type=user
            auth=rsa
            inkeys=east
            secret=shared-1
            context=in
            """
                    + peer("toall", "all", "secret=shared-1\nencryption=yes")
                    + peer("tomd5", "md5", "auth=md5\nsecret=shared-1\nencryption=yes")
                    + peer("torotating", "rotating", "secret=shared-1\nencryption=yes")
                    + peer("toforced", "forced", "secret=shared-1\nencryption=yes")
                    + peer("toforcedclear", "forced", "secret=shared-1")
                    + peer("towrong", "all", "secret=another\nencryption=yes")
                    + peer("tonosecret", "all", "encryption=yes");
    private static final String EXTENSIONS =
            """
            [in]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => 602,1,Answer()
             same => n,Milliwatt()
            [tone]
            exten => s,1,Answer()
             same => n,Milliwatt()
            [echo]
            exten => s,1,Answer()
             same => n,Echo()
            """;

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable Phone phone;
    private static final LinkedBlockingQueue<PhoneCall> ARRIVED = new LinkedBlockingQueue<>();

    private static final LinkedBlockingQueue<PeerAddress> REJECTIONS = new LinkedBlockingQueue<>();

    private static String peer(String section, String user, String lines) {
        return """
        [%s]
        type=peer
        host=127.0.0.1
        port=KEYLINE
        username=%s
        outkey=asterisk
        %s
        """
                .formatted(section, user, lines);
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("east", "asterisk")) {
            AsteriskPeer.generateKey(keys, name);
        }
        phone =
                Phone.open(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                        new Guests(),
                        new HeldKeys(KeyRing.load(keys), InstantSource.system()),
                        ARRIVED::add,
                        AsteriskEncryptionTest::look);
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        AsteriskPeer.freePort(),
                        IAX.replace("KEYLINE", "" + phone.localAddress().getPort()),
                        EXTENSIONS);
    }

    /// A REJECT in clear of ours: somebody could not be understood, or did not encrypt.
    private static void look(
            boolean sent, PeerAddress peer, byte[] datagram, int length, long now) {
        if (sent && length >= 12 && datagram[0] < 0 && datagram[10] == 6 && datagram[11] == 6) {
            REJECTIONS.add(peer);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (phone != null) {
            phone.close();
        }
        if (asterisk != null) {
            asterisk.close();
        }
    }

    /// What each name has to show, and how its calls are encrypted.
    private static final class Guests implements Door {
        private static final Map<String, Encryption> WISHES =
                Map.of(
                        "all", Encryption.ALLOWED,
                        "md5", Encryption.ALLOWED,
                        "rotating", new Encryption(true, true, true),
                        "forced", Encryption.FORCED);

        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return true;
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            var name = Objects.requireNonNullElse(request.username(), "");
            var method = name.equals("md5") ? AuthMethod.MD5 : AuthMethod.RSA;
            var guard =
                    new Guard(
                            name,
                            Set.of(method),
                            List.of("asterisk"),
                            List.of(new Secret("first"), new Secret(SECRET)));
            return new Guarded(guard, 10, WISHES.getOrDefault(name, Encryption.NONE));
        }
    }

    private static AsteriskPeer asterisk() {
        return Objects.requireNonNull(asterisk);
    }

    private static PhoneCall dial(Credentials who, String exten, Encryption encryption) {
        return Objects.requireNonNull(phone)
                .dial(
                        Destination.of(
                                        PeerAddress.ofIPv4("127.0.0.1", asterisk().port()),
                                        exten,
                                        "in",
                                        who,
                                        MediaOffer.of(List.of(MediaFormat.ULAW)))
                                .with(encryption));
    }

    private static Credentials both(String user, String secret) {
        return Credentials.usual(user, Optional.of("east"), Optional.of(new Secret(secret)));
    }

    private static double heardTone(PhoneCall call, int blocks) throws InterruptedException {
        var samples = new short[blocks * 160];
        for (int i = 0; i < blocks; i++) {
            var heard = await(call, CallEvent.Heard.class).payload();
            for (int s = 0; s < 160; s++) {
                samples[i * 160 + s] = G711.fromUlaw(heard.at(s));
            }
        }
        return Level.at(1004, samples, 800, samples.length - 800);
    }

    private static void speakTone(PhoneCall call, int blocks) throws InterruptedException {
        var tone = new ToneSource(Cadence.steady(Tone.of(1004, -10)));
        var samples = new short[160];
        for (int i = 0; i < blocks; i++) {
            tone.next(samples, 0, 160);
            var octets = new byte[160];
            for (int s = 0; s < 160; s++) {
                octets[s] = G711.toUlaw(samples[s]);
            }
            call.speak(MediaFormat.ULAW, Bytes.copyOf(octets));
            Thread.sleep(20);
        }
    }

    private static void assertEchoed(PhoneCall call) throws InterruptedException {
        await(call, CallEvent.Answered.class);
        speakTone(call, 60);
        assertThat(heardTone(call, 50)).as("level at 1004 Hz, dBm0").isBetween(-12.0, -8.0);
        call.hangUp();
        assertThat(await(call, CallEvent.Ended.class).why()).isInstanceOf(Ending.WeHungUp.class);
    }

    @Test
    void weCallByRsaEncrypted() throws Exception {
        var call = dial(both("rsa", SECRET), "600", Encryption.FORCED);
        assertThat(await(call, CallEvent.Accepted.class).encrypted()).isTrue();
        assertEchoed(call);
        asterisk().await("encrypted = yes", asterisk()::log);
    }

    @Test
    void weCallByMd5Encrypted() throws Exception {
        var who = Credentials.usual("md5", Optional.empty(), Optional.of(new Secret(SECRET)));
        var call = dial(who, "600", Encryption.FORCED);
        assertThat(await(call, CallEvent.Accepted.class).encrypted()).isTrue();
        assertEchoed(call);
    }

    /// Asterisk sends a new key before its first voice.
    @Test
    void weFollowItsNewKeys() throws Exception {
        var call = dial(both("rsa", SECRET), "602", Encryption.ALLOWED);
        await(call, CallEvent.Answered.class);
        assertThat(heardTone(call, 60)).as("level at 1004 Hz, dBm0").isBetween(-2.0, 2.0);
        call.hangUp();
        await(call, CallEvent.Ended.class);
    }

    @Test
    void itForcesAndWeEncrypt() throws Exception {
        assertEchoed(dial(both("forced", SECRET), "600", Encryption.ALLOWED));
    }

    @Test
    void itForcesAndWeDoNot() throws Exception {
        var ended =
                await(dial(both("forced", SECRET), "600", Encryption.NONE), CallEvent.Ended.class);
        assertThat(ended.why()).isEqualTo(new Ending.TheyRefused(50, "No authority found"));
        asterisk().await("unencrypted while force encrypt is enabled", asterisk()::log);
    }

    @Test
    void weForceAndItDoesNot() throws Exception {
        var ended =
                await(dial(both("clear", SECRET), "600", Encryption.FORCED), CallEvent.Ended.class);
        assertThat(ended.why().code()).isEqualTo(58);
        assertThat(ended.why().words()).contains("would not encrypt");
    }

    @Test
    void ourKeyFitsAndOurSecretDoesNot() throws Exception {
        long start = System.nanoTime();
        var ended =
                await(
                        dial(both("rsa", "another"), "600", Encryption.ALLOWED),
                        CallEvent.Ended.class);
        assertThat(ended.why().words()).contains("secret= differs at the two ends");
        assertThat(System.nanoTime() - start)
                .as("nanoseconds until that was clear")
                .isLessThan(9_000_000_000L);
    }

    private static PhoneCall taken(String peer, String then) throws InterruptedException {
        asterisk().cli("channel originate IAX2/" + peer + "/100 extension s@" + then);
        var call = Objects.requireNonNull(ARRIVED.poll(10, TimeUnit.SECONDS), "no call arrived");
        var arrived = await(call, CallEvent.Arrived.class);
        assertThat(arrived.proof())
                .isInstanceOfSatisfying(
                        CallEvent.Proven.class, proven -> assertThat(proven.encrypted()).isTrue());
        call.tell(new Command.Accept(MediaFormat.ULAW));
        await(call, CallEvent.Established.class);
        call.tell(new Command.Answer());
        return call;
    }

    private static void assertEchoedToUs(PhoneCall call) throws InterruptedException {
        speakTone(call, 60);
        assertThat(heardTone(call, 50)).as("level at 1004 Hz, dBm0").isBetween(-12.0, -8.0);
        call.hangUp();
        await(call, CallEvent.Ended.class);
    }

    @Test
    void itCallsUsByRsaEncryptedWithOurSecondSecret() throws Exception {
        assertEchoedToUs(taken("toall", "echo"));
    }

    @Test
    void itCallsUsByMd5Encrypted() throws Exception {
        assertEchoedToUs(taken("tomd5", "echo"));
    }

    @Test
    void itFollowsOurNewKeys() throws Exception {
        assertEchoedToUs(taken("torotating", "echo"));
    }

    @Test
    void weForceAndItEncrypts() throws Exception {
        assertEchoedToUs(taken("toforced", "echo"));
    }

    @Test
    void weForceAndItCallsInClear() throws Exception {
        asterisk().cli("channel originate IAX2/toforcedclear/100 extension s@tone");
        asterisk().await("Call rejected by 127.0.0.1", asterisk()::log);
    }

    @Test
    void itsKeyFitsAndItsSecretDoesNot() throws Exception {
        REJECTIONS.clear();
        asterisk().cli("channel originate IAX2/towrong/100 extension s@tone");
        assertThat(REJECTIONS.poll(9, TimeUnit.SECONDS)).as("a refusal in clear").isNotNull();
        assertThat(ARRIVED).isEmpty();
    }

    @Test
    void itHasNoSecretAndLeaves() throws Exception {
        asterisk().cli("channel originate IAX2/tonosecret/100 extension s@tone");
        asterisk()
                .await(
                        "Encryption requested by peer but no secret available locally",
                        asterisk()::log);
    }
}
