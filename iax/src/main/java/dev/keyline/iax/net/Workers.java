package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Task;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The threads that perform slow tasks, for a port or for several together.
final class Workers {
    private final AtomicInteger ports;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                    Thread.ofPlatform().daemon().name("keyline-worker-", 0).factory());

    /// @param ports how many work for; each says [#leave] once
    Workers(int ports) {
        this.ports = new AtomicInteger(ports);
    }

    /// @param outcome takes what is to be done when the task is performed, in another thread
    void perform(Task task, Consumer<LongConsumer> outcome) {
        threads.execute(() -> outcome.accept(task.perform()::apply));
    }

    /// A port has no more tasks. When none has, the threads end.
    void leave() {
        if (ports.decrementAndGet() == 0) {
            threads.shutdown();
        }
    }
}
