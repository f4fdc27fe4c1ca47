package dev.keyline.iax.net;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// Where one loop serves one party: the sockets by which it is reached, the [Floor] where it is
/// spoken with, and the time until which it may be left alone. A port has one in each of its loops;
/// a loop has one, or those of several ports.
final class Hatch {
    private final Loop loop;
    private final Sockets sockets;
    private final Inbox[] inboxes;
    private final Floor floor;
    private final Clock clock;
    private final Runnable ended;
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean open = true;
    private long deadline = Long.MAX_VALUE;
    private long patience;

    /// @param sockets of the gate at which the loop waits
    /// @param ended is run when the loop serves it no more, for whatever reason, and its sockets
    ///   are closed
    Hatch(Loop loop, Sockets sockets, Floor floor, Clock clock, Runnable ended) {
        this.loop = loop;
        this.sockets = sockets;
        this.inboxes = sockets.inboxes(floor::received);
        this.floor = floor;
        this.clock = clock;
        this.ended = ended;
    }

    /// Any thread: something wants to be looked at.
    void wake() {
        loop.wake();
    }

    /// Any thread: not served after the current turn of the loop.
    void close() {
        open = false;
        loop.oneIsClosed();
    }

    boolean isOpen() {
        return open;
    }

    /// Whether the loop that asks is the one here.
    boolean isCurrent() {
        return loop.isCurrent();
    }

    /// Waits until it is served no more and its sockets are closed.
    void join() throws InterruptedException {
        gone.await();
    }

    /// Frees the addresses while the loop goes on with others. Like all that follows for the loop.
    void free() throws IOException {
        sockets.close();
    }

    void ended() {
        gone.countDown();
        ended.run();
    }

    void begin() {
        floor.take(sockets);
        try {
            floor.begin();
            deadline = floor.quietUntil();
        } finally {
            floor.leave();
        }
        sockets.flush();
    }

    boolean hasWishes() {
        return floor.hasWishes();
    }

    /// When the party wants to be woken by this loop, nanoseconds of the clock.
    long deadline() {
        return deadline;
    }

    /// How long its datagrams may wait for each other, as it said when it was last spoken with:
    /// until then it has heard nothing that could change its mind.
    long patience() {
        return patience;
    }

    /// Its part in a turn. It takes from the kernel and sends without the floor; to whom nobody
    /// came and nothing is due, the floor is not taken either.
    ///
    /// @param usual nanoseconds that datagrams usually wait for each other
    /// @return how many datagrams came
    int serve(long usual) throws IOException {
        if (!sockets.take() && !floor.hasWishes() && clock.now() < deadline) {
            return 0;
        }
        int datagrams;
        floor.take(sockets);
        try {
            datagrams = speak();
            patience = floor.patience(usual);
        } finally {
            floor.leave();
        }
        sockets.flush();
        return datagrams;
    }

    /// Who has spoken last keeps the time: he knows what the party waits for since. Where somebody
    /// else has, and there was nothing to do, the time is his to keep; else all would get up for
    /// it.
    private int speak() {
        int datagrams = sockets.hand(inboxes);
        boolean spoke = floor.serve(datagrams);
        long quietUntil = floor.quietUntil();
        deadline = spoke || deadline == quietUntil ? quietUntil : Long.MAX_VALUE;
        return datagrams;
    }
}
