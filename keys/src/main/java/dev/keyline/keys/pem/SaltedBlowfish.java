package dev.keyline.keys.pem;

import java.math.BigInteger;

/// Blowfish with the salted key schedule of bcrypt (Provos and Mazières, 1999). Bouncy Castle has
/// both ciphers and lets nobody at the schedule.
///
/// The tables begin as the fraction of π, which is computed here rather than copied: 18 words, then
/// four boxes of 256.
final class SaltedBlowfish {
    private static final int SUBKEYS = 18;
    private static final int BOX = 256;
    private static final int WORDS = SUBKEYS + 4 * BOX;
    private static final int[] PI = pi();

    private final int[] table = PI.clone();

    SaltedBlowfish(byte[] salt, byte[] key) {
        expand(salt, key);
    }

    /// Another turn of the key schedule, without salt.
    void expand(byte[] key) {
        expand(new byte[Integer.BYTES], key);
    }

    private void expand(byte[] salt, byte[] key) {
        int at = 0;
        for (int i = 0; i < SUBKEYS; i++) {
            table[i] ^= word(key, at);
            at += Integer.BYTES;
        }
        var block = new int[2];
        at = 0;
        for (int i = 0; i < WORDS; i += 2) {
            block[0] ^= word(salt, at);
            block[1] ^= word(salt, at + Integer.BYTES);
            at += 2 * Integer.BYTES;
            encipher(block, 0);
            table[i] = block[0];
            table[i + 1] = block[1];
        }
    }

    /// The octets as an endless ring, in words.
    private static int word(byte[] ring, int at) {
        int word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word = (word << 8) | (ring[(at + i) % ring.length] & 0xFF);
        }
        return word;
    }

    /// Enciphers two words in place.
    void encipher(int[] words, int at) {
        int left = words[at] ^ table[0];
        int right = words[at + 1];
        for (int round = 1; round <= 16; round += 2) {
            right ^= mix(left) ^ table[round];
            left ^= mix(right) ^ table[round + 1];
        }
        words[at] = right ^ table[SUBKEYS - 1];
        words[at + 1] = left;
    }

    private int mix(int word) {
        int first = table[SUBKEYS + (word >>> 24)] + table[SUBKEYS + BOX + ((word >>> 16) & 0xFF)];
        return (first ^ table[SUBKEYS + 2 * BOX + ((word >>> 8) & 0xFF)])
                + table[SUBKEYS + 3 * BOX + (word & 0xFF)];
    }

    /// Machin's formula, π/4 = 4·arctan(1/5) − arctan(1/239), with 64 bits to spare.
    private static int[] pi() {
        int bits = WORDS * Integer.SIZE + 64;
        var four = BigInteger.valueOf(4);
        var quarter = four.multiply(arctan(5, bits)).subtract(arctan(239, bits));
        var fraction = quarter.multiply(four).shiftRight(64);
        var words = new int[WORDS];
        for (int i = WORDS - 1; i >= 0; i--) {
            words[i] = fraction.intValue();
            fraction = fraction.shiftRight(Integer.SIZE);
        }
        return words;
    }

    /// arctan(1/x), scaled by two to the power of `bits`.
    private static BigInteger arctan(int x, int bits) {
        var square = BigInteger.valueOf((long) x * x);
        var power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(x));
        var sum = BigInteger.ZERO;
        for (int n = 1; power.signum() > 0; n += 2) {
            var term = power.divide(BigInteger.valueOf(n));
            sum = n % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(square);
        }
        return sum;
    }
}
