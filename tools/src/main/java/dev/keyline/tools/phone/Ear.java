package dev.keyline.tools.phone;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Decoder;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import java.util.Optional;

/// Makes sound of the blocks that come, and counts them.
final class Ear {
    private Optional<Codec> codec = Optional.empty();
    private Optional<Decoder> decoder = Optional.empty();
    private int frames;
    private long samples;
    private double loudest = Level.SILENCE;

    /// The samples of a block; none when its format is not known here.
    short[] hear(CallEvent.Heard voice) {
        var sound = decode(voice);
        frames++;
        samples += sound.length;
        loudest = Math.max(loudest, Level.of(sound, 0, sound.length));
        return sound;
    }

    private short[] decode(CallEvent.Heard voice) {
        var named = Codec.labelled(voice.format().asteriskName());
        if (!named.equals(codec)) {
            codec = named;
            decoder = named.map(Codec::decoder);
        }
        if (codec.isEmpty() || decoder.isEmpty()) {
            return new short[0];
        }
        var octets = voice.payload().toArray();
        var sound = new short[codec.get().samplesIn(octets.length)];
        decoder.get().decode(octets, 0, octets.length, sound, 0);
        return sound;
    }

    int frames() {
        return frames;
    }

    /// Seconds of sound in all frames.
    double seconds() {
        return samples / (double) Tone.RATE;
    }

    /// The level of the loudest frame, in dBm0.
    double loudest() {
        return loudest;
    }
}
