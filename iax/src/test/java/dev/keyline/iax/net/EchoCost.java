package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Outlet;
import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Not a test: measures what a port costs that sends back what it gets. docs/measurements/port.md
/// says how to run it and what came out.
///
/// Arguments: seconds, datagrams a second (0 for as many as go), peers.
final class EchoCost {
    private static final int LENGTH = 164;
    private static final int PENDING = 512;

    private final PortSettings settings;
    private final long seconds;
    private final int rate;
    private final Station[] peers;
    private final long[] delays = new long[1 << 20];
    private int answers;
    private long sent;

    private EchoCost(PortSettings settings, long seconds, int rate, int peers) throws IOException {
        this.settings = settings;
        this.seconds = seconds;
        this.rate = rate;
        this.peers = new Station[peers];
        for (int i = 0; i < peers; i++) {
            this.peers[i] = new Station(PortSettings.USUAL, "127.0.0.1");
        }
    }

    /// Sends back what comes, through the outlet.
    private static final class Echo implements Party {
        private static final Output QUIET = new Output.Quiet(Long.MAX_VALUE);
        private Outlet outlet = (_, _, _, _) -> {};

        @Override
        public void outlet(Outlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void receive(PeerAddress from, byte[] datagram, int length, long now) {
            outlet.send(from, datagram, 0, length);
        }

        @Override
        public void wake(long now) {}

        @Override
        public Output poll() {
            return QUIET;
        }
    }

    private void run() throws Exception {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var port =
                Port.open(
                        List.of(loopback),
                        settings,
                        new Echo(),
                        new Clock(),
                        (_, _) -> {},
                        Tap.NONE)) {
            long loop = loop(port);
            speak(port, 1);
            long cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(loop);
            long received = port.traffic().received();
            long batches = port.traffic().batches();
            answers = 0;
            sent = 0;
            speak(port, seconds);
            report(
                    ManagementFactory.getThreadMXBean().getThreadCpuTime(loop) - cpu,
                    port.traffic().received() - received,
                    port.traffic().batches() - batches);
        }
        for (var peer : peers) {
            peer.close();
        }
    }

    private static long loop(Port port) {
        var id = new CompletableFuture<Long>();
        port.run(_ -> id.complete(Thread.currentThread().threadId()));
        return id.join();
    }

    private void speak(Port port, long seconds) throws IOException {
        var octets = new byte[LENGTH];
        var stamp = ByteBuffer.wrap(octets);
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000;
        long here = 0;
        for (long now = began; now < until; now = System.nanoTime()) {
            if (isDue(here, now - began)) {
                var peer = peers[(int) (here++ % peers.length)];
                stamp.putLong(0, now);
                peer.socket.send(port.address(), octets, 0, LENGTH);
                peer.socket.flush();
                sent++;
            }
            listen((int) (here % peers.length));
        }
    }

    private boolean isDue(long here, long elapsed) {
        return rate == 0 ? sent - answers < PENDING : here * 1_000_000_000 <= elapsed * rate;
    }

    private void listen(int peer) throws IOException {
        peers[peer].gate.await(0);
        Station.receive(
                peers[peer].socket,
                (_, octets, _) -> {
                    long delay = System.nanoTime() - ByteBuffer.wrap(octets).getLong();
                    delays[answers++ % delays.length] = delay;
                });
    }

    private void report(long cpu, long received, long batches) {
        int known = Math.min(answers, delays.length);
        Arrays.sort(delays, 0, known);
        System.out.printf(
                "| %s | %d | %d | %.1f | %.2f | %d | %d |%n",
                settings.batched() ? "batches" : "channel",
                settings.coalesce() / 1000,
                received / seconds,
                (double) received / batches,
                cpu / 1000.0 / received,
                delays[known / 2] / 1000,
                delays[(int) (known * 0.99)] / 1000);
    }

    public static void main(String[] arguments) throws Exception {
        long seconds = Long.parseLong(arguments[0]);
        int rate = Integer.parseInt(arguments[1]);
        int peers = Integer.parseInt(arguments[2]);
        // Without pauses between datagrams there is nothing to rest for.
        long[] rests = rate == 0 ? new long[1] : new long[] {0, 250_000, 500_000, 1_000_000};
        for (boolean batched : new boolean[] {false, true}) {
            for (long coalesce : rests) {
                var settings = PortSettings.USUAL.withBatched(batched).withCoalesce(coalesce);
                new EchoCost(settings, seconds, rate, peers).run();
            }
        }
    }
}
