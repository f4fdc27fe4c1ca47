package dev.keyline.pbx.replay;

import dev.keyline.iax.auth.Md5;
import dev.keyline.iax.auth.Rsa;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.wire.Bytes;
import java.security.InvalidKeyException;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.stream.Stream;

/// Answers to challenges, made again for another challenge by whoever made them. What nobody known
/// made stays as it is.
record Answers(List<RSAPrivateKey> keys) {
    /// All that are in the configurations of the recordings, and two wrong ones.
    static final List<Secret> SECRETS =
            Stream.of(
                            "md5-secret-1",
                            "first-secret",
                            "second-secret",
                            "enc-secret-1",
                            "enc-secret-2",
                            "enc-secret-3",
                            "plain-secret-1",
                            "modem-secret-1",
                            "modem-secret-2",
                            "md5-secret-5",
                            "md5-secret-6",
                            "rotation-secret",
                            "bad-secret",
                            "other-secret")
                    .map(Secret::new)
                    .toList();

    String rsa(String answer, Bytes was, Bytes is) {
        return keys.stream()
                .filter(key -> signed(key, was).equals(answer))
                .findFirst()
                .map(key -> signed(key, is))
                .orElse(answer);
    }

    String md5(String answer, Bytes was, Bytes is) {
        return SECRETS.stream()
                .filter(secret -> Md5.matches(answer, was, secret))
                .findFirst()
                .map(secret -> Md5.answer(is, secret))
                .orElse(answer);
    }

    private static String signed(RSAPrivateKey key, Bytes challenge) {
        try {
            return Rsa.sign(key, challenge);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
