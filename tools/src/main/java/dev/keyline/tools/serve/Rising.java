package dev.keyline.tools.serve;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFormat;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A prompt that needs no voice and no language: four rising notes. It comes with the program, so
/// that the first call has something to hear although no sound files are installed.
public final class Rising {
    /// The name for `Playback`.
    public static final String NAME = "rising";

    /// C, E, G, C.
    private static final List<Double> NOTES = List.of(523.25, 659.25, 783.99, 1046.5);

    private Rising() {}

    /// The samples at 8 kHz, 0.64 s.
    public static short[] samples() {
        var beats = new ArrayList<Cadence.Beat>();
        for (var note : NOTES) {
            beats.add(new Cadence.Beat(Tone.of(note, -12), 120));
            beats.add(new Cadence.Beat(Tone.SILENCE, 40));
        }
        return new Cadence(beats, false).samples();
    }

    /// Writes `en/rising.wav` into a sounds directory.
    ///
    /// @throws IOException when the disk does not take it
    public static void write(Path sounds) throws IOException {
        var folder = Files.createDirectories(sounds.resolve("en"));
        Files.write(
                folder.resolve(NAME + ".wav"),
                SoundFormat.WAV.write(new Sound(Tone.RATE, samples())));
    }
}
