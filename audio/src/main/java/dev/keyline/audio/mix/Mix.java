package dev.keyline.audio.mix;

import java.util.Arrays;

/// The sum of several voices for one block of time. Sums are kept whole and cut to 16 bits only
/// when taken out, so a voice can be left out of what its own speaker hears.
public final class Mix {
    private final int[] sums;

    /// @param size samples in a block
    public Mix(int size) {
        sums = new int[size];
    }

    /// Forgets all voices, for the next block.
    public void clear() {
        Arrays.fill(sums, 0);
    }

    /// Adds a voice: as many samples as the block has.
    public void add(short[] voice, int offset) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += voice[offset + i];
        }
    }

    /// All voices.
    public void all(short[] to, int at) {
        for (int i = 0; i < sums.length; i++) {
            to[at + i] = Saturation.sample(sums[i]);
        }
    }

    /// All voices but this one, which must have been added.
    public void allBut(short[] voice, int offset, short[] to, int at) {
        for (int i = 0; i < sums.length; i++) {
            to[at + i] = Saturation.sample(sums[i] - voice[offset + i]);
        }
    }
}
