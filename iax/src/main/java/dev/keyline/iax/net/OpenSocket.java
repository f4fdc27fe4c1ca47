package dev.keyline.iax.net;

import static dev.keyline.iax.net.Errno.checked;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.Inet4Address;
import java.net.InetSocketAddress;

/// A bound UDP socket as Linux knows it.
///
/// @param splits whether the kernel is to split what we join, and can (`UDP_SEGMENT`)
record OpenSocket(int fd, int family, InetSocketAddress local, boolean splits) {
    /// Opens, sizes and binds.
    ///
    /// @param joins whether the address is that of a socket which was [#share]d
    /// @throws IOException when the kernel refuses; nothing stays open then
    static OpenSocket of(Libc libc, InetSocketAddress local, boolean joins, PortSettings settings)
            throws IOException {
        int family = local.getAddress() instanceof Inet4Address ? Linux.AF_INET : Linux.AF_INET6;
        int type = Linux.SOCK_DGRAM | Linux.NONBLOCK | Linux.CLOEXEC;
        int fd = checked("socket", libc.socket(family, type));
        try {
            if (joins) {
                share(libc, fd);
            }
            return of(libc, fd, family, local, settings);
        } catch (IOException e) {
            libc.close(fd);
            throw e;
        }
    }

    private static OpenSocket of(
            Libc libc, int fd, int family, InetSocketAddress local, PortSettings settings)
            throws IOException {
        if (family == Linux.AF_INET6) {
            set(libc, fd, Linux.IPPROTO_IPV6, Linux.IPV6_V6ONLY, 0);
        }
        Buffers.USUAL.receiving(settings.buffers(), receiveBuffer(libc, fd, settings.buffers()));
        Buffers.USUAL.sending(settings.buffers(), sendBuffer(libc, fd, settings.buffers()));
        boolean splits = settings.joined() && join(libc, fd);
        return new OpenSocket(fd, family, bind(libc, fd, family, local), splits);
    }

    /// @return whether the kernel splits, too
    private static boolean join(Libc libc, int fd) {
        // An older kernel does not join, and then nothing has to be taken apart.
        libc.setsockopt(fd, Linux.SOL_UDP, Linux.UDP_GRO, 1);
        // Sets nothing; asks. A kernel that does not know it would send all pieces as one.
        return libc.setsockopt(fd, Linux.SOL_UDP, Linux.UDP_SEGMENT, 0) == 0;
    }

    static void share(Libc libc, int fd) throws IOException {
        set(libc, fd, Linux.SOL_SOCKET, Linux.SO_REUSEPORT, 1);
    }

    private static void set(Libc libc, int fd, int level, int option, int to) throws IOException {
        checked("setsockopt", libc.setsockopt(fd, level, option, to));
    }

    private static int receiveBuffer(Libc libc, int fd, int asked) {
        return buffer(libc, fd, Linux.SO_RCVBUFFORCE, Linux.SO_RCVBUF, asked);
    }

    private static int sendBuffer(Libc libc, int fd, int asked) {
        return buffer(libc, fd, Linux.SO_SNDBUFFORCE, Linux.SO_SNDBUF, asked);
    }

    /// Who may administer the network passes the limit; others get what it allows.
    ///
    /// @return what was granted: the kernel doubles it for its own book-keeping
    private static int buffer(Libc libc, int fd, int force, int ask, int asked) {
        if (libc.setsockopt(fd, Linux.SOL_SOCKET, force, asked) < 0) {
            libc.setsockopt(fd, Linux.SOL_SOCKET, ask, asked);
        }
        return libc.getsockopt(fd, Linux.SOL_SOCKET, ask) / 2;
    }

    private static InetSocketAddress bind(Libc libc, int fd, int family, InetSocketAddress local)
            throws IOException {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocate(Sockaddr.SIZE, Long.BYTES);
            int length = Sockaddr.write(name, 0, Addresses.peer(local), family);
            checked("bind", libc.bind(fd, name, length));
            checked("getsockname", libc.getsockname(fd, name));
            return new InetSocketAddress(local.getAddress(), Sockaddr.port(name, 0));
        }
    }
}
