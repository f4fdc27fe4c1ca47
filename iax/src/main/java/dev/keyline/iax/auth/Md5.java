package dev.keyline.iax.auth;

import dev.keyline.iax.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// MD5 over challenge and secret, as 32 hexadecimal digits (RFC 5456 §8.6.15).
public final class Md5 {
    private Md5() {}

    /// The MD5_RESULT, in lower case as Asterisk sends it.
    public static String answer(Bytes challenge, Secret secret) {
        return digest(challenge, secret).asHex();
    }

    /// Compares in constant time, digits in either case.
    public static boolean matches(String answer, Bytes challenge, Secret secret) {
        return MessageDigest.isEqual(
                ascii(answer(challenge, secret)), ascii(answer.toLowerCase(Locale.ROOT)));
    }

    /// The digest itself, 16 octets. It is also the key of an encrypted call, so never show it.
    public static Bytes digest(Bytes challenge, Secret secret) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(challenge.toArray());
            return Bytes.copyOf(md5.digest(secret.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
