package dev.keyline.iax.net;

import static java.util.Objects.requireNonNull;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/// A socket of a [ChannelGate]. What is sent leaves at once: there is no batch to flush.
final class ChannelSocket implements Socket {
    private static final Logger LOG = System.getLogger(Port.class.getName());
    private static final int SLOT = Frame.MAX_DATAGRAM + 1;
    private static final int LONGEST = 65_536;

    private final DatagramChannel channel;
    private final Selector selector;
    private final InetSocketAddress local;
    private final Addresses addresses;
    private final Traffic traffic;
    private final byte[] octets = new byte[SLOT];
    private final ByteBuffer in = ByteBuffer.allocateDirect(BATCH * SLOT);
    private final @Nullable InetSocketAddress[] senders = new InetSocketAddress[BATCH];
    private final int[] lengths = new int[BATCH];
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST);
    private int count;

    ChannelSocket(DatagramChannel channel, Selector selector, Addresses addresses, Traffic traffic)
            throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.addresses = addresses;
        this.traffic = traffic;
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    @Override
    public void share() throws IOException {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    }

    @Override
    public boolean take() throws IOException {
        while (count < BATCH && hasTaken(count)) {
            count++;
        }
        return count > 0;
    }

    private boolean hasTaken(int i) throws IOException {
        in.clear().position(i * SLOT).limit((i + 1) * SLOT);
        senders[i] = (InetSocketAddress) channel.receive(in);
        lengths[i] = in.position() - i * SLOT;
        return senders[i] != null;
    }

    @Override
    public int hand(Inbox inbox) {
        if (count == 0) {
            return 0;
        }
        in.clear();
        for (int i = 0; i < count; i++) {
            in.get(i * SLOT, octets, 0, lengths[i]);
            inbox.received(addresses.in(requireNonNull(senders[i])), octets, lengths[i]);
        }
        traffic.came(count);
        int datagrams = count;
        count = 0;
        return datagrams;
    }

    @Override
    public void send(PeerAddress to, byte[] octets, int offset, int length) {
        try {
            out.clear().put(octets, offset, length).flip();
            if (channel.send(out, addresses.out(to)) == length) {
                traffic.left(1);
            } else {
                refused(to, "no room in the send buffer");
            }
        } catch (IOException e) {
            refused(to, e.getMessage());
        }
    }

    private void refused(PeerAddress to, @Nullable String why) {
        traffic.refused(1);
        LOG.log(Level.DEBUG, "could not send to {0}: {1}", to, why);
    }

    @Override
    public void flush() {
        // Everything has left.
    }

    /// A selector keeps a closed channel, and so its address, until it looks the next time.
    @Override
    public void close() throws IOException {
        channel.close();
        selector.selectNow();
    }
}
