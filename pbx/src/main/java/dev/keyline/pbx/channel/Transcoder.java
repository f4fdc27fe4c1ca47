package dev.keyline.pbx.channel;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Decoder;
import dev.keyline.audio.codec.Encoder;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// From one format into another, for one direction of one call. What comes out are frames of 20 ms,
/// whatever the frames that went in.
public final class Transcoder {
    private final Codec from;
    private final Decoder decoder;
    private final Voice voice;

    private Transcoder(Codec from, Codec to) {
        this.from = from;
        this.decoder = from.decoder();
        this.voice = new Voice(to);
    }

    /// The codec of a format, if we have it.
    public static Optional<Codec> codec(MediaFormat format) {
        return Codec.labelled(format.asteriskName());
    }

    /// Empty when we lack the codec of either.
    public static Optional<Transcoder> between(MediaFormat from, MediaFormat to) {
        return codec(from).flatMap(f -> codec(to).map(t -> new Transcoder(f, t)));
    }

    /// Frames in the other format; sometimes none yet. A payload of a length that the codec cannot
    /// have is dropped.
    public List<Bytes> convert(Bytes payload) {
        return from.fits(payload.length()) ? voice.frames(samples(payload)) : List.of();
    }

    private short[] samples(Bytes payload) {
        var samples = new short[from.samplesIn(payload.length())];
        decoder.decode(payload.toArray(), 0, payload.length(), samples, 0);
        return samples;
    }

    /// Samples into frames of one format.
    static final class Voice {
        private final Codec codec;
        private final Encoder encoder;
        private short[] waiting = new short[0];

        Voice(Codec codec) {
            this.codec = codec;
            this.encoder = codec.encoder();
        }

        List<Bytes> frames(short[] samples) {
            int frame = codec.samplesPerFrame();
            var all = Arrays.copyOf(waiting, waiting.length + samples.length);
            System.arraycopy(samples, 0, all, waiting.length, samples.length);
            var frames = new ArrayList<Bytes>(all.length / frame);
            int at = 0;
            for (; at + frame <= all.length; at += frame) {
                var octets = new byte[codec.octetsPerFrame()];
                encoder.encode(all, at, frame, octets, 0);
                frames.add(Bytes.copyOf(octets));
            }
            waiting = Arrays.copyOfRange(all, at, all.length);
            return frames;
        }
    }
}
