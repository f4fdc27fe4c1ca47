package dev.keyline.tools.rig;

import dev.keyline.tools.load.Tally;
import dev.keyline.tools.report.Cpu;
import dev.keyline.tools.report.Moment;
import dev.keyline.tools.report.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/// Looks at a bench once a second until all is done or somebody has seen enough.
public final class Watch {
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Bench bench;
    private final Processor own = Processor.own();
    private final Optional<Processor> server;
    private final long longest;
    private final long start = System.nanoTime();
    private final double ownBefore = seconds(own);
    private final double serverBefore;
    private final Timeline timeline;
    private volatile boolean stopped;

    /// @param server the process that is measured
    /// @param longest nanoseconds until all is ended
    public Watch(Bench bench, Optional<Processor> server, long longest) {
        this.bench = bench;
        this.longest = longest;
        this.server = server;
        this.serverBefore = server.map(Watch::seconds).orElse(Double.NaN);
        this.timeline = new Timeline(new Timeline.Look(0, new Tally(), 0, 0));
    }

    private static double seconds(Processor processor) {
        return processor.seconds().orElse(Double.NaN);
    }

    /// What was seen in the end.
    ///
    /// @param moments one for each second
    /// @param server empty too when its process is gone
    public record Seen(
            double seconds, Tally tally, List<Moment> moments, Cpu own, Optional<Cpu> server) {
        public Seen {
            moments = List.copyOf(moments);
        }
    }

    /// Watches to the end.
    ///
    /// @param told is told each second
    public Seen watch(BiConsumer<Moment, Tally> told) {
        long next = start + SECOND;
        while (!stopped && System.nanoTime() - start < longest) {
            LockSupport.parkNanos(Math.min(BETWEEN_LOOKS, next - System.nanoTime()));
            boolean second = System.nanoTime() >= next;
            var look = bench.look();
            if (second) {
                told.accept(note(look.tally()), look.tally());
                next += Math.max(SECOND, (System.nanoTime() - next) / SECOND * SECOND);
            }
            if (look.done()) {
                break;
            }
        }
        return seen(bench.finish().tally());
    }

    /// Has [#watch] come to its end, from any thread.
    public void stop() {
        stopped = true;
    }

    private Moment note(Tally tally) {
        double server = this.server.map(Watch::seconds).orElse(Double.NaN) - serverBefore;
        return timeline.add(new Timeline.Look(elapsed(), tally, seconds(own) - ownBefore, server));
    }

    private double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }

    private Seen seen(Tally tally) {
        note(tally);
        double cost = server.map(Watch::seconds).orElse(Double.NaN) - serverBefore;
        var servers = new Cpu("the server", cost);
        return new Seen(
                elapsed(),
                tally,
                timeline.moments(),
                new Cpu("the generator", seconds(own) - ownBefore),
                Optional.of(servers).filter(it -> Double.isFinite(it.seconds())));
    }
}
