package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.audio.codec.G711;
import dev.keyline.audio.tone.Level;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.pbx.line.HeldKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A Keyline exchange and a real Asterisk as neighbours: each dials the other by RSA from its
/// dialplan.
@InRealTime
class AsteriskExchangeTest {
    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable OwnExchange keyline;
    private static @Nullable OwnPhone phone;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("asterisk", "keyline", "phone", "other")) {
            AsteriskPeer.generateKey(keys, name);
        }
        var sealed = NewKeyPair.named(keys, "sealed").lockedWith("Throwaway-pass".toCharArray());
        assertThat(KeyPairFiles.generate(sealed, new SecureRandom()))
                .isInstanceOf(Generated.Written.class);
        int port = AsteriskPeer.freePort();
        keyline = exchange(folder, keys, port);
        phone = OwnPhone.open(new HeldKeys(KeyRing.load(keys), InstantSource.system()));
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        port,
                        ASTERISK_IAX.formatted(keyline.port()),
                        ASTERISK_EXTENSIONS);
    }

    private static final String ASTERISK_IAX =
            """
            [keyline]
            type=friend
            host=127.0.0.1
            port=%d
            username=asterisk
            auth=rsa
            inkeys=keyline
            outkey=asterisk
            context=in
            [wrong]
            type=peer
            host=127.0.0.1
            port=%1$d
            username=asterisk
            outkey=other
            auth=rsa
            [unknown]
            type=peer
            host=127.0.0.1
            port=%1$d
            username=keyless
            outkey=asterisk
            auth=rsa
            [strict]
            type=user
            auth=rsa
            inkeys=other
            context=in
            """;
    private static final String ASTERISK_EXTENSIONS =
            """
            [tone]
            exten => s,1,Answer()
             same => n,Milliwatt()
            [in]
            exten => 602,1,Answer()
             same => n,Milliwatt()
            exten => 612,1,Answer()
             same => n,Wait(1)
             same => n,Transfer(IAX2/602)
             same => n,Wait(10)
            exten => 801,1,Dial(IAX2/keyline/614,10)
            exten => _9XXX,1,Hangup(${EXTEN:1})
            exten => _95XXX,1,Dial(IAX2/keyline/9${EXTEN:2},10)
             same => n,NoOp(${EXTEN} ended with ${DIALSTATUS} ${HANGUPCAUSE})
             same => n,Hangup()
            """;

    private static OwnExchange exchange(Path folder, Path keys, int asteriskPort)
            throws IOException {
        var home = Files.createDirectories(folder.resolve("keyline"));
        Files.createSymbolicLink(home.resolve("keys"), keys);
        return OwnExchange.start(
                home,
                0,
                """
                [asterisk]
                type=user
                auth=rsa
                inkeys=asterisk
                context=in
                [phone]
                type=user
                inkeys=phone
                context=in
                [keyless]
                type=user
                auth=rsa
                inkeys=absent
                context=in
                [toasterisk]
                type=peer
                host=127.0.0.1
                port=%d
                username=keyline
                outkey=keyline
                auth=rsa
                [tostrict]
                type=peer
                host=127.0.0.1
                port=%1$d
                username=strict
                outkey=keyline
                auth=rsa
                """
                        .formatted(asteriskPort),
                """
                [in]
                exten => 600,1,Answer()
                 same => n,Echo()
                exten => 602,1,Answer()
                 same => n,Milliwatt()
                exten => 700,1,Dial(IAX2/toasterisk/602,10)
                exten => 701,1,Dial(IAX2/tostrict/602,10)
                 same => n,NoOp(dial ended with ${DIALSTATUS})
                exten => 702,1,Dial(IAX2/toasterisk/612,10)
                exten => 614,1,Answer()
                 same => n,Wait(1)
                 same => n,Transfer(602)
                 same => n,Wait(10)
                exten => _9XXX,1,Hangup(${EXTEN:1})
                exten => _95XXX,1,Dial(IAX2/toasterisk/9${EXTEN:2},10)
                 same => n,NoOp(${EXTEN} ended with ${DIALSTATUS} ${HANGUPCAUSE})
                 same => n,Hangup()
                """);
    }

    @AfterAll
    static void stop() {
        if (phone != null) {
            phone.close();
        }
        if (asterisk != null) {
            asterisk.close();
        }
        if (keyline != null) {
            keyline.close();
        }
    }

    private static AsteriskPeer asterisk() {
        return Objects.requireNonNull(asterisk);
    }

    private static PhoneCall dialKeyline(String exten) {
        return dial(Objects.requireNonNull(keyline).port(), exten, "phone");
    }

    private static PhoneCall dial(int port, String exten, String name) {
        var who = Credentials.usual(name, Optional.of(name), Optional.empty());
        return Objects.requireNonNull(phone).dial(port, exten, "in", who);
    }

    /// Waits longer than the ten seconds for which a caller is told of congestion.
    private static CallEvent next(PhoneCall call) throws InterruptedException {
        return call.next(Duration.ofSeconds(20))
                .orElseThrow(() -> new AssertionError("nothing for 20 s"));
    }

    private static void awaitLog(String text) throws InterruptedException {
        Objects.requireNonNull(keyline).await(text);
    }

    @Test
    void keylineDialsAsteriskByRsaAndBridges() throws Exception {
        var call = dialKeyline("700");
        var samples = new short[50 * 160];
        int blocks = 0;
        while (blocks < 50) {
            if (next(call) instanceof CallEvent.Heard(_, _, var payload)) {
                for (int i = 0; i < 160; i++) {
                    samples[blocks * 160 + i] = G711.fromUlaw(payload.at(i));
                }
                blocks++;
            }
        }
        call.hangUp();
        assertThat(Level.at(1004, samples, 1600, samples.length - 1600)).isBetween(-2.0, 2.0);
    }

    @Test
    void asteriskDialsKeylineByRsaAndIsLetInByItsKey() throws Exception {
        asterisk().cli("channel originate IAX2/keyline/600 extension s@tone");
        var ours = Objects.requireNonNull(keyline);
        ours.await("Accepting AUTHENTICATED call from 127.0.0.1:" + asterisk().port());
        assertThat(ours.events())
                .filteredOn(e -> e instanceof LoginEvent.Accepted)
                .anyMatch(e -> ((LoginEvent.Accepted) e).key().equals("asterisk"));
        asterisk().await("1 active call", () -> asterisk().cli("core show channels"));
        asterisk().cli("channel request hangup all");
    }

    @Test
    void keylineSaysWhyAsterisksWrongKeyIsRefused() throws Exception {
        asterisk().cli("channel originate IAX2/wrong/600 extension s@tone");
        awaitLog("Host 127.0.0.1 failed to authenticate as asterisk");
        awaitLog("key 'asterisk' (SHA256:");
        asterisk().await("Call rejected by 127.0.0.1", asterisk()::log);
    }

    @Test
    void keylineSaysWhichKeyOfItsOwnIsMissing() throws Exception {
        asterisk().cli("channel originate IAX2/unknown/600 extension s@tone");
        awaitLog("Requested inkey 'absent' for RSA authentication does not exist");
        awaitLog("key 'absent' could not be used: no file absent.pub in");
    }

    @Test
    void asteriskKnowsOurLockedKeyForWhatItIs() {
        assertThat(asterisk().cli("keys show"))
                .containsPattern("sealed +PRIVATE +\\[Needs Passcode]")
                .containsPattern("sealed +PUBLIC +\\[Loaded]");
    }

    @Test
    void asterisksRefusalOfKeylinesKeyEndsTheDial() throws Exception {
        var call = dialKeyline("701");
        while (!(next(call) instanceof CallEvent.Ended)) {
            // the dialplan runs on and ends the call
        }
        awaitLog("dial ended with CHANUNAVAIL");
        asterisk().await("failed to authenticate as strict", asterisk()::log);
    }

    /// It asks for the transfer, we send the telephone elsewhere.
    @Test
    void asteriskSendsOurCallerElsewhere() throws Exception {
        var call = dialKeyline("702");
        awaitLog("to 602@in");
        awaitLog("Executing [602@in:2] Milliwatt(");
        call.hangUp();
        await(call, CallEvent.Ended.class);
    }

    /// We ask for it, and Asterisk does it.
    @Test
    void weSendAsterisksCallerElsewhere() throws Exception {
        var call = dial(asterisk().port(), "801", "keyline");
        asterisk().await("Executing [602@in:2] Milliwatt(", asterisk()::log);
        call.hangUp();
        await(call, CallEvent.Ended.class);
    }

    /// By the same dialplan each of the two says the same about the other's causes.
    @ParameterizedTest
    @CsvSource({
        "001, CHANUNAVAIL 1",
        "017, BUSY 17",
        "021, CHANUNAVAIL 21",
        "027, CHANUNAVAIL 27",
        "034, CONGESTION 34",
        "042, CHANUNAVAIL 42"
    })
    void causesMeanTheSameToBoth(String cause, String status) throws Exception {
        var said = "95" + cause + " ended with " + status;
        var call = dialKeyline("95" + cause);
        awaitLog(said);
        await(call, CallEvent.Ended.class);
        asterisk().cli("channel originate Local/95" + cause + "@in extension s@tone");
        asterisk().await(said, asterisk()::log);
    }
}
