package dev.keyline.iax.net;

import java.io.IOException;
import java.lang.foreign.Arena;

/// An event descriptor by which other threads end a loop's waiting.
final class Bell {
    private final Object ropes = new Object();
    private final Libc ringers;
    private final Libc loop;
    private final int fd;
    private volatile boolean rung;
    private boolean closed;

    private Bell(Libc ringers, Libc loop, int fd) {
        this.ringers = ringers;
        this.loop = loop;
        this.fd = fd;
    }

    static Bell open(Arena arena) throws IOException {
        var loop = new Libc(arena);
        int fd = Errno.checked("eventfd", loop.eventfd(Linux.NONBLOCK | Linux.CLOEXEC));
        return new Bell(new Libc(arena), loop, fd);
    }

    /// Readable from a [#ring] to the next [#silence].
    int fd() {
        return fd;
    }

    /// Any thread, also when the bell is closed: its number may belong to somebody else by then.
    void ring() {
        if (rung) {
            return;
        }
        synchronized (ropes) {
            if (!closed && !rung) {
                ringers.eventfdWrite(fd);
                rung = true;
            }
        }
    }

    /// In the loop, which looks afterwards for what it was woken for. Read first: whoever rings
    /// between the two lines finds the bell rung, and is seen by that look. The other way round his
    /// ring would be read away, and with the bell still called rung nobody's would be heard again.
    void silence() {
        if (rung) {
            loop.eventfdRead(fd);
            rung = false;
        }
    }

    void close() {
        synchronized (ropes) {
            closed = true;
            loop.close(fd);
        }
    }
}
