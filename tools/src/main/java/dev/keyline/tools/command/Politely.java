package dev.keyline.tools.command;

import java.util.Optional;

/// What is to be done when the process is told to end by Ctrl-C or SIGTERM while this is open: the
/// other side must not be left with a call that nobody ends.
final class Politely implements AutoCloseable {
    private volatile Optional<Runnable> farewell;

    private Politely(Runnable farewell) {
        this.farewell = Optional.of(farewell);
    }

    static Politely onExit(Runnable farewell) {
        var politely = new Politely(farewell);
        Runtime.getRuntime().addShutdownHook(new Thread(politely::leave));
        return politely;
    }

    private void leave() {
        farewell.ifPresent(Runnable::run);
    }

    /// All went well, nothing is to be done any more. The hook stays and does nothing: the platform
    /// does not let one be taken back once the process is ending.
    @Override
    public void close() {
        farewell = Optional.empty();
    }
}
