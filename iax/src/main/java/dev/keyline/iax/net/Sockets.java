package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// All sockets of a port as one. A peer is answered from the address he came to, and called first
/// from the first address of his family.
final class Sockets implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    private final Gate gate;
    private final List<Socket> sockets;
    private final Routes routes;
    private final Traffic traffic;

    private Sockets(Gate gate, List<Socket> sockets, Traffic traffic) {
        this.gate = gate;
        this.sockets = List.copyOf(sockets);
        this.routes = new Routes(sockets);
        this.traffic = traffic;
    }

    /// Binds all these addresses, or none when one of them is refused.
    static Sockets open(List<InetSocketAddress> binds, PortSettings settings) throws IOException {
        var traffic = new Traffic();
        var gate = Gate.open(settings, traffic);
        try {
            var sockets = new ArrayList<Socket>();
            for (var bind : Addresses.distinct(binds)) {
                sockets.add(bind(gate, bind));
            }
            return new Sockets(gate, sockets, traffic);
        } catch (IOException e) {
            gate.close();
            throw e;
        }
    }

    private static Socket bind(Gate gate, InetSocketAddress bind) throws IOException {
        try {
            return gate.bind(bind);
        } catch (BindException refused) {
            var said =
                    new BindException(
                            "UDP port %d of %s cannot be opened (%s)"
                                    .formatted(
                                            bind.getPort(),
                                            bind.getAddress().getHostAddress(),
                                            refused.getMessage()));
            said.initCause(refused);
            throw said;
        }
    }

    List<InetSocketAddress> addresses() {
        return sockets.stream().map(Socket::localAddress).toList();
    }

    Traffic traffic() {
        return traffic;
    }

    void await(long nanos) throws IOException {
        gate.await(nanos);
    }

    void skip() {
        gate.skip();
    }

    void wakeup() {
        gate.wakeup();
    }

    /// One inbox for each socket, which also notes who came to it.
    Inbox[] inboxes(Inbox inbox) {
        return sockets.stream().map(socket -> noting(socket, inbox)).toArray(Inbox[]::new);
    }

    private Inbox noting(Socket socket, Inbox inbox) {
        return (from, octets, length) -> {
            routes.came(from, socket);
            inbox.received(from, octets, length);
        };
    }

    /// Receives one batch of each socket, so that none starves.
    ///
    /// @return how many datagrams
    int receive(Inbox[] inboxes) throws IOException {
        int datagrams = 0;
        for (int i = 0; i < inboxes.length; i++) {
            datagrams += sockets.get(i).receive(inboxes[i]);
        }
        return datagrams;
    }

    void send(PeerAddress to, byte[] octets, int offset, int length) {
        var socket = routes.to(to);
        if (socket == null) {
            traffic.refused(1);
            LOG.log(Level.DEBUG, "could not send to {0}: no address of its family is bound", to);
        } else {
            socket.send(to, octets, offset, length);
        }
    }

    void flush() {
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).flush();
        }
    }

    @Override
    public void close() throws IOException {
        gate.close();
    }
}
