package dev.keyline.iax.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int PAGE = 4096;
    private static final int KEY = 16;

    private static Chance of(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    private static byte[] drawn(Chance chance, int length) {
        var octets = new byte[length];
        chance.nextBytes(octets);
        return octets;
    }

    /// AES-128 under a key of zeros, of the counters 1 and 2: what follows the next key.
    @Test
    void isAesInCounterMode() {
        var chance = new Chance(() -> 0L);

        assertThat(drawn(chance, 32))
                .isEqualTo(
                        Bytes.hex(
                                        "58e2fccefa7e3061367f1d57a4e7455a"
                                                + "0388dace60b6a392f328c2b971b2fe78")
                                .toArray());
    }

    @Test
    void givesTheSameInWhateverPiecesItIsAskedFor() {
        int all = 3 * PAGE;
        var whole = drawn(of(7), all);
        var chance = of(7);
        var pieces = new byte[all];
        for (int at = 0, length = 1; at < all; length = 1 + length % 61) {
            var piece = drawn(chance, Math.min(length, all - at));
            System.arraycopy(piece, 0, pieces, at, piece.length);
            at += piece.length;
        }

        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void drawsNumbersFromTheSameOctets() {
        var octets = Bytes.copyOf(drawn(of(7), Long.BYTES));

        assertThat(String.format("%016x", of(7).nextLong())).isEqualTo(octets.asHex());
    }

    /// Each page has a key of its own, which is not given out: no block of 16 octets comes twice,
    /// and two pages are not the same under a counter that starts again.
    @Test
    void neverRepeatsItself() {
        var chance = of(7);
        var blocks = new ArrayList<Bytes>();
        for (int i = 0; i < 4 * PAGE / KEY; i++) {
            blocks.add(Bytes.copyOf(drawn(chance, KEY)));
        }

        assertThat(new HashSet<>(blocks)).hasSameSizeAs(blocks);
    }

    @Test
    void differsWithItsSource() {
        assertThat(drawn(of(7), KEY)).isNotEqualTo(drawn(of(8), KEY));
    }

    @Test
    void saysNothingOfItself() {
        assertThat(of(7)).hasToString("Chance(key hidden)");
    }
}
