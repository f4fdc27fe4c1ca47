package dev.keyline.iax.net;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A gate with one socket on loopback, and what it has heard.
final class Station implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    final Traffic traffic = new Traffic();
    final Gate gate;
    final Socket socket;
    final List<Letter> heard = new ArrayList<>();
    private final Inbox inbox = (from, octets, length) -> heard.add(letter(from, octets, length));

    record Letter(PeerAddress from, Bytes octets) {}

    Station(PortSettings settings, String host) throws IOException {
        this.gate = Gate.open(settings);
        this.socket = gate.bind(new InetSocketAddress(InetAddress.getByName(host), 0), traffic);
    }

    private static Letter letter(PeerAddress from, byte[] octets, int length) {
        return new Letter(from, Bytes.copyOf(octets, 0, length));
    }

    /// Takes one batch and hands it over.
    ///
    /// @return how many datagrams
    static int receive(Socket socket, Inbox inbox) throws IOException {
        socket.take();
        return socket.hand(inbox);
    }

    PeerAddress address() {
        return Addresses.peer(socket.localAddress());
    }

    /// Its own port at another address of this machine.
    PeerAddress at(String dotted) {
        return PeerAddress.ofIPv4(dotted, address().port());
    }

    void send(PeerAddress to, Bytes octets) {
        socket.send(to, octets.toArray(), 0, octets.length());
    }

    /// Waits until this many letters were heard, or five seconds long.
    List<Letter> hear(int letters) throws IOException {
        long until = System.nanoTime() + PATIENCE;
        while (heard.size() < letters && System.nanoTime() < until) {
            gate.await(until - System.nanoTime());
            receive(socket, inbox);
        }
        return heard;
    }

    /// Receives what has come, without a look whether anything has.
    List<Letter> skip() throws IOException {
        gate.skip();
        receive(socket, inbox);
        return heard;
    }

    List<Bytes> hearOctets(int letters) throws IOException {
        return hear(letters).stream().map(Letter::octets).toList();
    }

    @Override
    public void close() throws IOException {
        gate.close();
    }
}
