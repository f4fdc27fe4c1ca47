package dev.keyline.audio.gsm;

/// The 76 numbers of a frame (EN 300 961 §1.7, table 1.1) and their 260 bits in 33 octets, as RFC
/// 3551 §4.5.8 packs them: a signature of four bits, 1101, then each number, its highest bit first.
/// Files of the kind `.gsm` and Asterisk's calls hold exactly this.
final class Parameters {
    static final int SUBFRAMES = 4;
    static final int PULSES = 13;

    private static final int SIGNATURE = 0xD;
    private static final int[] LAR_BITS = {6, 6, 5, 5, 4, 4, 3, 3};

    /// Log area ratios, coded.
    final int[] lar = new int[8];

    /// How far back the pitch lies, in samples: 40 to 120, but a stranger can write 0 to 127.
    final int[] lag = new int[SUBFRAMES];

    /// How strongly the past counts, 0 to 3.
    final int[] gain = new int[SUBFRAMES];

    /// Which of four places the pulses start at, 0 to 3.
    final int[] grid = new int[SUBFRAMES];

    /// The largest pulse, coded in 6 bits.
    final int[] peak = new int[SUBFRAMES];

    /// The pulses, 0 to 7, thirteen for each quarter.
    final int[][] pulses = new int[SUBFRAMES][PULSES];

    /// Reads one frame. A wrong signature is let pass: nothing but a broken peer could mean by it
    /// anything else, and there is no other sound to play in its place.
    void read(byte[] from, int offset) {
        var bits = new BitReader(from, offset);
        bits.next(4);
        for (int i = 0; i < lar.length; i++) {
            lar[i] = bits.next(LAR_BITS[i]);
        }
        for (int quarter = 0; quarter < SUBFRAMES; quarter++) {
            lag[quarter] = bits.next(7);
            gain[quarter] = bits.next(2);
            grid[quarter] = bits.next(2);
            peak[quarter] = bits.next(6);
            for (int i = 0; i < PULSES; i++) {
                pulses[quarter][i] = bits.next(3);
            }
        }
    }

    void write(byte[] to, int at) {
        var bits = new BitWriter(to, at);
        bits.put(4, SIGNATURE);
        for (int i = 0; i < lar.length; i++) {
            bits.put(LAR_BITS[i], lar[i]);
        }
        for (int quarter = 0; quarter < SUBFRAMES; quarter++) {
            bits.put(7, lag[quarter]);
            bits.put(2, gain[quarter]);
            bits.put(2, grid[quarter]);
            bits.put(6, peak[quarter]);
            for (int i = 0; i < PULSES; i++) {
                bits.put(3, pulses[quarter][i]);
            }
        }
    }

    /// Never leaves its method, so that the compiler keeps it off the heap.
    private static final class BitReader {
        private final byte[] from;
        private int next;
        private int held;
        private int holds;

        BitReader(byte[] from, int offset) {
            this.from = from;
            this.next = offset;
        }

        int next(int bits) {
            if (holds < bits) {
                held = (held << 8) | (from[next++] & 0xFF);
                holds += 8;
            }
            holds -= bits;
            return (held >> holds) & ((1 << bits) - 1);
        }
    }

    /// Never leaves its method, so that the compiler keeps it off the heap.
    private static final class BitWriter {
        private final byte[] to;
        private int next;
        private int held;
        private int holds;

        BitWriter(byte[] to, int at) {
            this.to = to;
            this.next = at;
        }

        void put(int bits, int value) {
            held = (held << bits) | value;
            holds += bits;
            if (holds >= 8) {
                holds -= 8;
                to[next++] = (byte) (held >> holds);
            }
        }
    }
}
