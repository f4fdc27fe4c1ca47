package dev.keyline.audio.codec;

/// Pulse code modulation of voice frequencies, ITU-T G.711: a sign, three bits of segment and four
/// bits of place in the segment. G.711 gives 14-bit (µ) and 13-bit (A) numbers; here they stand
/// left in 16 bits, so full scale is full scale in every codec.
///
/// A negative sample is turned over by one's complement, as in the ITU's software library (G.191),
/// so that -1 is as small as 0 and -32768 needs no case of its own.
public final class G711 {
    /// Added to a µ-law magnitude so that each segment starts at a power of two: 33 of 14 bits.
    private static final int ULAW_BIAS = 33 << 2;

    private static final int ULAW_LARGEST = 0x7FFF - ULAW_BIAS;
    private static final int ALAW_EVEN_BITS = 0x55;

    private static final short[] ULAW = new short[256];
    private static final short[] ALAW = new short[256];

    static {
        for (int octet = 0; octet < 256; octet++) {
            ULAW[octet] = expandUlaw(octet);
            ALAW[octet] = expandAlaw(octet);
        }
    }

    private G711() {}

    /// One µ-law octet (0 to 255; higher bits are ignored) as a sample, -32124 to 32124.
    public static short fromUlaw(int octet) {
        return ULAW[octet & 0xFF];
    }

    /// One A-law octet (0 to 255; higher bits are ignored) as a sample, -32256 to 32256.
    public static short fromAlaw(int octet) {
        return ALAW[octet & 0xFF];
    }

    /// The µ-law octet between whose decision values the sample lies; the outermost for louder
    /// ones.
    public static byte toUlaw(short sample) {
        int biased = Math.min(magnitude(sample), ULAW_LARGEST) + ULAW_BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(biased);
        int place = (biased >> (segment + 3)) & 0x0F;
        int sign = sample < 0 ? 0x80 : 0;
        return (byte) ~(sign | (segment << 4) | place);
    }

    /// The A-law octet between whose decision values the sample lies; the outermost for louder
    /// ones.
    public static byte toAlaw(short sample) {
        int magnitude = magnitude(sample);
        int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
        int place = (magnitude >> (Math.max(1, segment) + 3)) & 0x0F;
        int sign = sample < 0 ? 0 : 0x80;
        return (byte) ((sign | (segment << 4) | place) ^ ALAW_EVEN_BITS);
    }

    static int toUlaw(short[] from, int offset, int count, byte[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] = toUlaw(from[offset + i]);
        }
        return count;
    }

    static int toAlaw(short[] from, int offset, int count, byte[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] = toAlaw(from[offset + i]);
        }
        return count;
    }

    static int fromUlaw(byte[] from, int offset, int length, short[] to, int at) {
        for (int i = 0; i < length; i++) {
            to[at + i] = ULAW[from[offset + i] & 0xFF];
        }
        return length;
    }

    static int fromAlaw(byte[] from, int offset, int length, short[] to, int at) {
        for (int i = 0; i < length; i++) {
            to[at + i] = ALAW[from[offset + i] & 0xFF];
        }
        return length;
    }

    private static int magnitude(short sample) {
        return sample < 0 ? ~sample : sample;
    }

    private static short expandUlaw(int octet) {
        int code = ~octet;
        int place = ((code & 0x0F) << 3) + ULAW_BIAS;
        int magnitude = (place << ((code >> 4) & 7)) - ULAW_BIAS;
        return (short) ((code & 0x80) == 0 ? magnitude : -magnitude);
    }

    private static short expandAlaw(int octet) {
        int code = octet ^ ALAW_EVEN_BITS;
        int segment = (code >> 4) & 7;
        int middle = ((code & 0x0F) << 4) + 8;
        int magnitude = segment == 0 ? middle : (middle + 0x100) << (segment - 1);
        return (short) ((code & 0x80) == 0 ? -magnitude : magnitude);
    }
}
