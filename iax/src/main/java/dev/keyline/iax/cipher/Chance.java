package dev.keyline.iax.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// As strong as what it begins with, and quick: the padding of an encrypted call takes 32 octets
/// for each frame, for which a `SecureRandom` asks the kernel and its digest, longer than the frame
/// takes to seal. This is AES-128 in counter mode, a page at a time; the first octets of a page are
/// the key of the next, so what is given out now does not tell what was given out before.
///
/// Not safe for use by several threads.
public final class Chance implements RandomGenerator {
    private static final int KEY = 16;
    private static final int PAGE = 4096;
    private static final IvParameterSpec START = new IvParameterSpec(new byte[KEY]);
    private static final byte[] ZEROS = new byte[PAGE];

    private final javax.crypto.Cipher aes;
    private final byte[] page = new byte[PAGE];
    private int at = PAGE;

    /// @param source strong in life (`SecureRandom`); the first key is asked of it, and nothing
    ///   later
    public Chance(RandomGenerator source) {
        try {
            aes = javax.crypto.Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-128", e);
        }
        var key = new byte[KEY];
        source.nextBytes(key);
        System.arraycopy(key, 0, page, 0, KEY);
    }

    @Override
    public long nextLong() {
        long drawn = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            drawn = (drawn << Byte.SIZE) | (take() & 0xFF);
        }
        return drawn;
    }

    @Override
    public void nextBytes(byte[] target) {
        int done = 0;
        while (done < target.length) {
            turnWhenEmpty();
            int some = Math.min(target.length - done, PAGE - at);
            System.arraycopy(page, at, target, done, some);
            Arrays.fill(page, at, at + some, (byte) 0);
            at += some;
            done += some;
        }
    }

    private byte take() {
        turnWhenEmpty();
        byte taken = page[at];
        page[at++] = 0;
        return taken;
    }

    private void turnWhenEmpty() {
        if (at == PAGE) {
            turn();
        }
    }

    private void turn() {
        try {
            var key = new SecretKeySpec(page, 0, KEY, "AES");
            aes.init(javax.crypto.Cipher.ENCRYPT_MODE, key, START);
            aes.doFinal(ZEROS, 0, PAGE, page, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a page is whole blocks", e);
        }
        at = KEY;
    }

    @Override
    public String toString() {
        return "Chance(key hidden)";
    }
}
