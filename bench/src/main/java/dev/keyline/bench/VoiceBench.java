package dev.keyline.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Voice through a whole endpoint that sends it back: 20 ms of one call as a mini frame, and of
/// eight calls in one trunk envelope. A socket is not part of it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VoiceBench {
    private final Echo one = new Echo(1, false);
    private final Echo eight = new Echo(8, true);

    @Benchmark
    public long mini() {
        return one.hear();
    }

    @Benchmark
    public long envelopeOfEight() {
        return eight.hear();
    }
}
