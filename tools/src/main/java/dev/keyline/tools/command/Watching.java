package dev.keyline.tools.command;

import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.report.Progress;
import dev.keyline.tools.report.Run;
import dev.keyline.tools.rig.Bench;
import dev.keyline.tools.rig.Processor;
import dev.keyline.tools.rig.Watch;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells how a load test goes and went, also when Ctrl-C ends it.
///
/// @param server the process that is measured
/// @param longest nanoseconds until all is ended
record Watching(Talk talk, ReportOptions report, Optional<Processor> server, long longest) {
    /// How long the process may take to end: all calls are hung up, and the report is written.
    private static final int FAREWELL_SECONDS = 10;

    /// Watches to the end.
    ///
    /// @return whether some calls failed
    boolean watch(Bench bench, String title, Map<String, String> words) throws IOException {
        var began = Instant.now();
        var watch = new Watch(bench, server, longest);
        var written = new CountDownLatch(1);
        try (var _ = Politely.onExit(() -> stop(watch, written))) {
            var seen =
                    watch.watch(
                            (moment, tally) -> {
                                if (!report.isQuiet()) {
                                    talk.err().println(Progress.line(moment, tally));
                                }
                            });
            report.write(run(began, title, words, seen), talk);
            return seen.tally().of(Count.FAILED) + seen.tally().of(Count.DROPPED) > 0;
        } finally {
            written.countDown();
        }
    }

    private static void stop(Watch watch, CountDownLatch written) {
        watch.stop();
        try {
            if (!written.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The report could not be written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Run run(
            Instant began, String title, Map<String, String> words, Watch.Seen seen) {
        var settings = new LinkedHashMap<>(words);
        settings.put(
                "machine",
                "%s %s, %d processors, Java %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version()));
        return new Run(
                title,
                settings,
                began,
                seen.seconds(),
                seen.tally(),
                seen.moments(),
                seen.own(),
                seen.server());
    }
}
