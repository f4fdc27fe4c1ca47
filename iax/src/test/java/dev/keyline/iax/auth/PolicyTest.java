package dev.keyline.iax.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.wire.Bytes;
import java.security.InvalidKeyException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we answer, and what we take for an answer.
class PolicyTest {
    private static final Bytes CHALLENGE = Bytes.utf8("123456789");
    private static final KeyRing RING = TestKeys.ring(List.of("k"), List.of("k"));
    private static final Optional<Secret> SECRET = Optional.of(new Secret("mysecret"));

    @ParameterizedTest(name = "offered {0}, key {1}, secret {2} -> {3}")
    @CsvSource({
        "4, true,  false, SignWith",
        "6, true,  false, SignWith",
        "7, true,  true,  SignWith",
        "2, true,  false, Cannot",
        "2, true,  true,  Cannot", // a key does not fall back to a secret
        "1, true,  true,  Cannot",
        "3, true,  true,  Cannot",
        "2, false, true,  Digest",
        "6, false, true,  Digest",
        "3, false, true,  Digest",
        "1, false, true,  Cannot", // never in clear unless told to
        "4, false, true,  Cannot",
        "0, true,  true,  Cannot",
        "8, true,  true,  Cannot",
        "4, false, false, Cannot",
    })
    void usualCredentials(int offered, boolean key, boolean secret, String answer) {
        var credentials =
                Credentials.usual(
                        "u",
                        key ? Optional.of("k") : Optional.empty(),
                        secret ? SECRET : Optional.empty());
        var given = credentials.answer(AuthMethod.in(offered), Optional.of(CHALLENGE), RING);
        assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void plaintextOnlyWhenWritten() {
        var credentials =
                new Credentials(
                        "u",
                        Optional.empty(),
                        SECRET,
                        EnumSet.of(AuthMethod.MD5, AuthMethod.PLAINTEXT));
        assertThat(credentials.answer(Set.of(AuthMethod.PLAINTEXT), Optional.empty(), RING))
                .isEqualTo(new Answer.Password(SECRET.get()));
    }

    @Test
    void knownDigest() {
        assertThat(Md5.answer(CHALLENGE, SECRET.get()))
                .isEqualTo("aba26d296bb0ae595d7c90fb8e38e67e");
        assertThat(Md5.matches("ABA26D296BB0AE595D7C90FB8E38E67E", CHALLENGE, SECRET.get()))
                .isTrue();
        assertThat(Md5.matches("aba26d296bb0ae595d7c90fb8e38e67f", CHALLENGE, SECRET.get()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 255})
    void oddLengthsAreNotSigned(int length) {
        var text = Optional.of(Bytes.utf8("x".repeat(length)));
        assertThat(
                        Credentials.usual("u", Optional.of("k"), Optional.empty())
                                .answer(Set.of(AuthMethod.RSA), text, RING))
                .isInstanceOf(Answer.Cannot.class)
                .asString()
                .contains("nothing was signed");
    }

    @Test
    void binaryIsNotSigned() {
        assertThat(new Challenge(Bytes.of('a', 0, 'b')).objection()).isPresent();
        assertThat(new Challenge(Bytes.utf8("139198011")).objection()).isEmpty();
    }

    @Test
    void ourChallengeIs128BitsOfText() {
        var chance = new SplittableRandom(1);
        var one = Challenge.fresh(chance);
        assertThat(one.text().asText()).matches("[0-9a-f]{32}");
        assertThat(Challenge.fresh(chance)).isNotEqualTo(one);
    }

    @Test
    void anEmptySecretIsNoSecret() {
        assertThatThrownBy(() -> new Secret("")).isInstanceOf(IllegalArgumentException.class);
        var guard = new Guard("g", Set.of(AuthMethod.MD5, AuthMethod.RSA), List.of("k"), List.of());
        var overNothing =
                new AuthResult.Md5(
                        "25f9e794323b453885f5181f1b624d0b"); // md5 of the challenge alone
        assertThat(guard.check(overNothing, CHALLENGE, RING))
                .isInstanceOf(Verdict.TurnedAway.class);
        assertThat(guard.check(new AuthResult.Password(""), CHALLENGE, RING))
                .isInstanceOf(Verdict.TurnedAway.class);
    }

    @Test
    void aWrongSignatureDoesNotFallThroughToMd5() {
        var guard =
                new Guard(
                        "g",
                        Set.of(AuthMethod.MD5, AuthMethod.RSA),
                        List.of("k"),
                        List.of(SECRET.get()));
        assertThat(guard.check(new AuthResult.Rsa("A".repeat(172)), CHALLENGE, RING))
                .isInstanceOf(Verdict.TurnedAway.class);
        assertThat(
                        guard.check(
                                new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET.get())),
                                CHALLENGE,
                                RING))
                .isEqualTo(new Verdict.LetIn(AuthMethod.MD5, "", ""));
    }

