package dev.keyline.iax.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A gate on Java's own channels: every system, one datagram at a time, times rounded up to
/// milliseconds.
final class ChannelGate implements Gate {
    /// Longest single wait; the loop comes round and waits again.
    private static final long LONGEST = 60_000;

    private final PortSettings settings;
    private final Selector selector = Selector.open();
    private final Addresses addresses = new Addresses();
    private final List<DatagramChannel> channels = new ArrayList<>();

    ChannelGate(PortSettings settings) throws IOException {
        this.settings = settings;
    }

    @Override
    public Socket bind(InetSocketAddress local, Traffic traffic) throws IOException {
        return bind(local, false, traffic);
    }

    @Override
    public Socket join(InetSocketAddress local, Traffic traffic) throws IOException {
        return bind(local, true, traffic);
    }

    private Socket bind(InetSocketAddress local, boolean joins, Traffic traffic)
            throws IOException {
        var channel = DatagramChannel.open(family(local));
        channels.add(channel);
        if (joins) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        enlarge(channel);
        channel.bind(local);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        return new ChannelSocket(channel, selector, addresses, traffic);
    }

    private static StandardProtocolFamily family(InetSocketAddress local) {
        return local.getAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }

    private void enlarge(DatagramChannel channel) throws IOException {
        int asked = settings.buffers();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, asked);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, asked);
        Buffers.USUAL.receiving(asked, channel.getOption(StandardSocketOptions.SO_RCVBUF));
        Buffers.USUAL.sending(asked, channel.getOption(StandardSocketOptions.SO_SNDBUF));
    }

    @Override
    public void await(long nanos) throws IOException {
        if (nanos <= 0) {
            selector.selectNow();
        } else {
            selector.select(Math.min((nanos - 1) / 1_000_000 + 1, LONGEST));
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void rest(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    @Override
    public void skip() {
        // a channel is asked whatever the selector has seen
    }

    @Override
    public void wakeup() {
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (var channel : channels) {
            channel.close();
        }
    }
}
