package dev.keyline.pbx.remote;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A number that somebody is being asked for.
final class OpenQuestion<W> {
    private final long since;
    private final Set<W> waiters = new LinkedHashSet<>();
    private boolean sent;

    OpenQuestion(long since) {
        this.since = since;
    }

    /// When it was asked first, in nanoseconds.
    long since() {
        return since;
    }

    boolean isSent() {
        return sent;
    }

    void send() {
        sent = true;
    }

    void unsend() {
        sent = false;
    }

    boolean admit(W waiter, int most) {
        return waiters.size() < most && waiters.add(waiter);
    }

    List<W> waiters() {
        return List.copyOf(waiters);
    }

    List<String> flags() {
        return sent ? List.of("PENDING", "TRANSMITTED") : List.of("PENDING");
    }
}
