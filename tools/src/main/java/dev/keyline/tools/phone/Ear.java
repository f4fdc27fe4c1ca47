package dev.keyline.tools.phone;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Decoder;
import dev.keyline.audio.file.Recording;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import java.io.IOException;
import java.util.Optional;

/// What we hear: counted, and written down where it belongs in time.
final class Ear {
    /// Longer gaps are not filled, since a stamp may be nonsense: ten seconds.
    private static final int LONGEST_GAP = 10 * Tone.RATE;

    private final Optional<Recording> recording;
    private Optional<Codec> codec = Optional.empty();
    private Optional<Decoder> decoder = Optional.empty();
    private int frames;
    private long samples;
    private double loudest = Level.SILENCE;
    private long written;
    private int firstStamp;

    Ear(Optional<Recording> recording) {
        this.recording = recording;
    }

    void hear(CallEvent.Heard voice) throws IOException {
        var sound = decode(voice);
        frames++;
        samples += sound.length;
        loudest = Math.max(loudest, Level.of(sound, 0, sound.length));
        if (recording.isPresent()) {
            write(recording.get(), voice.timestamp(), sound);
        }
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

    /// Lost blocks leave silence, so that what follows stays in its place; a block that comes
    /// behind its time is left out.
    private void write(Recording to, int stamp, short[] sound) throws IOException {
        if (written == 0) {
            firstStamp = stamp;
        }
        long gap = (long) (stamp - firstStamp) * (Tone.RATE / 1000) - written;
        if (gap < -sound.length / 2) {
            return;
        }
        if (gap > sound.length / 2 && gap <= LONGEST_GAP) {
            to.write(new short[(int) gap], 0, (int) gap);
            written += gap;
        }
        to.write(sound, 0, sound.length);
        written += sound.length;
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
