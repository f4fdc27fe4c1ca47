package dev.keyline.pbx.line;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Which of the truths about others a name is told that does not exist. Always the same one for a
/// name, so that asking twice tells nothing, and one that nobody can work out without our key.
final class Pretence {
    private final SecretKeySpec key;

    /// @param salt any number, kept from callers
    Pretence(long salt) {
        this.key = new SecretKeySpec(ByteBuffer.allocate(8).putLong(salt).array(), "HmacSHA256");
    }

    /// One of these.
    ///
    /// @param among what is true of some section; at least one
    <T> T choose(String name, List<T> among) {
        return among.get(Math.floorMod(number(name), among.size()));
    }

    private int number(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8))).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
