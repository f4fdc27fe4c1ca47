package dev.keyline.keys.pem;

import static dev.keyline.keys.Material.privateKey;
import static dev.keyline.keys.Material.publicKey;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.Material;
import dev.keyline.keys.OpenSsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys do what they are for: RSASSA-PKCS1-v1_5 with SHA-1 over the challenge (RFC 5456
/// §8.6.15).
class SignatureTest {
    private static final String PUBLIC_KEY =
            """
            -----BEGIN PUBLIC KEY-----
            MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDOkv7VQeyRthP9R0oyRds9c02E
            5ZdBfO/jl0bzDCPXiyZaF8gqewCph5bjanJPIsRmsP+M0wXM/J7YRoxWe9EwNqML
            eUnJXAnLblLaVN0mJm/zzSa4aJlv1daLGPPS2rNps96N99E5/pweUo57tCUhXQu6
            TxNr1DiwzfXtJ803gwIDAQAB
            -----END PUBLIC KEY-----
            """;
    private static final String CHALLENGE = "123456789";
    private static final byte[] ANSWER =
            Base64.getDecoder()
                    .decode(
                            "XmbpX7rLOWPFjRovqg0D5ldg0RM0Wot6fCTGkTLfB9hpYtyti24A8LhfBrXR"
                                    + "7S25Yt6gKuYHKdco25XlLAjXV6kC03X2"
                                    + "R5mJxc1jKBKjxFcBxY/M4hEXxK4id9f3m6WxQnkPvA9zhmIqdU5dP2GFLz3A"
                                    + "oPx7eNs0BacpqX1j0VQ=");

    private static RSAPublicKey key() {
        return ((PemPublicKey.Usable) PemPublicKey.read(PUBLIC_KEY.getBytes(US_ASCII))).key();
    }

    private static boolean verifies(RSAPublicKey key, String challenge, byte[] answer)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA1withRSA");
        signature.initVerify(key);
        signature.update(challenge.getBytes(US_ASCII));
        try {
            return signature.verify(answer);
        } catch (SignatureException e) {
            return false;
        }
    }

    private static byte[] sign(RSAPrivateKey key, String challenge)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA1withRSA");
        signature.initSign(key);
        signature.update(challenge.getBytes(US_ASCII));
        return signature.sign();
    }

    @Test
    void thePublishedAnswer_verifies_andNothingElseDoes() throws Exception {
        assertThat(verifies(key(), CHALLENGE, ANSWER)).isTrue();
        assertThat(verifies(key(), "123456780", ANSWER)).isFalse();
        assertThat(verifies(publicKey("akey.pub"), CHALLENGE, ANSWER)).isFalse();
        assertThat(verifies(key(), CHALLENGE, Arrays.copyOf(ANSWER, 127))).isFalse();
        assertThat(verifies(key(), CHALLENGE, Arrays.copyOf(ANSWER, 129))).isFalse();
        for (int i = 0; i < ANSWER.length; i++) {
            var changed = ANSWER.clone();
            changed[i] ^= 1;
            assertThat(verifies(key(), CHALLENGE, changed)).as("octet %d changed", i).isFalse();
        }
    }

    @Test
    void smallerKeys_stillSignIn128Octets() throws Exception {
        for (var name : new String[] {"k1017", "k1020", "k1023", "akey"}) {
            var answer = sign(privateKey(name + ".key"), CHALLENGE);

            assertThat(answer).hasSize(128);
            assertThat(verifies(publicKey(name + ".pub"), CHALLENGE, answer)).isTrue();
        }
    }

    @Test
    void opensslMakesTheSameSignature_andVerifiesOurs(@TempDir Path directory) throws Exception {
        OpenSsl.required();
        Material.copy(directory, "bkey.key", "bkey.pub");
        Files.writeString(directory.resolve("challenge"), CHALLENGE);
        Files.write(directory.resolve("ours"), sign(privateKey("bkey.key"), CHALLENGE));
        OpenSsl.ok(directory, "dgst", "-sha1", "-sign", "bkey.key", "-out", "theirs", "challenge");

        assertThat(directory.resolve("ours")).hasSameBinaryContentAs(directory.resolve("theirs"));
        assertThat(
                        OpenSsl.ok(
                                directory,
                                "dgst",
                                "-sha1",
                                "-verify",
                                "bkey.pub",
                                "-signature",
                                "ours",
                                "challenge"))
                .contains("Verified OK");
    }
}
