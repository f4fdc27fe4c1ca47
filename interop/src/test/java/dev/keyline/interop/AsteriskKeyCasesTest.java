package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.line.HeldKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
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

    private static final LinkedBlockingQueue<PhoneCall> ARRIVED = new LinkedBlockingQueue<>();

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable Phone phone;
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
        phone =
                Phone.open(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                        new TwoKeys(),
                        ring,
                        ARRIVED::add,
                        Tap.NONE);
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        AsteriskPeer.freePort(),
                        IAX.formatted(phone.localAddress().getPort()),
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

    /// Of two keys the second is Asterisk's.
    private static final class TwoKeys implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return true;
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            var keys = List.of("other", "asterisk");
            return new Guarded(new Guard("pair", Set.of(AuthMethod.RSA), keys, List.of()), 3);
        }
    }

    private static PhoneCall dial(String user, String key) {
        return Objects.requireNonNull(phone)
                .dial(
                        Destination.of(
                                PeerAddress.ofIPv4(
                                        "127.0.0.1", Objects.requireNonNull(asterisk).port()),
                                "602",
                                "in",
                                Credentials.usual(user, Optional.of(key), Optional.empty()),
                                MediaOffer.of(List.of(MediaFormat.ULAW))));
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
        var call = Objects.requireNonNull(ARRIVED.poll(10, TimeUnit.SECONDS), "no call arrived");
        var arrived = await(call, CallEvent.Arrived.class);
        assertThat(arrived.proof())
                .isInstanceOfSatisfying(
                        CallEvent.Proven.class,
                        proven -> assertThat(proven.how().keyName()).isEqualTo("asterisk"));
        call.tell(new Command.Refuse(dev.keyline.iax.call.Cause.USER_BUSY, "enough"));
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
