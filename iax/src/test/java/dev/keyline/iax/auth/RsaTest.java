package dev.keyline.iax.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.wire.Bytes;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The vector was made with openssl for a key whose private half was thrown away.
class RsaTest {
    private static final String PUBLIC =
            "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDOkv7VQeyRthP9R0oyRds9c02E"
                    + "5ZdBfO/jl0bzDCPXiyZaF8gqewCph5bjanJPIsRmsP+M0wXM/J7YRoxWe9EwNqML"
                    + "eUnJXAnLblLaVN0mJm/zzSa4aJlv1daLGPPS2rNps96N99E5/pweUo57tCUhXQu6"
                    + "TxNr1DiwzfXtJ803gwIDAQAB";
    private static final String SIGNATURE =
            "XmbpX7rLOWPFjRovqg0D5ldg0RM0Wot6fCTGkTLfB9hpYtyti24A8LhfBrXR7S25Yt6gKuYHKdco25XlLAjXV6kC03X2R5mJ"
                    + "xc1jKBKjxFcBxY/M4hEXxK4id9f3m6WxQnkPvA9zhmIqdU5dP2GFLz3AoPx7eNs0BacpqX1j0VQ=";
    private static final Bytes CHALLENGE = Bytes.utf8("123456789");

    private static RSAPublicKey key() throws Exception {
        return (RSAPublicKey)
                KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(PUBLIC)));
    }

    @Test
    void knownSignatureVerifies() throws Exception {
        assertThat(Rsa.verify(key(), CHALLENGE, Rsa.decode(SIGNATURE).orElseThrow())).isTrue();
    }

    @Test
    void anotherChallengeOrKeyDoesNot() throws Exception {
        var signature = Rsa.decode(SIGNATURE).orElseThrow();
        assertThat(Rsa.verify(key(), Bytes.utf8("123456780"), signature)).isFalse();
        assertThat(Rsa.verify((RSAPublicKey) TestKeys.pair("a").getPublic(), CHALLENGE, signature))
                .isFalse();
    }

    /// One verifier serves all: it must not remember what it saw before, whoever asks.
    @Test
    void whatWasCheckedBeforeAndBesideChangesNothing() throws Exception {
        var key = key();
        var good = Rsa.decode(SIGNATURE).orElseThrow();
        assertThat(
                        IntStream.range(0, 400)
                                .parallel()
                                .filter(
                                        i ->
                                                Rsa.verify(
                                                        key,
                                                        CHALLENGE,
                                                        i % 2 == 0 ? good : CHALLENGE))
                                .boxed()
                                .toList())
                .hasSize(200)
                .allMatch(i -> i % 2 == 0);
    }

    @Property
    void anyTextIsASignatureOrNone(@ForAll String text) {
        assertThat(Rsa.decode(text).map(Bytes::length).orElse(128)).isEqualTo(128);
    }

    /// A character changed is another signature, or none.
    @Property
    void aDamagedSignatureIsReadOrNot(
            @ForAll @IntRange(max = 171) int at, @ForAll @CharRange(to = '\u00ff') char with)
            throws Exception {
        var text = new StringBuilder(SIGNATURE);
        text.setCharAt(at, with);
        var read = Rsa.decode(text.toString());
        var good = Rsa.decode(SIGNATURE);
        assertThat(read.isPresent() && Rsa.verify(key(), CHALLENGE, read.get()))
                .isEqualTo(read.equals(good));
    }

    @Test
    void anyChangedOctetSpoilsIt() throws Exception {
        var good = Rsa.decode(SIGNATURE).orElseThrow();
        for (int i = 0; i < good.length(); i++) {
            var octets = good.toArray();
            octets[i] ^= 1;
            assertThat(Rsa.verify(key(), CHALLENGE, Bytes.copyOf(octets)))
                    .as("octet %s", i)
                    .isFalse();
        }
    }

    @Test
    void onlyStrictBase64OfTheRightLengthIsASignature() {
        var good = Base64.getDecoder().decode(SIGNATURE);
        assertThat(Rsa.decode(SIGNATURE.replace("=", ""))).isPresent();
        assertThat(Rsa.decode("")).isEmpty();
        assertThat(Rsa.decode(" " + SIGNATURE)).isEmpty();
        assertThat(Rsa.decode(SIGNATURE + "AAAA")).isEmpty();
        assertThat(Rsa.decode(SIGNATURE.replace('/', '_').replace('+', '-'))).isEmpty();
        assertThat(Rsa.decode(SIGNATURE.substring(0, 76) + "\n" + SIGNATURE.substring(76)))
                .isEmpty();
        assertThat(
                        Rsa.decode(
                                Base64.getEncoder()
                                        .encodeToString(Bytes.copyOf(good, 0, 127).toArray())))
                .isEmpty();
        assertThat(
                        Rsa.decode(
                                Base64.getEncoder()
                                        .encodeToString(java.util.Arrays.copyOf(good, 129))))
                .isEmpty();
    }

    @Property(tries = 50)
    void whatWeSignWeVerify(@ForAll @Size(min = 1, max = 255) byte[] challenge)
            throws InvalidKeyException {
        var pair = TestKeys.pair("property");
        var text = Bytes.copyOf(challenge);
        var base64 = Rsa.sign((RSAPrivateKey) pair.getPrivate(), text);
        assertThat(base64).hasSize(172);
        assertThat(
                        Rsa.verify(
                                (RSAPublicKey) pair.getPublic(),
                                text,
                                Rsa.decode(base64).orElseThrow()))
                .isTrue();
    }

    @Test
    void theSecondOfTwoKeysLetsIn() throws InvalidKeyException {
        var guard =
                new Guard(
                        "g",
                        Set.of(AuthMethod.RSA),
                        List.of("missing", "other", "right"),
                        List.of());
        var ring = TestKeys.ring(List.of(), List.of("other", "right"));
        var answer =
                new AuthResult.Rsa(
                        Rsa.sign((RSAPrivateKey) TestKeys.pair("right").getPrivate(), CHALLENGE));
        assertThat(guard.check(answer, CHALLENGE, ring))
                .isEqualTo(new Verdict.LetIn(AuthMethod.RSA, "right", "SHA256:right"));
    }

    @Test
    void aRefusalNamesEveryKeyTried() throws InvalidKeyException {
        var guard = new Guard("g", Set.of(AuthMethod.RSA), List.of("missing", "other"), List.of());
        var ring = TestKeys.ring(List.of(), List.of("other"));
        var answer =
                new AuthResult.Rsa(
                        Rsa.sign((RSAPrivateKey) TestKeys.pair("right").getPrivate(), CHALLENGE));
        assertThat(guard.check(answer, CHALLENGE, ring))
                .hasToString(
                        "no key in inkeys= made this signature: key 'missing' could not be used: no file missing.pub;"
                                + " key 'other' (SHA256:other) did not make it");
    }
}
