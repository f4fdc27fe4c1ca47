package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.endpoint.Task;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/// One UDP port and the one loop that serves it.
///
/// Everything a party does happens in the loop's thread. Others hand in wishes by [#run], and slow
/// tasks are performed on other threads and come back as wishes.
public final class Port implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Port.class.getName());
    private static final int BUFFERS = 4 * 1024 * 1024;

    private final Party party;
    private final Listener listener;
    private final Tap tap;
    private final Clock clock;
    private final DatagramChannel channel;
    private final Selector selector;
    private final Addresses addresses = new Addresses();
    private final ConcurrentLinkedQueue<LongConsumer> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                    Thread.ofPlatform().daemon().name("keyline-worker-", 0).factory());
    private final byte[] octets = new byte[Frame.MAX_DATAGRAM + 1];
    private final ByteBuffer buffer = ByteBuffer.wrap(octets);
    private final Thread loop;
    private long quietUntil = Long.MAX_VALUE;

    /// Hears what the party does not keep to itself, in the loop's thread.
    public interface Listener {
        /// Output that is neither a datagram nor a task: news of calls, notices of oddities.
        void heard(Output output, long now);
    }

    /// Binds and starts serving.
    ///
    /// @throws IOException when the address is taken or not ours
    public static Port open(
            InetSocketAddress bind, Party party, Clock clock, Listener listener, Tap tap)
            throws IOException {
        var port = new Port(bind, party, clock, listener, tap);
        port.loop.start();
        return port;
    }

    private Port(InetSocketAddress bind, Party party, Clock clock, Listener listener, Tap tap)
            throws IOException {
        this.party = party;
        this.clock = clock;
        this.listener = listener;
        this.tap = tap;
        this.channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFERS);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFERS);
            channel.bind(bind);
            channel.configureBlocking(false);
            this.selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        this.loop =
                Thread.ofPlatform()
                        .name("keyline-port-" + localAddress().getPort())
                        .unstarted(this::serve);
    }

    public InetSocketAddress localAddress() {
        return (InetSocketAddress) channel.socket().getLocalSocketAddress();
    }

    /// The protocol's form of [#localAddress].
    public PeerAddress address() {
        return Addresses.peer(localAddress());
    }

    /// Has something done in the loop, with the time as argument; the party is drained afterwards.
    public void run(LongConsumer wish) {
        wishes.add(wish);
        selector.wakeup();
    }

    private void serve() {
        try (channel;
                selector) {
            guarded(() -> party.wake(clock.now()));
            drain();
            while (open.get()) {
                await();
                receiveAll();
                grant();
                if (clock.now() >= quietUntil) {
                    guarded(() -> party.wake(clock.now()));
                }
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "port " + localAddress() + " is closed: " + e.getMessage(), e);
        }
    }

    private void await() throws IOException {
        long wait = quietUntil == Long.MAX_VALUE ? Long.MAX_VALUE : quietUntil - clock.now();
        if (wait <= 0 || !wishes.isEmpty()) {
            selector.selectNow();
        } else {
            selector.select(Math.clamp(wait / 1_000_000 + 1, 1, 60_000));
        }
        selector.selectedKeys().clear();
    }

    private void receiveAll() throws IOException {
        for (var from = receive(); from != null; from = receive()) {
            var peer = addresses.in(from);
            int length = buffer.position();
            long now = clock.now();
            tap.saw(false, peer, octets, length, now);
            guarded(() -> party.receive(peer, octets, length, now));
        }
    }

    private @org.jspecify.annotations.Nullable InetSocketAddress receive() throws IOException {
        buffer.clear();
        return (InetSocketAddress) channel.receive(buffer);
    }

    private void grant() {
        for (var wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            var granted = wish;
            guarded(() -> granted.accept(clock.now()));
        }
    }

    /// Our own bugs end loudly what they touch, and nothing else.
    private void guarded(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a fault in Keyline, please report it", bug);
        }
        drain();
    }

    private void drain() {
        while (true) {
            switch (party.poll()) {
                case Output.Send(var to, var datagram) -> send(to, datagram);
                case Output.Work(var task) -> workers.execute(() -> perform(task));
                case Output.Quiet(long until) -> {
                    quietUntil = until;
                    return;
                }
                case Output other -> listener.heard(other, clock.now());
            }
        }
    }

    private void perform(Task task) {
        var outcome = task.perform();
        run(outcome::apply);
    }

    private void send(PeerAddress to, byte[] datagram) {
        try {
            tap.saw(true, to, datagram, datagram.length, clock.now());
            channel.send(ByteBuffer.wrap(datagram), addresses.out(to));
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "could not send to {0}: {1}", to, e.getMessage());
        }
    }

    /// Stops the loop and frees the port. Calls in progress are not told; hang up first.
    @Override
    public void close() {
        open.set(false);
        selector.wakeup();
        workers.shutdown();
        try {
            if (Thread.currentThread() != loop) {
                loop.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