    /// The key `k` under two names: one whose time is over, and one of whatever kind is asked for.
    private static KeyRing expired(boolean alsoValid) {
        return new KeyRing() {
            @Override
            public Lookup<RSAPrivateKey> privateKey(String name) {
                return outOfTerm(RING.privateKey("k"));
            }

            @Override
            public Lookup<RSAPublicKey> publicKey(String name) {
                return name.equals("again") && alsoValid
                        ? RING.publicKey("k")
                        : outOfTerm(RING.publicKey("k"));
            }
        };
    }

    private static <K> KeyRing.Lookup<K> outOfTerm(KeyRing.Lookup<K> found) {
        return new KeyRing.OutOfTerm<>(
                ((KeyRing.Found<K>) found).key(), "SHA256:x", "k.pub expired yesterday");
    }

    private static AuthResult signed() throws InvalidKeyException {
        var key = ((KeyRing.Found<RSAPrivateKey>) RING.privateKey("k")).key();
        return new AuthResult.Rsa(Rsa.sign(key, CHALLENGE));
    }

    @Test
    void aKeyWhoseTimeIsOver_opensNothing_andIsNamed() throws InvalidKeyException {
        var guard = new Guard("g", Set.of(AuthMethod.RSA), List.of("k", "again"), List.of());
        assertThat(guard.check(signed(), CHALLENGE, expired(false)))
                .isInstanceOfSatisfying(
                        Verdict.TurnedAway.class,
                        away -> {
                            assertThat(away.reason()).isEqualTo(Verdict.Reason.KEY_OUT_OF_TERM);
                            assertThat(away.details()).first().asString().contains("yesterday");
                        });
        assertThat(guard.check(signed(), CHALLENGE, expired(true)))
                .isInstanceOf(Verdict.LetIn.class);
    }

    @Test
    void somebodyElsesSignature_isNotBlamedOnAKeyWhoseTimeIsOver() {
        var guard = new Guard("g", Set.of(AuthMethod.RSA), List.of("k"), List.of());
        assertThat(
                        guard.check(
                                new AuthResult.Rsa("A".repeat(171) + "="),
                                CHALLENGE,
                                expired(false)))
                .isInstanceOfSatisfying(
                        Verdict.TurnedAway.class,
                        away -> assertThat(away.reason()).isEqualTo(Verdict.Reason.NO_KEY_MATCHED));
    }

    @Test
    void aKeyWhoseTimeIsOver_doesNotSign() {
        var credentials = Credentials.usual("u", Optional.of("k"), Optional.empty());
        assertThat(
                        credentials.answer(
                                Set.of(AuthMethod.RSA), Optional.of(CHALLENGE), expired(false)))
                .asString()
                .contains("Cannot", "yesterday");
    }

    @Test
    void anAnswerOfAnotherKindIsNoAnswer() {
        var guard = new Guard("g", Set.of(AuthMethod.RSA), List.of("k"), List.of());
        assertThat(guard.check(new AuthResult.Md5("0".repeat(32)), CHALLENGE, RING))
                .asString()
                .contains("asked for rsa, got an MD5 digest");
        assertThat(guard.check(new AuthResult.None(), CHALLENGE, RING))
                .asString()
                .contains("got nothing");
    }

    @Test
    void anyOfSeveralSecretsWillDo() {
        var guard =
                new Guard(
                        "g",
                        Set.of(AuthMethod.MD5),
                        List.of(),
                        List.of(new Secret("first"), SECRET.get()));
        assertThat(
                        guard.check(
                                new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET.get())),
                                CHALLENGE,
                                RING))
                .isInstanceOf(Verdict.LetIn.class);
    }

    @Test
    void secretsDoNotPrintThemselves() {
        var credentials = Credentials.usual("u", Optional.empty(), SECRET);
        assertThat(credentials.toString()).doesNotContain("mysecret");
        assertThat(new Answer.Password(SECRET.get()).toString()).doesNotContain("mysecret");
        assertThat(new AuthResult.Password("mysecret").toString()).doesNotContain("mysecret");
    }
}
