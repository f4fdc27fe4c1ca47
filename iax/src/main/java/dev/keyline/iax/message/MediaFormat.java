package dev.keyline.iax.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A way of writing sound, pictures or text, as the protocol numbers it (RFC 5456 §8.7). Where the
/// RFC and Asterisk disagree (bits 4 and 11, 13) Asterisk's meaning is taken, because that is what
/// peers send. Formats from [#G719] on need the 64-bit elements of Asterisk 1.8 and later.
public enum MediaFormat {
    G723(0, 'B', 30, 8000),
    GSM(1, 'C', 20, 8000),
    ULAW(2, 'D', 20, 8000),
    ALAW(3, 'E', 20, 8000),
    G726AAL2(4, 'N', 20, 8000),
    ADPCM(5, 'G', 20, 8000),
    SLIN(6, 'H', 20, 8000),
    /// A frame lasts 22.5 ms; the clock of the wire counts whole ones.
    LPC10(7, 'I', 22, 8000),
    G729(8, 'J', 20, 8000),
    SPEEX(9, 'K', 20, 8000),
    ILBC(10, 'M', 30, 8000),
    G726(11, 'F', 20, 8000),
    G722(12, 'O', 20, 16000),
    SIREN7(13, 'Z', 20, 16000),
    SIREN14(14, '[', 20, 32000),
    SLIN16(15, 'P', 20, 16000),
    JPEG(16, 'Q', 0, 0),
    PNG(17, 'R', 0, 0),
    H261(18, 'S', 0, 0),
    H263(19, 'T', 0, 0),
    H263P(20, 'U', 0, 0),
    H264(21, 'V', 0, 0),
    MPEG4(22, 'W', 0, 0),
    VP8(23, 'g', 0, 0),
    T140RED(26, 'X', 0, 0),
    T140(27, 'Y', 0, 0),
    G719(32, ']', 20, 48000),
    SPEEX16(33, 'L', 20, 16000),
    OPUS(34, 'f', 20, 48000);

    /// Asterisk's order of preference when neither side named one.
    private static final MediaFormat[] BEST_FIRST = {
        ULAW, ALAW, G719, SIREN14, SIREN7, G722, SLIN16, SLIN, G726, G726AAL2, ADPCM, GSM, ILBC,
        SPEEX16, SPEEX, OPUS, LPC10, G729, G723
    };

    /// Other names that Asterisk's `allow=` takes.
    private static final Map<String, MediaFormat> ALIASES =
            Map.of(
                    "slinear", SLIN,
                    "slinear16", SLIN16,
                    "g723.1", G723,
                    "g722.1", SIREN7,
                    "g722.1c", SIREN14,
                    "red", T140RED);

    private static final MediaFormat[] ALL = values();

    private final int exponent;
    private final char letter;
    private final int frameMillis;
    private final int sampleRate;

    MediaFormat(int exponent, char letter, int frameMillis, int sampleRate) {
        this.exponent = exponent;
        this.letter = letter;
        this.frameMillis = frameMillis;
        this.sampleRate = sampleRate;
    }

    /// The mask with this format alone.
    public long bit() {
        return 1L << exponent;
    }

    /// The name in Asterisk's files: `ulaw`, `g726aal2`.
    public String asteriskName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The letter of this format in a preference list, as Asterisk 1.8 and later number them. B to
    /// K mean the same in every release; later letters were shifted in 1.4 and 1.6.
    public char letter() {
        return letter;
    }

    /// How much sound one frame usually holds, in milliseconds; 0 if this is not sound.
    public int frameMillis() {
        return frameMillis;
    }

    /// Samples per second; 0 if this is not sound.
    public int sampleRate() {
        return sampleRate;
    }

    public boolean isAudio() {
        return sampleRate > 0;
    }

    public boolean isVideo() {
        return exponent >= H261.exponent && exponent <= VP8.exponent;
    }

    public boolean isIn(long mask) {
        return (mask & bit()) != 0;
    }

    /// The format with exactly this bit, or null: several bits, none, or one nobody assigned.
    public static @Nullable MediaFormat ofBit(long bit) {
        for (var one : ALL) {
            if (one.bit() == bit) {
                return one;
            }
        }
        return null;
    }

    /// The format with Asterisk's name or one of its aliases, in any case, or null.
    public static @Nullable MediaFormat ofName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.asteriskName().equals(lower))
                .findFirst()
                .orElse(ALIASES.get(lower));
    }

    /// The format with this preference letter, or null.
    public static @Nullable MediaFormat ofLetter(char letter) {
        for (var one : ALL) {
            if (one.letter == letter) {
                return one;
            }
        }
        return null;
    }

    /// The sound formats of a mask in Asterisk's order, best first.
    public static List<MediaFormat> bestFirst(long mask) {
        return Arrays.stream(BEST_FIRST).filter(one -> one.isIn(mask)).toList();
    }

    /// The best sound format of a mask in Asterisk's order, or null if it has none.
    public static @Nullable MediaFormat best(long mask) {
        for (var one : BEST_FIRST) {
            if (one.isIn(mask)) {
                return one;
            }
        }
        return null;
    }
}
