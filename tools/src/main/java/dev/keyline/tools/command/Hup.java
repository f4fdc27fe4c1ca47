package dev.keyline.tools.command;

import org.jline.utils.Signals;

/// SIGHUP, where the system has it.
final class Hup implements AutoCloseable {
    private static final String NAME = "HUP";

    private final Object before;

    private Hup(Object before) {
        this.before = before;
    }

    /// From now on it does this, until closed.
    static Hup calls(Runnable what) {
        return new Hup(Signals.register(NAME, what));
    }

    @Override
    public void close() {
        Signals.unregister(NAME, before);
    }
}
