package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Writer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The cookie a caller must bring back before we remember anything about him: it proves that he
/// gets what is sent to his address. Opaque to him, so its form is our own: two characters of time
/// and up to sixteen of a keyed hash over address, port, call number, time and length. Asterisk's
/// is a plain SHA-1 over a 31-bit secret, and can be used again and again for 10 s; ours serves one
/// call.
///
/// No answer may be longer than its question, so that nobody can be flooded in our name; a token
/// for a short REGREQ is as short as it must be, and none shorter is taken for that request.
final class CallTokens {
    private static final long SECOND = 1_000_000_000L;
    private static final long KEY_LIFE = 3600 * SECOND;
    private static final int HASH_OCTETS = 12;
    private static final int TIME_CHARACTERS = 2;
    private static final int CYCLE = 64 * 64;
    private static final int LONGEST = 18;

    /// 24 bits of the hash: what is left for a peer whose name has one letter.
    private static final int SHORTEST = 6;

    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String HASH = "HmacSHA256";
    private static final int REMEMBERED = 100_000;

    private final RandomGenerator chance;
    private final long life;

    /// Used tokens by what nobody sees of their hashes, in the order of their end.
    private final Recent used = new Recent();

    /// A key in the hash that it is for, put there once and not for each token.
    private Mac key;

    private Mac previousKey;
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

    /// A token.
    ///
    /// @param room the most octets it may have
    /// @return empty when there is no room for one
    Bytes issue(PeerAddress to, CallNumber source, int room, long now) {
        changeKey(now);
        int length = Math.min(room, LONGEST);
        if (length < SHORTEST) {
            return Bytes.EMPTY;
        }
        var facts = facts(to, source, seconds(now), length);
        return token(key.doFinal(facts), seconds(now), length);
    }

    /// Checks a token and, if it is good, uses it up.
    ///
    /// @param room what the token had when it was issued
    Check redeem(Bytes token, PeerAddress from, CallNumber source, int room, long now) {
        int length = Math.min(room, LONGEST);
        if (token.length() != length || length < SHORTEST) {
            return Check.FORGED;
        }
        long age = age(token, now);
        var hash = age < 0 ? null : hash(token, from, source, seconds(now) - age);
        if (hash == null) {
            return Check.FORGED;
        }
        return age > life / SECOND ? Check.EXPIRED : use(unseen(hash), now);
    }

    /// The hash that this token is made of; null if it is none of ours.
    private byte @Nullable [] hash(Bytes token, PeerAddress from, CallNumber source, long issued) {
        var facts = facts(from, source, issued, token.length());
        var hash = key.doFinal(facts);
        if (token.equals(token(hash, issued, token.length()))) {
            return hash;
        }
        hash = previousKey.doFinal(facts);
        return token.equals(token(hash, issued, token.length())) ? hash : null;
    }

    /// Eight octets of a hash that are in no token. Nobody can choose them, and short tokens of
    /// different callers, which may be equal, differ here.
    private static long unseen(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong(HASH_OCTETS);
    }

    private Check use(long unseen, long now) {
        forget(now);
        if (used.knows(unseen)) {
            return Check.USED;
        }
        used.add(unseen, 0, now + life + SECOND);
        return Check.GOOD;
    }

    private void forget(long now) {
        while (!used.isEmpty() && (used.oldest() <= now || used.size() >= REMEMBERED)) {
            used.forget();
        }
    }

    private void changeKey(long now) {
        if (now >= keyEnds) {
            previousKey = key;
            key = freshKey();
            keyEnds = now + KEY_LIFE;
        }
    }

    private Mac freshKey() {
        var octets = new byte[32];
        chance.nextBytes(octets);
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(octets, HASH));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static long seconds(long now) {
        return Math.floorDiv(now, SECOND);
    }

    /// How many seconds ago a token was issued by its own word, up to the cycle; -1 when it says
    /// nothing.
    private static long age(Bytes token, long now) {
        int high = DIGITS.indexOf(token.at(0));
        int low = DIGITS.indexOf(token.at(1));
        return high < 0 || low < 0
                ? -1
                : Math.floorMod(seconds(now) - (high * 64L + low), (long) CYCLE);
    }

    private static byte[] facts(PeerAddress address, CallNumber source, long seconds, int length) {
        return new Writer()
                .bytes(address.ip())
                .u16(address.port())
                .u16(source.value())
                .i64(seconds)
                .u16(length)
                .toArray();
    }

    private static Bytes token(byte[] hash, long seconds, int length) {
        var text = new byte[length];
        int phase = (int) Math.floorMod(seconds, (long) CYCLE);
        text[0] = (byte) DIGITS.charAt(phase / 64);
        text[1] = (byte) DIGITS.charAt(phase % 64);
        var encoded = Base64.getUrlEncoder().encode(Arrays.copyOf(hash, HASH_OCTETS));
        System.arraycopy(encoded, 0, text, TIME_CHARACTERS, length - TIME_CHARACTERS);
        return Bytes.copyOf(text);
    }
}
