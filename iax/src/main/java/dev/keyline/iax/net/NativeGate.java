package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/// A gate that calls Linux itself: batches, waiting to the nanosecond, and no object per datagram.
final class NativeGate implements Gate {
    /// In place of a closed socket: the kernel passes over descriptors below zero.
    static final int NOBODY = -1;

    /// Sockets from which we look before we ask them. A look at all costs about as much as to ask
    /// one in vain, so it pays where two or more would be, as is likely from three on.
    private static final int WORTH_A_LOOK = 3;

    private static final int POLLFD = 8;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Arena arena = Arena.ofShared();
    private final Libc libc = new Libc(arena);
    private final Bell bell;
    private final PortSettings settings;
    private final Incoming incoming = new Incoming(arena);
    private final MemorySegment polls =
            arena.allocate((long) (Port.MOST_ADDRESSES + 1) * POLLFD, Long.BYTES);
    private final MemorySegment timeout = arena.allocate(2 * Long.BYTES, Long.BYTES);
    private int watched;

    NativeGate(PortSettings settings) throws IOException {
        this.settings = settings;
        this.bell = Bell.open(arena);
        watch(bell.fd());
    }

    @Override
    public Socket bind(InetSocketAddress local, Traffic traffic) throws IOException {
        return bind(local, false, traffic);
    }

    @Override
    public Socket join(InetSocketAddress local, Traffic traffic) throws IOException {
        return bind(local, true, traffic);
    }

    private Socket bind(InetSocketAddress local, boolean joins, Traffic traffic)
            throws IOException {
        if (watched > Port.MOST_ADDRESSES) {
            throw new IOException("one loop serves at most " + Port.MOST_ADDRESSES + " addresses");
        }
        var open = OpenSocket.of(libc, local, joins, settings);
        return new NativeSocket(libc, open, watch(open.fd()), incoming, arena, traffic);
    }

    private MemorySegment watch(int fd) {
        var poll = polls.asSlice((long) watched * POLLFD, POLLFD);
        poll.set(JAVA_INT, 0, fd);
        poll.set(JAVA_SHORT, 4, Linux.POLLIN);
        watched++;
        return poll;
    }

    @Override
    public void await(long nanos) throws IOException {
        await(nanos, watched);
    }

    /// By the bell alone, which stands before all sockets. (To park the thread would be two calls
    /// of the kernel, for the lock that goes with it.)
    @Override
    public void rest(long nanos) throws IOException {
        await(nanos, 1);
    }

    private void await(long nanos, int first) throws IOException {
        timeout.set(JAVA_LONG, 0, Math.max(nanos, 0) / SECOND);
        timeout.set(JAVA_LONG, 8, Math.max(nanos, 0) % SECOND);
        int answer = libc.ppoll(polls, first, timeout);
        if (answer != -Errno.EINTR) {
            Errno.checked("ppoll", answer);
        }
        bell.silence();
    }

    @Override
    public void skip() throws IOException {
        if (watched - 1 >= WORTH_A_LOOK) {
            await(0);
            return;
        }
        for (int i = 1; i < watched; i++) {
            polls.set(JAVA_SHORT, (long) i * POLLFD + Linux.REVENTS, Linux.POLLIN);
        }
    }

    @Override
    public void wakeup() {
        bell.ring();
    }

    @Override
    public void close() {
        bell.close();
        for (int i = 1; i < watched; i++) {
            int fd = polls.get(JAVA_INT, (long) i * POLLFD);
            if (fd != NOBODY) {
                libc.close(fd);
            }
        }
        arena.close();
    }
}
