package dev.keyline.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Voice through a whole endpoint that sends it back: 20 ms of one call as a mini frame, of each of
/// five hundred in turn, in clear or sealed, and of eight calls in one trunk envelope. A socket is
/// not part of it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VoiceBench {
    private static final int MANY = 500;

    private final Echo one = new Echo(1, Echo.Way.CLEAR);
    private final Echo many = new Echo(MANY, Echo.Way.CLEAR);
    private final Echo sealed = new Echo(1, Echo.Way.SEALED);
    private final Echo manySealed = new Echo(MANY, Echo.Way.SEALED);
    private final Echo eight = new Echo(8, Echo.Way.TRUNKED);

    @Benchmark
    public long mini() {
        return one.hear();
    }

    @Benchmark
    public long miniOfMany() {
        return many.hear();
    }

    @Benchmark
    public long sealed() {
        return sealed.hear();
    }

    @Benchmark
    public long sealedOfMany() {
        return manySealed.hear();
    }

    @Benchmark
    public long envelopeOfEight() {
        return eight.hear();
    }
}
