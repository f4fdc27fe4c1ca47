package dev.keyline.iax.net;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Numbers of Linux's socket calls, the same on x86-64 and aarch64 and under glibc and musl.
final class Linux {
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SOCK_DGRAM = 2;
    static final int NONBLOCK = 0x800;
    static final int CLOEXEC = 0x80000;

    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_REUSEPORT = 15;
    static final int SO_SNDBUFFORCE = 32;
    static final int SO_RCVBUFFORCE = 33;

    static final int IPPROTO_IPV6 = 41;
    static final int IPV6_V6ONLY = 26;

    /// Splitting on send (Linux 4.18) and joining on receive (5.0).
    static final int SOL_UDP = 17;

    static final int UDP_SEGMENT = 103;
    static final int UDP_GRO = 104;

    static final short POLLIN = 1;

    /// Where `revents` is in a `struct pollfd`.
    static final int REVENTS = 6;

    private static final Set<String> MACHINES = Set.of("amd64", "aarch64");
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Linux() {}

    /// Whether this is a Linux whose structures we know, and Java lets us call it. Says so once
    /// when only the permission is missing.
    static boolean isCallable() {
        if (!System.getProperty("os.name").equals("Linux")
                || !MACHINES.contains(System.getProperty("os.arch"))) {
            return false;
        }
        boolean permitted = Linux.class.getModule().isNativeAccessEnabled();
        if (!permitted && !SAID.getAndSet(true)) {
            System.getLogger(Port.class.getName())
                    .log(
                            Level.INFO,
                            "UDP goes one datagram at a time: java"
                                    + " --enable-native-access=ALL-UNNAMED would let it go in batches");
        }
        return permitted;
    }
}
