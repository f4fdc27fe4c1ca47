package dev.keyline.tools.console;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// Lines on their way to one console, as they come up. Whoever makes them never waits for it: a
/// console that reads too slowly loses lines and is told how many.
public final class Feed implements AutoCloseable {
    /// Lines that may wait.
    static final int LONGEST_QUEUE = 1000;

    private final Consumer<Feed> onClose;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer;

    /// @param lost what is said about so many lines that were lost
    Feed(Consumer<String> reader, LongFunction<String> lost, Consumer<Feed> onClose) {
        this.onClose = onClose;
        this.writer = Thread.ofVirtual().name("console feed").start(() -> write(reader, lost));
    }

    void offer(String line) {
        if (!waiting.offer(line)) {
            lost.incrementAndGet();
        }
    }

    private void write(Consumer<String> reader, LongFunction<String> words) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                reader.accept(waiting.take());
                long missing = lost.getAndSet(0);
                if (missing > 0) {
                    reader.accept(words.apply(missing));
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
