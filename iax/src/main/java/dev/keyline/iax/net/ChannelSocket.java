package dev.keyline.iax.net;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/// A socket of a [ChannelGate]. What is sent leaves at once: there is no batch to flush.
final class ChannelSocket implements Socket {
    private static final Logger LOG = System.getLogger(Port.class.getName());
    private static final int LONGEST = 65_536;

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final Addresses addresses;
    private final Traffic traffic;
    private final byte[] octets = new byte[Frame.MAX_DATAGRAM + 1];
    private final ByteBuffer in = ByteBuffer.allocateDirect(octets.length);
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST);

    ChannelSocket(DatagramChannel channel, Addresses addresses, Traffic traffic)
            throws IOException {
        this.channel = channel;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.addresses = addresses;
        this.traffic = traffic;
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    @Override
    public int receive(Inbox inbox) throws IOException {
        int count = 0;
        for (var from = next(); from != null; from = next()) {
            int length = in.flip().remaining();
            in.get(octets, 0, length);
            inbox.received(addresses.in(from), octets, length);
            if (++count == BATCH) {
                break;
            }
        }
        if (count > 0) {
            traffic.came(count);
        }
        return count;
    }

    private @Nullable InetSocketAddress next() throws IOException {
        return (InetSocketAddress) channel.receive(in.clear());
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
}
