package dev.keyline.audio.file;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Slin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A kind of sound file, known by the ending of its name. The first ending is the one we write and
/// say; the others are read as well, as Asterisk does. Endings are written in small letters but for
/// `WAV`.
public enum SoundFormat {
    /// RIFF, 16-bit linear when written; see [RiffWave] for what is read. `WAV` is Asterisk's name
    /// for GSM in a RIFF file ("wav49"), but other programs give it to any RIFF file, so it is
    /// opened and judged by its content.
    WAV(8000) {
        @Override
        SoundFile read(String file, byte[] octets) {
            return RiffWave.read(file, octets);
        }
    },
    /// 16-bit linear, little-endian, 8 kHz, no header.
    SLN(8000),
    /// 16-bit linear, little-endian, 16 kHz, no header.
    SLN16(16000),
    ULAW(8000),
    ALAW(8000),
    GSM(8000);

    private final int rate;

    SoundFormat(int rate) {
        this.rate = rate;
    }

    /// The format with this ending, given without its dot.
    public static Optional<SoundFormat> ofEnding(String ending) {
        return Arrays.stream(values()).filter(it -> it.allEndings().contains(ending)).findFirst();
    }

    static Optional<SoundFormat> ofFile(String file) {
        return ofEnding(file.substring(file.lastIndexOf('.') + 1));
    }

    static String endings() {
        return Arrays.stream(values())
                .flatMap(format -> format.allEndings().stream())
                .collect(Collectors.joining(", "));
    }

    /// The ending we write, without its dot.
    public String ending() {
        return allEndings().getFirst();
    }

    /// All endings that are read, without their dots; [#ending] first.
    public List<String> allEndings() {
        return switch (this) {
            case WAV -> List.of("wav", "WAV");
            case SLN -> List.of("sln", "slin", "raw");
            case SLN16 -> List.of("sln16");
            case ULAW -> List.of("ulaw", "ul", "mu", "pcm", "ulw");
            case ALAW -> List.of("alaw", "al", "alw");
            case GSM -> List.of("gsm");
        };
    }

    /// Samples per second; a `wav` may have another when read.
    public int rate() {
        return rate;
    }

    /// The codec whose octets such a file holds, header aside, when it is no linear one.
    Optional<Codec> codec() {
        return switch (this) {
            case ULAW -> Optional.of(Codec.ULAW);
            case ALAW -> Optional.of(Codec.ALAW);
            case GSM -> Optional.of(Codec.GSM);
            case WAV, SLN, SLN16 -> Optional.empty();
        };
    }

    /// Samples that a file of so many octets may hold at most. A wav may be µ-law: one octet each.
    long samplesIn(long octets) {
        return switch (this) {
            case SLN, SLN16 -> octets / 2;
            case WAV, ULAW, ALAW -> octets;
            case GSM -> octets / 33 * 160;
        };
    }

    /// A file without a header is sound to its last whole unit; a tail that was cut short, as a
    /// recording that was interrupted has it, is left out.
    SoundFile read(String file, byte[] octets) {
        short[] samples = codec().map(it -> it.decode(octets)).orElseGet(() -> linear(octets));
        return samples.length == 0
                ? new NotSound(file, "it holds no sound (" + octets.length + " octets)")
                : new Sound(rate, samples);
    }

    /// The octets of a whole file.
    ///
    /// @throws IllegalArgumentException when the format does not hold the rate of the sound:
    ///   resample it first
    public byte[] write(Sound sound) {
        if (this != WAV && sound.rate() != rate) {
            throw new IllegalArgumentException(
                    "a ." + ending() + " file holds " + rate + " Hz, not " + sound.rate());
        }
        byte[] body = codec().map(it -> it.encode(sound.samples())).orElseGet(() -> octets(sound));
        return this == WAV ? RiffWave.write(sound.rate(), body) : body;
    }

    private static short[] linear(byte[] octets) {
        short[] samples = new short[octets.length / 2];
        Slin.LITTLE_ENDIAN.decode(octets, 0, octets.length, samples, 0);
        return samples;
    }

    private static byte[] octets(Sound sound) {
        byte[] octets = new byte[2 * sound.samples().length];
        Slin.LITTLE_ENDIAN.encode(sound.samples(), 0, sound.samples().length, octets, 0);
        return octets;
    }
}
