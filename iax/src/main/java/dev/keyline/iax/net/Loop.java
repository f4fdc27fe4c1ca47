package dev.keyline.iax.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/// One thread with its own gate: waits for a datagram, a wish or the time a party asked for; feeds
/// it; drains it; sends; repeats. Where several parties are served at a [Hatch] each, they share
/// the waiting, the rests and the waking up.
final class Loop {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    private final Hatches hatches = new Hatches();
    private final Gate gate;
    private final Clock clock;
    private final long usual;
    private final Coalescing coalescing;
    private final long busyPoll;
    private final Thread thread;
    private long lastBatch;

    /// @param at sockets at its gate, which is closed when the loop has ended
    /// @param before how many loops their port has already
    Loop(Sockets at, int before, Clock clock, PortSettings settings) {
        this.gate = at.gate();
        this.clock = clock;
        this.usual = settings.coalesce();
        this.coalescing = new Coalescing(usual);
        this.busyPoll = settings.busyPoll();
        this.thread = Thread.ofPlatform().name(name(at, before)).unstarted(this::serve);
    }

    private static String name(Sockets at, int before) {
        var name = "keyline-port-" + at.addresses().getFirst().getPort();
        return before == 0 ? name : name + "-" + (before + 1);
    }

    /// Once: serves these until the last of them is closed.
    void start(List<Hatch> served) {
        hatches.add(served);
        thread.start();
    }

    /// Any thread: something wants to be looked at.
    void wake() {
        gate.wakeup();
    }

    /// Any thread: a hatch is open no more.
    void oneIsClosed() {
        hatches.oneIsClosed();
        wake();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    private void serve() {
        try (gate) {
            hatches.begin();
            boolean rested = false;
            while (hatches.letGo()) {
                rested = round(rested);
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, thread.getName() + " has ended: " + e.getMessage(), e);
        } finally {
            hatches.ended();
        }
    }

    /// A method of its own: a loop that goes round a few hundred times a second is interpreted for
    /// minutes, a method that is called as often is compiled in seconds.
    ///
    /// @return whether it rested in the end
    private boolean round(boolean rested) throws IOException {
        if (rested) {
            gate.skip();
        } else {
            gate.await(patience());
        }
        return rest(turn());
    }

    /// Nanoseconds that the loop may wait for something to happen.
    private long patience() {
        long now = clock.now();
        if (hatches.haveWishes() || now - lastBatch < busyPoll) {
            return 0;
        }
        long deadline = hatches.deadline();
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, deadline - now);
    }

    /// One turn of the loop.
    ///
    /// @return nanoseconds to rest now
    private long turn() throws IOException {
        boolean any = hatches.serve(usual, coalescing);
        long now = clock.now();
        lastBatch = any ? now : lastBatch;
        return coalescing.rest(now);
    }

    /// @return whether it rested, and so the next batch has come
    private boolean rest(long pause) throws IOException {
        if (pause <= 0 || busyPoll > 0 || hatches.haveWishes()) {
            return false;
        }
        long time = Math.min(pause, hatches.deadline() - clock.now());
        if (time > 0) {
            gate.rest(time);
        }
        return time > 0;
    }
}
