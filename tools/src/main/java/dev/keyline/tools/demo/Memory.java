package dev.keyline.tools.demo;

import dev.keyline.audio.tone.Likeness;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.tools.phone.Hearing;
import java.util.ArrayList;
import java.util.List;

/// Keeps what is heard from some time on, in its place: by the sender's stamps, and as early as the
/// quickest block came. Blocks that a busy machine hands over late are thus not taken for a slow
/// line.
final class Memory implements Hearing {
    private static final int PER_MILLI = Tone.RATE / 1000;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(long stamp, short[] samples) {}

    private final long from;
    private final List<Block> blocks = new ArrayList<>();
    private long shift = Long.MAX_VALUE;

    /// @param fromMillis after the answer: what is heard before is forgotten. Who speaks may
    ///   change, and each has a clock of his own
    Memory(int fromMillis) {
        this.from = fromMillis;
    }

    @Override
    public void heard(CallEvent.Heard voice, short[] samples, long sinceAnswer) {
        long since = sinceAnswer - from * 1_000_000;
        if (sinceAnswer >= 0 && since >= 0) {
            var block = new Block(voice.timestamp() * (long) PER_MILLI, samples);
            blocks.add(block);
            shift = Math.min(shift, since * Tone.RATE / 1_000_000_000 - block.stamp());
        }
    }

    /// How much of a sound was heard, and how long after the beginning.
    Likeness likenessTo(short[] sound) {
        return Likeness.of(sound, sound());
    }

    /// All of it, at 8 kHz.
    short[] sound() {
        int length =
                blocks.stream().mapToInt(it -> place(it) + it.samples().length).max().orElse(0);
        var sound = new short[Math.max(0, length)];
        for (var block : blocks) {
            int at = place(block);
            if (at >= 0) {
                System.arraycopy(block.samples(), 0, sound, at, block.samples().length);
            }
        }
        return sound;
    }

    private int place(Block block) {
        return Math.toIntExact(block.stamp() + shift);
    }
}
