package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The few calls of Linux that a port makes. Each answers as the kernel does: not negative, or an
/// error number with a minus ([Errno]). One instance serves one thread at a time.
///
/// None is marked critical: a batch may be a tenth of a millisecond in the kernel, and the garbage
/// collector must not have to wait for it.
@SuppressWarnings("restricted")
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();

    private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle GETSOCKNAME = call("getsockname", JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle SETSOCKOPT =
            call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle GETSOCKOPT =
            call("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle RECVMMSG =
            call("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle SENDMMSG =
            call("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle PPOLL = call("ppoll", ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle EVENTFD = call("eventfd", JAVA_INT, JAVA_INT);
    private static final MethodHandle EVENTFD_READ = call("eventfd_read", JAVA_INT, ADDRESS);
    private static final MethodHandle EVENTFD_WRITE = call("eventfd_write", JAVA_INT, JAVA_LONG);
    private static final MethodHandle CLOSE = call("close", JAVA_INT);

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

    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    int socket(int family, int type) {
        try {
            return answer((int) SOCKET.invokeExact(errno, family, type, 0));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int bind(int fd, MemorySegment name, int length) {
        try {
            return answer((int) BIND.invokeExact(errno, fd, name, length));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// Where a socket is bound, as `sockaddr` in `name`, which is used in full.
    int getsockname(int fd, MemorySegment name) {
        size.set(JAVA_INT, 0, (int) name.byteSize());
        try {
            return answer((int) GETSOCKNAME.invokeExact(errno, fd, name, size));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int setsockopt(int fd, int level, int option, int to) {
        value.set(JAVA_INT, 0, to);
        try {
            return answer(
                    (int) SETSOCKOPT.invokeExact(errno, fd, level, option, value, Integer.BYTES));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// The value of an option, which is never negative, or the error.
    int getsockopt(int fd, int level, int option) {
        size.set(JAVA_INT, 0, Integer.BYTES);
        try {
            int answer =
                    answer((int) GETSOCKOPT.invokeExact(errno, fd, level, option, value, size));
            return answer < 0 ? answer : value.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// @param headers an array of `struct mmsghdr`
    int recvmmsg(int fd, MemorySegment headers, int length, int flags) {
        try {
            return answer(
                    (int)
                            RECVMMSG.invokeExact(
                                    errno, fd, headers, length, flags, MemorySegment.NULL));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// @param headers an array of `struct mmsghdr`
    int sendmmsg(int fd, MemorySegment headers, int length, int flags) {
        try {
            return answer((int) SENDMMSG.invokeExact(errno, fd, headers, length, flags));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// @param fds an array of `struct pollfd`
    /// @param timeout a `struct timespec`, or NULL to wait without end
    int ppoll(MemorySegment fds, long length, MemorySegment timeout) {
        try {
            return answer((int) PPOLL.invokeExact(errno, fds, length, timeout, MemorySegment.NULL));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int eventfd(int flags) {
        try {
            return answer((int) EVENTFD.invokeExact(errno, 0, flags));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// Sets the count of an event descriptor back to zero.
    int eventfdRead(int fd) {
        try {
            return answer((int) EVENTFD_READ.invokeExact(errno, fd, count));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int eventfdWrite(int fd) {
        try {
            return answer((int) EVENTFD_WRITE.invokeExact(errno, fd, 1L));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int close(int fd) {
        try {
            return answer((int) CLOSE.invokeExact(errno, fd));
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private int answer(int returned) {
        return returned >= 0 ? returned : -errno.get(JAVA_INT, 0);
    }

    private static IllegalStateException broken(Throwable e) {
        return new IllegalStateException("a call of the C library was not possible", e);
    }
}
