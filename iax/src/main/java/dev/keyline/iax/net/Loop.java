package dev.keyline.iax.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;

/// One thread with its own sockets: waits for a datagram, a wish or the time the party asked for;
/// feeds it; drains it; sends; repeats. It takes from the kernel, sends and sleeps without the
/// [Floor], as other loops may at the same time, and has the floor in between.
final class Loop {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    private final Sockets sockets;
    private final Inbox[] inboxes;
    private final Floor floor;
    private final Clock clock;
    private final Coalescing coalescing;
    private final long busyPoll;
    private final Runnable ended;
    private final Thread thread;
    private volatile boolean open = true;
    private long deadline = Long.MAX_VALUE;
    private long lastBatch;

    /// @param ended is run when the loop has ended, for whatever reason, and its sockets are closed
    Loop(
            String name,
            Sockets sockets,
            Floor floor,
            Clock clock,
            PortSettings settings,
            Runnable ended) {
        this.sockets = sockets;
        this.inboxes = sockets.inboxes(floor::received);
        this.floor = floor;
        this.clock = clock;
        this.coalescing = new Coalescing(settings.coalesce());
        this.busyPoll = settings.busyPoll();
        this.ended = ended;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::serve);
    }

    void start() {
        thread.start();
    }

    /// Any thread: something wants to be looked at.
    void wake() {
        sockets.wakeup();
    }

    /// Any thread: no turn after the current one.
    void end() {
        open = false;
        wake();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    void join() throws InterruptedException {
        thread.join();
    }

    private void serve() {
        try (sockets) {
            begin();
            boolean rested = false;
            while (open) {
                rested = round(rested);
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, thread.getName() + " has ended: " + e.getMessage(), e);
        } finally {
            ended.run();
        }
    }

    /// A method of its own: a loop that goes round a few hundred times a second is interpreted for
    /// minutes, a method that is called as often is compiled in seconds.
    ///
    /// @return whether it rested in the end
    private boolean round(boolean rested) throws IOException {
        if (rested) {
            sockets.skip();
        } else {
            sockets.await(patience());
        }
        return rest(turn());
    }

    private void begin() {
        floor.take(sockets);
        try {
            floor.begin();
            deadline = floor.quietUntil();
        } finally {
            floor.leave();
        }
        sockets.flush();
    }

    /// Nanoseconds that the loop may wait for something to happen.
    private long patience() {
        long now = clock.now();
        if (floor.hasWishes() || now - lastBatch < busyPoll) {
            return 0;
        }
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, deadline - now);
    }

    /// One turn of the loop.
    ///
    /// @return nanoseconds to rest now
    private long turn() throws IOException {
        sockets.take();
        floor.take(sockets);
        long pause;
        try {
            pause = speak();
        } finally {
            floor.leave();
        }
        sockets.flush();
        return pause;
    }

    /// Who has spoken last keeps the time: he knows what the party waits for since. Where somebody
    /// else has, and there was nothing to do, the time is his to keep; else all would get up for
    /// it.
    private long speak() {
        int datagrams = sockets.hand(inboxes);
        boolean spoke = floor.serve(datagrams);
        long quietUntil = floor.quietUntil();
        deadline = spoke || deadline == quietUntil ? quietUntil : Long.MAX_VALUE;
        long now = clock.now();
        if (datagrams > 0) {
            lastBatch = now;
        }
        return coalescing.served(datagrams, now, floor.party());
    }

    /// @return whether it rested, and so the next batch has come
    private boolean rest(long pause) {
        if (pause <= 0 || busyPoll > 0 || floor.hasWishes()) {
            return false;
        }
        long time = Math.min(pause, deadline - clock.now());
        if (time > 0) {
            LockSupport.parkNanos(time);
        }
        return time > 0;
    }
}
