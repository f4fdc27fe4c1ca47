package dev.keyline.tools.phone;

import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.mix.Resampler;
import dev.keyline.audio.tone.Tone;
import java.io.IOException;
import java.nio.file.Path;

/// A sound file as samples for the line.
public final class PlayFile {
    private PlayFile() {}

    /// The samples at 8 kHz.
    ///
    /// @throws IOException when it is no sound, or has a rate other than 8 or 16 kHz; the message
    ///   names the file
    public static short[] read(Path file) throws IOException {
        return switch (SoundFile.read(file)) {
            case Sound sound when sound.rate() == Tone.RATE || sound.rate() == 2 * Tone.RATE ->
                    Resampler.resampled(sound.samples(), sound.rate(), Tone.RATE);
            case Sound sound ->
                    throw new IOException(
                            "%s has %d samples a second; 8000 or 16000 can be played: sox %s -r 8000 OUT.wav"
                                    .formatted(file, sound.rate(), file));
            case NotSound not -> throw new IOException(not.message());
        };
    }
}
