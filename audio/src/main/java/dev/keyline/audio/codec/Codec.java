package dev.keyline.audio.codec;

import dev.keyline.audio.gsm.FullRateDecoder;
import dev.keyline.audio.gsm.FullRateEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A way to write 8 kHz speech in octets, called by the name Asterisk gives it in `allow=`.
public enum Codec {
    /// G.711 µ-law: one octet a sample.
    ULAW("ulaw", 1, 1) {
        @Override
        public Encoder encoder() {
            return G711::toUlaw;
        }

        @Override
        public Decoder decoder() {
            return G711::fromUlaw;
        }
    },
    /// G.711 A-law: one octet a sample.
    ALAW("alaw", 1, 1) {
        @Override
        public Encoder encoder() {
            return G711::toAlaw;
        }

        @Override
        public Decoder decoder() {
            return G711::fromAlaw;
        }
    },
    /// Signed linear, 16 bits, the octet order of an IAX call: big-endian, as Asterisk sends it
    /// whatever the machine. Files are little-endian: see [Slin#LITTLE_ENDIAN].
    SLIN("slin", 1, 2) {
        @Override
        public Encoder encoder() {
            return Slin.BIG_ENDIAN;
        }

        @Override
        public Decoder decoder() {
            return Slin.BIG_ENDIAN;
        }
    },
    /// GSM 06.10 full rate: 160 samples in 33 octets, packed as RFC 3551 §4.5.8 lays them out.
    GSM("gsm", FullRateEncoder.SAMPLES, FullRateEncoder.OCTETS) {
        @Override
        public Encoder encoder() {
            return new GsmFrames.Encoding(new FullRateEncoder());
        }

        @Override
        public Decoder decoder() {
            return new GsmFrames.Decoding(new FullRateDecoder());
        }
    };

    /// Samples in 20 ms, the length of frame that every peer expects.
    public static final int SAMPLES_PER_FRAME = 160;

    private static final List<Codec> ALL = List.of(values());

    private final String label;
    private final int samplesPerUnit;
    private final int octetsPerUnit;

    Codec(String label, int samplesPerUnit, int octetsPerUnit) {
        this.label = label;
        this.samplesPerUnit = samplesPerUnit;
        this.octetsPerUnit = octetsPerUnit;
    }

    /// The codec that Asterisk calls `label` (exactly, small letters), if it is one of these.
    public static Optional<Codec> labelled(String label) {
        for (var codec : ALL) {
            if (codec.label.equals(label)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    /// `ulaw`, `alaw`, `slin` or `gsm`.
    public String label() {
        return label;
    }

    /// Samples per second: 8000 for all of these.
    public int sampleRate() {
        return 8000;
    }

    /// Samples in 20 ms.
    public int samplesPerFrame() {
        return SAMPLES_PER_FRAME;
    }

    /// Octets in 20 ms: 160, 160, 320 or 33.
    public int octetsPerFrame() {
        return octetsFor(SAMPLES_PER_FRAME);
    }

    /// Octets that `samples` samples make; a unit that is not full is not counted.
    public int octetsFor(int samples) {
        return samples / samplesPerUnit * octetsPerUnit;
    }

    /// Samples in `octets` octets; a unit that is not full is not counted.
    public int samplesIn(int octets) {
        return octets / octetsPerUnit * samplesPerUnit;
    }

    /// Whether a payload of this many octets can be this codec: some, and only whole units.
    public boolean fits(int octets) {
        return octets > 0 && octets % octetsPerUnit == 0;
    }

    /// A fresh encoder for one direction of one call.
    public abstract Encoder encoder();

    /// A fresh decoder for one direction of one call.
    public abstract Decoder decoder();

    /// All the samples as octets in one go, as for a file. Where the codec works in units, silence
    /// fills the last one.
    public byte[] encode(short[] samples) {
        int units = (samples.length + samplesPerUnit - 1) / samplesPerUnit;
        short[] whole = Arrays.copyOf(samples, units * samplesPerUnit);
        byte[] octets = new byte[units * octetsPerUnit];
        encoder().encode(whole, 0, whole.length, octets, 0);
        return octets;
    }

    /// All whole units of the octets as samples in one go, as for a file.
    public short[] decode(byte[] octets) {
        short[] samples = new short[samplesIn(octets.length)];
        decoder().decode(octets, 0, octets.length, samples, 0);
        return samples;
    }

    @Override
    public String toString() {
        return label;
    }
}
