package dev.keyline.bench;

import dev.keyline.iax.delivery.Delivery;
import dev.keyline.iax.delivery.Pace;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One numbered frame, posted here and taken there; an ACK goes back for each window of them. All
/// happens at the same time, so that nothing is ever repeated.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeliveryBench {
    private static final int WINDOW = 16;

    private final Delivery here = new Delivery(Samples.OURS, Samples.THEIRS, Pace.USUAL);
    private final Delivery there = new Delivery(Samples.THEIRS, Samples.OURS, Pace.USUAL);
    private final Body body = Samples.voiceBody();

    @Benchmark
    @OperationsPerInvocation(WINDOW)
    public int window() {
        for (int i = 0; i < WINDOW; i++) {
            there.take(here.post(body, i, 0), true);
        }
        here.take(there.loose(IaxCommand.ACK, WINDOW), false);
        return here.unacknowledged();
    }
}
