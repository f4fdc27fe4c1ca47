package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The few calls of Linux that a port makes. Each answers as the kernel does: not negative, or an
/// error number with a minus ([Errno]). One instance serves one thread at a time.
///
/// All go through one handle, which hands over five registers: to make one for each took an
/// exchange a tenth of a second at its start. On both machines that we know a function takes from a
/// register as many bits as it wants, and leaves alone those it has no use for. An address handed
/// over as a number keeps nothing alive; the memory here belongs to whoever owns the call, until
/// the loop has ended.
///
/// None is marked critical: a batch may be a tenth of a millisecond in the kernel, and the garbage
/// collector must not have to wait for it.
@SuppressWarnings("restricted")
final class Libc {
    private static final long NULL = 0;
    private static final Linker LINKER = Linker.nativeLinker();

    private static final MethodHandle CALL =
            LINKER.downcallHandle(
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                    Linker.Option.captureCallState("errno"));

    private static final MemorySegment SOCKET = find("socket");
    private static final MemorySegment BIND = find("bind");
    private static final MemorySegment GETSOCKNAME = find("getsockname");
    private static final MemorySegment SETSOCKOPT = find("setsockopt");
    private static final MemorySegment GETSOCKOPT = find("getsockopt");
    private static final MemorySegment RECVMMSG = find("recvmmsg");
    private static final MemorySegment SENDMMSG = find("sendmmsg");
    private static final MemorySegment PPOLL = find("ppoll");
    private static final MemorySegment EVENTFD = find("eventfd");
    private static final MemorySegment EVENTFD_READ = find("eventfd_read");
    private static final MemorySegment EVENTFD_WRITE = find("eventfd_write");
    private static final MemorySegment CLOSE = find("close");

    private final MemorySegment errno;
    private final MemorySegment value;
    private final MemorySegment size;
    private final MemorySegment count;

    Libc(Arena arena) {
        this.errno = arena.allocate(Linker.Option.captureStateLayout());
        this.value = arena.allocate(JAVA_INT);
        this.size = arena.allocate(JAVA_INT);
        this.count = arena.allocate(JAVA_LONG);
    }

    private static MemorySegment find(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    int socket(int family, int type) {
        return call(SOCKET, family, type, 0, 0, 0);
    }

    int bind(int fd, MemorySegment name, int length) {
        return call(BIND, fd, name.address(), length, 0, 0);
    }

    /// Where a socket is bound, as `sockaddr` in `name`, which is used in full.
    int getsockname(int fd, MemorySegment name) {
        size.set(JAVA_INT, 0, (int) name.byteSize());
        return call(GETSOCKNAME, fd, name.address(), size.address(), 0, 0);
    }

    int setsockopt(int fd, int level, int option, int to) {
        value.set(JAVA_INT, 0, to);
        return call(SETSOCKOPT, fd, level, option, value.address(), Integer.BYTES);
    }

    /// The value of an option, which is never negative, or the error.
    int getsockopt(int fd, int level, int option) {
        size.set(JAVA_INT, 0, Integer.BYTES);
        int answer = call(GETSOCKOPT, fd, level, option, value.address(), size.address());
        return answer < 0 ? answer : value.get(JAVA_INT, 0);
    }

    /// @param headers an array of `struct mmsghdr`
    int recvmmsg(int fd, MemorySegment headers, int length, int flags) {
        return call(RECVMMSG, fd, headers.address(), length, flags, NULL);
    }

    /// @param headers an array of `struct mmsghdr`
    int sendmmsg(int fd, MemorySegment headers, int length, int flags) {
        return call(SENDMMSG, fd, headers.address(), length, flags, 0);
    }

    /// @param fds an array of `struct pollfd`
    /// @param timeout a `struct timespec`, or NULL to wait without end
    int ppoll(MemorySegment fds, long length, MemorySegment timeout) {
        return call(PPOLL, fds.address(), length, timeout.address(), NULL, 0);
    }

    int eventfd(int flags) {
        return call(EVENTFD, 0, flags, 0, 0, 0);
    }

    /// Sets the count of an event descriptor back to zero.
    int eventfdRead(int fd) {
        return call(EVENTFD_READ, fd, count.address(), 0, 0, 0);
    }

    int eventfdWrite(int fd) {
        return call(EVENTFD_WRITE, fd, 1, 0, 0, 0);
    }

    int close(int fd) {
        return call(CLOSE, fd, 0, 0, 0, 0);
    }

    private int call(MemorySegment function, long a, long b, long c, long d, long e) {
        try {
            int returned = (int) CALL.invokeExact(function, errno, a, b, c, d, e);
            return returned >= 0 ? returned : -errno.get(JAVA_INT, 0);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a call of the C library was not possible", impossible);
        }
    }
}
