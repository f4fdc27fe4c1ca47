package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.codec.G711;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.audio.tone.ToneSource;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.line.HeldKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls between our library and a real Asterisk, both ways, opened by RSA keys of our own making.
@InRealTime
class AsteriskCallTest {
    private static final String IAX =
            """
            [east]
            type=user
            auth=rsa
            inkeys=east
            context=in
            [keyless]
            type=user
            auth=rsa
            inkeys=absent
            context=in
            [keyline]
            type=peer
            host=127.0.0.1
            port=%d
            username=asterisk
            outkey=asterisk
            auth=rsa
            [wrongkey]
            type=peer
            host=127.0.0.1
            port=%1$d
            username=asterisk
            outkey=other
            auth=rsa
            [nokey]
            type=peer
            host=127.0.0.1
            port=%1$d
            username=asterisk
            outkey=absent
            auth=rsa
            """;
    private static final String EXTENSIONS =
            """
            [in]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => 602,1,Answer()
             same => n,Milliwatt()
            [record]
            exten => s,1,Answer()
             same => n,Record(%s/heard.wav,0,2,q)
            [tone]
            exten => s,1,Answer()
             same => n,Milliwatt()
            """;

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable OwnPhone phone;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("east", "asterisk", "other")) {
            AsteriskPeer.generateKey(keys, name);
        }
        phone = OwnPhone.open(new HeldKeys(KeyRing.load(keys), InstantSource.system()), "asterisk");
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        AsteriskPeer.freePort(),
                        IAX.formatted(phone.port()),
                        EXTENSIONS.formatted(folder));
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

    private static OwnPhone phone() {
        return Objects.requireNonNull(phone);
    }

    private static AsteriskPeer asterisk() {
        return Objects.requireNonNull(asterisk);
    }

    private static PhoneCall dial(String user, String key, String exten) {
        var who = Credentials.usual(user, Optional.of(key), Optional.empty());
        return phone().dial(asterisk().port(), exten, "in", who);
    }

    private static short[] hear(PhoneCall call, int blocks) throws InterruptedException {
        var samples = new short[blocks * 160];
        for (int i = 0; i < blocks; i++) {
            var heard = await(call, CallEvent.Heard.class).payload();
            for (int s = 0; s < 160; s++) {
                samples[i * 160 + s] = G711.fromUlaw(heard.at(s));
            }
        }
        return samples;
    }

    private static void speakMilliwatt(PhoneCall call, int blocks) throws InterruptedException {
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

    private static double tone(short[] samples) {
        return Level.at(1004, samples, 800, samples.length - 800);
    }

    @Test
    void weCallByRsaAndHearItsTone() throws Exception {
        var call = dial("east", "east", "602");
        await(call, CallEvent.Answered.class);
        assertThat(tone(hear(call, 60))).as("level at 1004 Hz, dBm0").isBetween(-2.0, 2.0);
        call.hangUp();
        assertThat(await(call, CallEvent.Ended.class).why()).isInstanceOf(Ending.WeHungUp.class);
    }

    @Test
    void weCallByRsaAndItEchoesOurTone() throws Exception {
        var call = dial("east", "east", "600");
        await(call, CallEvent.Answered.class);
        speakMilliwatt(call, 60);
        assertThat(tone(hear(call, 50))).as("level at 1004 Hz, dBm0").isBetween(-12.0, -8.0);
        call.hangUp();
        await(call, CallEvent.Ended.class);
    }

    @Test
    void itRefusesOurWrongKey() throws Exception {
        var ended = await(dial("east", "other", "600"), CallEvent.Ended.class);
        assertThat(ended.why()).isEqualTo(new Ending.TheyRefused(50, "No authority found"));
        asterisk().await("failed to authenticate as east", asterisk()::log);
    }

    @Test
    void itRefusesWhenItsOwnKeyIsMissing() throws Exception {
        var ended = await(dial("keyless", "east", "600"), CallEvent.Ended.class);
        assertThat(ended.why()).isEqualTo(new Ending.TheyRefused(50, "No authority found"));
    }

    @Test
    void weSayWhichKeyWeMiss() throws Exception {
        var ended = await(dial("east", "absent", "600"), CallEvent.Ended.class);
        assertThat(ended.why().words()).contains("private key 'absent': no file absent.key in");
    }

    @Test
    void itCallsUsByRsaAndHearsOurTone() throws Exception {
        asterisk().cli("channel originate IAX2/keyline/100 extension s@record");
        var call = phone().answered();
        speakMilliwatt(call, 130);
        call.hangUp();
        var file = asterisk().folder().resolve("heard.wav");
        asterisk()
                .await(
                        "true",
                        () -> Boolean.toString(Files.exists(file) && Files.size(file) > 16_000));
        var sound = (Sound) SoundFile.read(file);
        assertThat(tone(sound.samples())).as("level at 1004 Hz, dBm0").isBetween(-12.0, -8.0);
    }

    @Test
    void itCallsUsByRsaAndWeHearItsTone() throws Exception {
        asterisk().cli("channel originate IAX2/keyline/100 extension s@tone");
        var call = phone().answered();
        assertThat(tone(hear(call, 60))).as("level at 1004 Hz, dBm0").isBetween(-2.0, 2.0);
        call.hangUp();
    }

    @Test
    void weRefuseItsWrongKey() throws Exception {
        asterisk().cli("channel originate IAX2/wrongkey/100 extension s@tone");
        asterisk().await("Call rejected by 127.0.0.1", asterisk()::log);
        assertThat(phone().isQuiet()).isTrue();
    }

    @Test
    void itSaysWhichKeyItMisses() throws Exception {
        asterisk().cli("channel originate IAX2/nokey/100 extension s@tone");
        asterisk().await("Unable to find private key 'absent'", asterisk()::log);
        assertThat(phone().isQuiet()).isTrue();
    }

    @Test
    void itListsTheKeysWeMade() {
        assertThat(asterisk().cli("keys show"))
                .contains("east", "asterisk", "other", "[Loaded]", "6 known RSA keys.");
    }
}
