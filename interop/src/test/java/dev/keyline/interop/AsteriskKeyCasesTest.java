package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.line.HeldKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rarer cases of RSA logins with a real Asterisk on the other side: two keys, a locked key,
/// other methods offered than a key can answer.
class AsteriskKeyCasesTest {
    private static final String PASSPHRASE = "Throwaway-pass";

    private static final String IAX =
            """
            [pair]
            type=user
            auth=rsa
            inkeys=other:east
            context=in
            [sealed]
            type=user
            auth=rsa
            inkeys=sealed
            context=in
            [digest]
            type=user
            auth=md5
            secret=Throwaway-secret
            context=in
            [clear]
            type=user
            auth=plaintext
            secret=Throwaway-secret
            context=in
            [both]
            type=user
            auth=md5,rsa
            secret=Throwaway-secret
            inkeys=east
            context=in
            [keyline]
            type=peer
            host=127.0.0.1
            port=%d
            username=asterisk
            outkey=asterisk
            auth=rsa
            """;
    private static final String EXTENSIONS =
            """
            [in]
            exten => 602,1,Answer()
             same => n,Milliwatt()
            [tone]
            exten => s,1,Answer()
             same => n,Milliwatt()
            """;

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable OwnPhone phone;
    private static @Nullable HeldKeys ring;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("east", "asterisk", "other")) {
            AsteriskPeer.generateKey(keys, name);
        }
        var sealed = NewKeyPair.named(keys, "sealed").lockedWith(PASSPHRASE.toCharArray());
        assertThat(KeyPairFiles.generate(sealed, new SecureRandom()))
                .isInstanceOf(Generated.Written.class);
        ring = new HeldKeys(KeyRing.load(keys), InstantSource.system());
        phone = OwnPhone.open(ring, "other", "asterisk"); // the second is Asterisk's
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        AsteriskPeer.freePort(),
                        IAX.formatted(phone.port()),
                        EXTENSIONS);
    }

    @AfterAll
    static void stop() {
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

    private static PhoneCall dial(String user, String key) {
        var who = Credentials.usual(user, Optional.of(key), Optional.empty());
        return phone().dial(Objects.requireNonNull(asterisk).port(), "602", "in", who);
    }

    private static String whyNot(String user, String key) throws InterruptedException {
        var ended = await(dial(user, key), CallEvent.Ended.class);
        assertThat(ended.why()).isInstanceOf(Ending.CannotAnswer.class);
        return ended.why().words();
    }

    private static void opens(String user, String key) throws InterruptedException {
        var call = dial(user, key);
        var answering = await(call, CallEvent.Answering.class);
        assertThat(answering.method()).isEqualTo(AuthMethod.RSA);
        assertThat(answering.keyName()).isEqualTo(key);
        await(call, CallEvent.Answered.class);
        call.hangUp();
        await(call, CallEvent.Ended.class);
    }

    @Test
    void itLetsUsInByTheSecondOfItsKeys() throws Exception {
        opens("pair", "east");
    }

    @Test
    void weLetItInByTheSecondOfOurKeys() throws Exception {
        Objects.requireNonNull(asterisk).cli("channel originate IAX2/keyline/100 extension s@tone");
        var call = phone().arrived();
        var arrived = await(call, CallEvent.Arrived.class);
        assertThat(arrived.proof())
                .isInstanceOfSatisfying(
                        CallEvent.Proven.class,
                        proven -> assertThat(proven.how().keyName()).isEqualTo("asterisk"));
        call.tell(new Command.Refuse(Cause.USER_BUSY, "enough"));
    }

    @Test
    void ourLockedKeyOpensNothingBeforeItIsUnlockedAndWorksAfter() throws Exception {
        assertThat(whyNot("sealed", "sealed")).contains("sealed.key is locked by a passphrase");
        var keys = Objects.requireNonNull(ring);
        assertThat(keys.unlock("sealed", PASSPHRASE.toCharArray()))
                .isInstanceOf(Unlocking.Unlocked.class);
        opens("sealed", "sealed");
    }

    @Test
    void withAKeyAloneWeAnswerNothingWeaker() throws Exception {
        assertThat(whyNot("digest", "east"))
                .contains("they offer md5, we are willing to use rsa only");
        assertThat(whyNot("clear", "east"))
                .contains("they offer plaintext, we are willing to use rsa only");
        opens("both", "east");
    }
}
