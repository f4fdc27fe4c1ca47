package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Writer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The cookie a caller must bring back before we remember anything about him: it proves that he
/// gets what is sent to his address. Opaque to him, so its form is our own: six characters of time
/// and sixteen of a keyed hash over address, port, call number and time. Asterisk's is a plain
/// SHA-1 over a 31-bit secret, and can be used again and again for 10 s; ours serves one call.
final class CallTokens {
    private static final long SECOND = 1_000_000_000L;
    private static final long KEY_LIFE = 3600 * SECOND;
    private static final int HASH_OCTETS = 12;
    private static final int REMEMBERED = 100_000;

    private final RandomGenerator chance;
    private final long life;
    private final Map<Bytes, Long> used = new LinkedHashMap<>();
    private SecretKeySpec key;
    private SecretKeySpec previousKey;
    private long keyEnds = Long.MIN_VALUE;

    enum Check {
        GOOD,
        FORGED,
        EXPIRED,
        USED
    }

    /// @param life nanoseconds a token is good for
    CallTokens(RandomGenerator chance, long life) {
        this.chance = chance;
        this.life = life;
        this.key = freshKey();
        this.previousKey = key;
    }

    Bytes issue(PeerAddress to, CallNumber source, long now) {
        changeKey(now);
        return token(key, to, source, seconds(now));
    }

    /// Checks a token and, if it is good, uses it up.
    Check redeem(Bytes token, PeerAddress from, CallNumber source, long now) {
        long issued = issuedAt(token);
        if (issued < 0 || !isOurs(token, from, source, issued)) {
            return Check.FORGED;
        }
        if (seconds(now) - issued > life / SECOND) {
            return Check.EXPIRED;
        }
        forget(now);
        return used.putIfAbsent(token, now + life + SECOND) == null ? Check.GOOD : Check.USED;
    }

    private boolean isOurs(Bytes token, PeerAddress from, CallNumber source, long issued) {
        return token.equals(token(key, from, source, issued))
                || token.equals(token(previousKey, from, source, issued));
    }

    /// Used tokens stand in the order of their end.
    private void forget(long now) {
        var oldest = used.values().iterator();
        while (oldest.hasNext() && (oldest.next() <= now || used.size() >= REMEMBERED)) {
            oldest.remove();
        }
    }

    private void changeKey(long now) {
        if (now >= keyEnds) {
            previousKey = key;
            key = freshKey();
            keyEnds = now + KEY_LIFE;
        }
    }

    private SecretKeySpec freshKey() {
        var octets = new byte[32];
        chance.nextBytes(octets);
        return new SecretKeySpec(octets, "HmacSHA256");
    }

    private static long seconds(long now) {
        return Math.floorMod(Math.floorDiv(now, SECOND), 0x1000000L);
    }

    private static long issuedAt(Bytes token) {
        var text = token.asText();
        if (text.length() < 6 || !text.substring(0, 6).matches("[0-9a-f]{6}")) {
            return -1;
        }
        return Long.parseLong(text.substring(0, 6), 16);
    }

    private static Bytes token(
            SecretKeySpec key, PeerAddress address, CallNumber source, long seconds) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var facts =
                    new Writer()
                            .bytes(address.ip())
                            .u16(address.port())
                            .u16(source.value())
                            .i64(seconds);
            var hash = Arrays.copyOf(mac.doFinal(facts.toArray()), HASH_OCTETS);
            return Bytes.utf8(
                    String.format("%06x", seconds) + Base64.getUrlEncoder().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
