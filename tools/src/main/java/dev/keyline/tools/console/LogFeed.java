package dev.keyline.tools.console;

import dev.keyline.pbx.ledger.Journal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The log as it goes on, for one console. Whoever logs never waits for it: a console that reads
/// too slowly loses lines and is told how many.
public final class LogFeed implements AutoCloseable {
    /// Lines that may wait.
    static final int LONGEST_QUEUE = 1000;

    private final Journal.Level least;
    private final Consumer<LogFeed> onClose;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer;

    LogFeed(int verbosity, Consumer<String> reader, Consumer<LogFeed> onClose) {
        this.least =
                switch (verbosity) {
                    case 0 -> Journal.Level.NOTICE;
                    case 1 -> Journal.Level.VERBOSE;
                    default -> Journal.Level.DEBUG;
                };
        this.onClose = onClose;
        this.writer = Thread.ofVirtual().name("console log").start(() -> write(reader));
    }

    void offer(Journal.Level level, String text) {
        if (level.compareTo(least) >= 0 && !waiting.offer(words(level, text))) {
            lost.incrementAndGet();
        }
    }

    /// As Asterisk's console has it: steps of calls begin with two dashes.
    private static String words(Journal.Level level, String text) {
        return level == Journal.Level.VERBOSE ? "    -- " + text : level + ": " + text;
    }

    private void write(Consumer<String> reader) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                reader.accept(waiting.take());
                long missing = lost.getAndSet(0);
                if (missing > 0) {
                    reader.accept(missing + " lines of the log are left out: too many at once");
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
        writer.interrupt();
    }
}
