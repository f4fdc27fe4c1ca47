package dev.keyline.tools.phone;

import dev.keyline.audio.file.Recording;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import java.io.IOException;

/// Writes down what is heard where it belongs in time. Lost blocks leave silence, so that what
/// follows stays in its place; a block that comes behind its time is left out.
///
/// Not thread-safe.
public final class Tape implements Hearing {
    /// Longer gaps are not filled, since a stamp may be nonsense: ten seconds.
    private static final int LONGEST_GAP = 10 * Tone.RATE;

    private final Recording recording;
    private long written;
    private int firstStamp;

    public Tape(Recording recording) {
        this.recording = recording;
    }

    @Override
    public void heard(CallEvent.Heard voice, short[] samples, long sinceAnswer) throws IOException {
        if (written == 0) {
            firstStamp = voice.timestamp();
        }
        long place = (long) (voice.timestamp() - firstStamp) * (Tone.RATE / 1000);
        long gap = place - written;
        if (gap < -samples.length / 2) {
            return;
        }
        if (gap > samples.length / 2 && gap <= LONGEST_GAP) {
            write(new short[(int) gap]);
        }
        write(samples);
    }

    private void write(short[] samples) throws IOException {
        recording.write(samples, 0, samples.length);
        written += samples.length;
    }
}
