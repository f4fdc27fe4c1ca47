package dev.keyline.audio.tone;

import java.util.Arrays;

/// Writes a [Cadence] out, block after block of any size. A tone that goes on into the next beat or
/// the next round goes on without a break. Allocates nothing but when the tone changes.
public final class ToneSource {
    private final Cadence cadence;
    private int beat;
    private int left;
    private Tone tone;
    private Oscillator[] oscillators;

    public ToneSource(Cadence cadence) {
        this.cadence = cadence;
        this.left = cadence.beats().getFirst().samples();
        this.tone = cadence.beats().getFirst().tone();
        this.oscillators = oscillators(tone);
    }

    /// Writes the next `count` samples of 8 kHz; past the end of what does not repeat, silence.
    public void next(short[] to, int at, int count) {
        int done = 0;
        while (done < count && !finished()) {
            int part = Math.min(left, count - done);
            sound(to, at + done, part);
            done += part;
            left -= part;
            if (left == 0) {
                nextBeat();
            }
        }
        Arrays.fill(to, at + done, at + count, (short) 0);
    }

    /// Whether there is nothing left but silence.
    public boolean finished() {
        return beat == cadence.beats().size();
    }

    private void nextBeat() {
        beat++;
        if (finished() && cadence.repeats()) {
            beat = 0;
        }
        if (!finished()) {
            var next = cadence.beats().get(beat);
            left = next.samples();
            if (!next.tone().equals(tone)) {
                tone = next.tone();
                oscillators = oscillators(tone);
            }
        }
    }

    private void sound(short[] to, int at, int count) {
        for (int i = at; i < at + count; i++) {
            double sum = 0;
            for (Oscillator oscillator : oscillators) {
                sum += oscillator.next();
            }
            to[i] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        for (Oscillator oscillator : oscillators) {
            oscillator.steady();
        }
    }

    private static Oscillator[] oscillators(Tone tone) {
        return tone.sines().stream().map(Oscillator::new).toArray(Oscillator[]::new);
    }

    /// A point that goes round a circle; its height is the sine.
    private static final class Oscillator {
        private final double peak;
        private final double cos;
        private final double sin;
        private double x;
        private double y;

        Oscillator(Tone.Sine sine) {
            double step = 2 * Math.PI * sine.hertz() / Tone.RATE;
            double phase = Math.toRadians(sine.phase());
            peak = Level.peak(sine.dbm0());
            cos = Math.cos(step);
            sin = Math.sin(step);
            x = peak * Math.cos(phase);
            y = peak * Math.sin(phase);
        }

        double next() {
            double height = y;
            double turned = (x * cos) - (y * sin);
            y = (x * sin) + (y * cos);
            x = turned;
            return height;
        }

        /// Rounding makes the circle a spiral, slowly; this brings the point back onto it.
        void steady() {
            double correction = peak / Math.hypot(x, y);
            x *= correction;
            y *= correction;
        }
    }
}
