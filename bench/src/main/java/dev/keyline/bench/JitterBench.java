package dev.keyline.bench;

import dev.keyline.iax.jitter.JitterBuffer;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.jitter.Playout;
import dev.keyline.iax.wire.Bytes;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A block of 20 ms is put into the jitter buffer, and what is due is played. Blocks come in order,
/// each up to `spread` ms late.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JitterBench {
    private static final long MILLIS = 1_000_000;
    private static final int LENGTH = 20;
    private static final int DELAYS = 1024;

    @Param({"0", "19"})
    public int spread;

    private final JitterBuffer<Bytes> buffer = new JitterBuffer<>(JitterSettings.USUAL);
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final long[] delays = new long[DELAYS];
    private long blocks;

    /// Keeps what was played last, so that nobody can leave the playing out.
    private static final class Loudspeaker implements Playout<Bytes> {
        private Bytes last = Bytes.EMPTY;

        @Override
        public void play(Bytes block) {
            last = block;
        }

        @Override
        public void conceal(int timestamp, int millis) {
            last = Bytes.EMPTY;
        }
    }

    @Setup
    public void begin() {
        var chance = new SplittableRandom(1);
        for (int i = 0; i < DELAYS; i++) {
            delays[i] = chance.nextLong((spread + 1) * MILLIS);
        }
    }

    @Benchmark
    public Bytes putAndPlay() {
        long now = blocks * LENGTH * MILLIS + delays[(int) (blocks % DELAYS)];
        buffer.put(Samples.BLOCK, (int) (blocks * LENGTH), LENGTH, now);
        buffer.play(now, loudspeaker);
        blocks++;
        return loudspeaker.last;
    }
}
