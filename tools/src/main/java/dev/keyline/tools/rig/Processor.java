package dev.keyline.tools.rig;

import java.time.Duration;
import java.util.OptionalDouble;

/// How much processor time a process has had, user and system, of all its threads.
public record Processor(long pid) {
    public static Processor own() {
        return new Processor(ProcessHandle.current().pid());
    }

    /// Seconds, in steps of 10 ms on Linux; empty when there is no such process, or the system does
    /// not tell.
    public OptionalDouble seconds() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .map(nanos -> OptionalDouble.of(nanos / 1e9))
                .orElse(OptionalDouble.empty());
    }
}
