package dev.keyline.iax.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;

/// A socket of a [NativeGate].
final class NativeSocket implements Socket {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    private final Libc libc;
    private final int fd;
    private final InetSocketAddress local;
    private final MemorySegment poll;
    private final Incoming incoming;
    private final Outgoing outgoing;
    private final Traffic traffic;
    private boolean splits;
    private int first;
    private int count;

    /// @param poll the `struct pollfd` of this socket, which the gate has filled
    NativeSocket(
            Libc libc,
            OpenSocket open,
            MemorySegment poll,
            Incoming incoming,
            Arena arena,
            Traffic traffic) {
        this.libc = libc;
        this.fd = open.fd();
        this.local = open.local();
        this.poll = poll;
        this.incoming = incoming;
        this.outgoing = new Outgoing(arena, open.family());
        this.traffic = traffic;
        this.splits = open.splits();
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    @Override
    public void share() throws IOException {
        OpenSocket.share(libc, fd);
    }

    @Override
    public boolean take() {
        if (poll.get(JAVA_SHORT, Linux.REVENTS) == 0) {
            return false;
        }
        first = incoming.taken();
        int answer = incoming.take(libc, fd);
        count = Math.max(answer, 0);
        // An error here is what became of a datagram we sent earlier; the socket lives on.
        if (answer < 0 && answer != -Errno.EAGAIN) {
            LOG.log(Level.DEBUG, "heard while receiving: {0}", Errno.words(-answer));
        }
        return count > 0;
    }

    @Override
    public int hand(Inbox inbox) {
        if (count == 0) {
            return 0;
        }
        int datagrams = incoming.hand(first, count, inbox);
        count = 0;
        traffic.came(datagrams);
        return datagrams;
    }

    @Override
    public void send(PeerAddress to, byte[] octets, int offset, int length) {
        if (!outgoing.hasRoom(length)) {
            flush();
        }
        outgoing.add(to, octets, offset, length, splits);
    }

    @Override
    public void flush() {
        int done = 0;
        while (done < outgoing.count()) {
            int left = outgoing.count() - done;
            int answer = libc.sendmmsg(fd, outgoing.headers(done), left, 0);
            if (answer > 0) {
                count(done, answer);
                done += answer;
            } else if (answer != -Errno.EINTR) {
                failed(done, -answer);
                done++;
            }
        }
        outgoing.clear();
    }

    @Override
    public void close() {
        poll.set(JAVA_INT, 0, NativeGate.NOBODY);
        libc.close(fd);
    }

    private void count(int first, int messages) {
        int datagrams = 0;
        for (int i = first; i < first + messages; i++) {
            datagrams += outgoing.datagrams(i);
        }
        traffic.left(datagrams);
    }

    private void failed(int i, int errno) {
        if (outgoing.datagrams(i) == 1) {
            refused(i, errno);
            return;
        }
        learn(i, errno);
        for (int piece = 0; piece < outgoing.datagrams(i); piece++) {
            int answer = libc.sendmmsg(fd, outgoing.alone(i, piece), 1, 0);
            if (answer < 0) {
                refused(i, -answer);
            } else {
                traffic.left(1);
            }
        }
    }

    /// Why the datagrams of message `i` could not go as one.
    private void learn(int i, int errno) {
        switch (errno) {
            // A device, or IPsec, that cannot have messages split.
            case Errno.EIO -> splits = false;
            case Errno.EINVAL, Errno.EMSGSIZE -> outgoing.refused(i);
            default -> {}
        }
    }

    private void refused(int i, int errno) {
        traffic.refused(1);
        LOG.log(Level.DEBUG, "could not send to {0}: {1}", outgoing.peer(i), Errno.words(errno));
    }
}
