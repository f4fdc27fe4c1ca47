package dev.keyline.pbx.channel;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Concealment;
import dev.keyline.audio.codec.Decoder;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.MediaFormat;
import java.util.EnumMap;
import java.util.Map;

/// Turns what a channel hears into samples of 8 kHz, for whoever wants to record or measure it.
public final class Ear {
    private static final int SAMPLES_PER_MILLI = 8;

    private final Concealment concealment = new Concealment();
    private final Map<MediaFormat, Decoder> decoders = new EnumMap<>(MediaFormat.class);

    /// The samples of a block of voice; none for a format that we have no codec for.
    public short[] samples(CallEvent.Heard heard) {
        return Transcoder.codec(heard.format())
                .filter(codec -> codec.fits(heard.payload().length()))
                .map(codec -> decode(codec, heard))
                .orElseGet(() -> new short[0]);
    }

    /// Samples in place of voice that is missing.
    public short[] samples(CallEvent.Missed missed) {
        var samples = new short[missed.millis() * SAMPLES_PER_MILLI];
        concealment.make(samples, 0, samples.length);
        return samples;
    }

    private short[] decode(Codec codec, CallEvent.Heard heard) {
        int length = heard.payload().length();
        var samples = new short[codec.samplesIn(length)];
        decoders.computeIfAbsent(heard.format(), _ -> codec.decoder())
                .decode(heard.payload().toArray(), 0, length, samples, 0);
        concealment.heard(samples, 0, samples.length);
        return samples;
    }
}
