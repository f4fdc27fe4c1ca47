package dev.keyline.iax.net;

import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// All sockets that a port has in one loop as one. A peer is answered from the address he came to,
/// and called first from the first address of his family.
///
/// It belongs to the thread of the loop; what has to do with routes, [#hand] and [#send], to
/// whoever has the [Floor].
final class Sockets {
    private static final Logger LOG = System.getLogger(Port.class.getName());

    private final Gate gate;
    private final List<Socket> sockets;
    private final Routes routes;
    private final Traffic traffic;
    private int turn;

    private Sockets(Gate gate, List<Socket> sockets, Routes routes, Traffic traffic) {
        this.gate = gate;
        this.sockets = List.copyOf(sockets);
        this.routes = routes;
        this.traffic = traffic;
    }

    /// How a gate comes to a socket, alone or beside others.
    private interface Binding {
        Socket bind(Gate gate, InetSocketAddress address, Traffic traffic) throws IOException;
    }

    /// Binds all these addresses, or none when one of them is refused.
    static Sockets open(List<InetSocketAddress> binds, PortSettings settings) throws IOException {
        return together(List.of(binds), settings).getFirst();
    }

    /// Binds the addresses of several ports at one gate, or none when one of them is refused.
    static List<Sockets> together(List<List<InetSocketAddress>> ports, PortSettings settings)
            throws IOException {
        var gate = Gate.open(settings);
        var opened = new ArrayList<Sockets>();
        for (var binds : ports) {
            var traffic = new Traffic();
            var bound = all(gate, Addresses.distinct(binds), traffic, Gate::bind);
            opened.add(new Sockets(gate, bound, new Routes(addresses(bound)), traffic));
        }
        return opened;
    }

    /// The same addresses once more, for another loop; they have been [#share]d.
    Sockets beside(PortSettings settings) throws IOException {
        var own = new Traffic();
        var another = Gate.open(settings);
        return new Sockets(another, all(another, addresses(), own, Gate::join), routes, own);
    }

    /// Closes the gate when one of them is refused.
    private static List<Socket> all(
            Gate gate, List<InetSocketAddress> binds, Traffic traffic, Binding way)
            throws IOException {
        try {
            var sockets = new ArrayList<Socket>();
            for (var bind : binds) {
                sockets.add(bound(gate, bind, traffic, way));
            }
            return sockets;
        } catch (IOException e) {
            gate.close();
            throw e;
        }
    }

    private static Socket bound(Gate gate, InetSocketAddress bind, Traffic traffic, Binding way)
            throws IOException {
        try {
            return way.bind(gate, bind, traffic);
        } catch (BindException refused) {
            var said = new BindException(words(bind, refused));
            said.initCause(refused);
            throw said;
        } catch (IOException other) {
            throw new IOException(words(bind, other), other);
        }
    }

    private static String words(InetSocketAddress bind, IOException why) {
        var host = bind.getAddress().getHostAddress();
        return "UDP port %d of %s cannot be opened (%s)"
                .formatted(bind.getPort(), host, why.getMessage());
    }

    /// Lets [#beside] bind the same addresses.
    void share() throws IOException {
        for (var socket : sockets) {
            socket.share();
        }
    }

    List<InetSocketAddress> addresses() {
        return addresses(sockets);
    }

    private static List<InetSocketAddress> addresses(List<Socket> sockets) {
        return sockets.stream().map(Socket::localAddress).toList();
    }

    Traffic traffic() {
        return traffic;
    }

    /// Where the loop waits for them, perhaps with those of other ports.
    Gate gate() {
        return gate;
    }

    /// One inbox for each socket, which also notes who came to it.
    Inbox[] inboxes(Inbox inbox) {
        var inboxes = new Inbox[sockets.size()];
        for (int i = 0; i < inboxes.length; i++) {
            inboxes[i] = noting(i, inbox);
        }
        return inboxes;
    }

    private Inbox noting(int address, Inbox inbox) {
        return (from, octets, length) -> {
            routes.came(from, address);
            inbox.received(from, octets, length);
        };
    }

    /// Takes from the kernel what has come. They may share the room for it, and so another socket
    /// begins each time, lest one starve.
    ///
    /// @return whether anything has come
    boolean take() throws IOException {
        turn = turn + 1 < sockets.size() ? turn + 1 : 0;
        boolean any = false;
        for (int i = turn; i < sockets.size(); i++) {
            any |= sockets.get(i).take();
        }
        for (int i = 0; i < turn; i++) {
            any |= sockets.get(i).take();
        }
        return any;
    }

    /// Hands over what was taken.
    ///
    /// @return how many datagrams
    int hand(Inbox[] inboxes) {
        int datagrams = 0;
        for (int i = 0; i < inboxes.length; i++) {
            datagrams += sockets.get(i).hand(inboxes[i]);
        }
        return datagrams;
    }

    void send(PeerAddress to, byte[] octets, int offset, int length) {
        int address = routes.to(to);
        if (address == Routes.NOWHERE) {
            traffic.refused(1);
            LOG.log(Level.DEBUG, "could not send to {0}: no address of its family is bound", to);
        } else {
            sockets.get(address).send(to, octets, offset, length);
        }
    }

    void flush() {
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).flush();
        }
    }

    /// Frees these addresses; the gate stays open.
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
