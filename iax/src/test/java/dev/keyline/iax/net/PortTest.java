package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/// The loop, and several, over both gates.
@ParameterizedClass(name = "batched={0}, threads={1}")
@CsvSource({"true, 1", "false, 1", "true, 3", "false, 3"})
@Timeout(30)
class PortTest {
    private static final String HERE = "127.0.0.1";
    private static final Bytes HELLO = Bytes.utf8("hello");

    @Parameter(0)
    boolean batched;

    @Parameter(1)
    int threads;

    private PortSettings settings = PortSettings.USUAL;

    @BeforeEach
    void settings() {
        assumeTrue(!batched || Linux.isCallable(), "batches need Linux and native access");
        settings = PortSettings.USUAL.withBatched(batched).withThreads(threads);
    }

    private Port port(Tap tap, String... hosts) throws IOException {
        var binds = new ArrayList<InetSocketAddress>();
        for (var host : hosts) {
            binds.add(new InetSocketAddress(InetAddress.getByName(host), 0));
        }
        return Port.open(binds, settings, new EchoParty(), new Clock(), (_, _) -> {}, tap);
    }

    @Test
    @SuppressWarnings("try") // closed early, for what it has counted
    void whatThePartySaysIsSent() throws IOException {
        try (var port = port(Tap.NONE, HERE);
                var peer = new Station(settings, HERE)) {
            peer.send(port.address(), HELLO);
            peer.socket.flush();
            assertThat(peer.hear(1)).containsExactly(new Station.Letter(port.address(), HELLO));
            port.close();
            assertThat(port.traffic().received()).isOne();
            assertThat(port.traffic().sent()).isOne();
        }
    }

    /// Before anybody says anything, and before any time is over.
    @Test
    void whatThePartySaysAtTheStartLeavesAtOnce() throws IOException {
        try (var peer = new Station(settings, HERE);
                var port =
                        Port.open(
                                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                                settings,
                                new GreetingParty(peer.address(), HELLO),
                                new Clock(),
                                (_, _) -> {},
                                Tap.NONE)) {
            assertThat(peer.hear(1)).containsExactly(new Station.Letter(port.address(), HELLO));
        }
    }

    @Test
    void aLoopThatNeverSleepsAnswersAsWell() throws IOException {
        settings = settings.withBusyPoll(TimeUnit.SECONDS.toNanos(1));
        try (var port = port(Tap.NONE, HERE);
                var peer = new Station(settings, HERE)) {
            for (int i = 1; i <= 3; i++) {
                peer.send(port.address(), HELLO);
                peer.socket.flush();
                assertThat(peer.hear(i)).hasSize(i);
            }
        }
    }

    @Test
    void theTapSeesBothWays() throws IOException {
        var seen = new CopyOnWriteArrayList<String>();
        Tap tap =
                (sent, _, datagram, length, _) ->
                        seen.add(sent + " " + Bytes.copyOf(datagram, 0, length).asText());
        try (var port = port(tap, HERE);
                var peer = new Station(settings, HERE)) {
            peer.send(port.address(), HELLO);
            peer.socket.flush();
            peer.hear(1);
            assertThat(seen).containsExactly("false hello", "true hello");
        }
    }

    @Test
    void aFaultOfThePartyEndsNothingElse() throws IOException {
        try (var port = port(Tap.NONE, HERE);
                var peer = new Station(settings, HERE)) {
            peer.send(port.address(), Bytes.utf8("boom"));
            peer.send(port.address(), HELLO);
            peer.socket.flush();
            assertThat(peer.hearOctets(1)).containsExactly(HELLO);
        }
    }

    @Test
    void aFaultInWhatThePartySaysEndsNothingElse() throws IOException {
        try (var port = port(Tap.NONE, HERE);
                var peer = new Station(settings, HERE)) {
            peer.send(port.address(), Bytes.utf8("late"));
            peer.send(port.address(), HELLO);
            peer.socket.flush();
            assertThat(peer.hearOctets(1)).containsExactly(HELLO);
        }
    }

    @Test
    void aWishIsGrantedInTheLoop() throws Exception {
        try (var port = port(Tap.NONE, HERE)) {
            var thread = new CompletableFuture<String>();
            port.run(_ -> thread.complete(Thread.currentThread().getName()));
            assertThat(thread.get(5, TimeUnit.SECONDS))
                    .startsWith("keyline-port-" + port.localAddress().getPort());
        }
    }

    /// Each waits for the last of its wishes, so that the loop falls asleep all the time, and is
    /// woken by two at once.
    @Test
    void noWishOfTwoThreadsIsSleptThrough() throws Exception {
        try (var port = port(Tap.NONE, HERE);
                var wishers = Executors.newFixedThreadPool(2)) {
            var both =
                    wishers.invokeAll(
                            List.of(() -> granted(port, 20_000), () -> granted(port, 20_000)));
            for (var one : both) {
                assertThat(one.get()).isEqualTo(20_000);
            }
        }
    }

    private static int granted(Port port, int wishes) throws Exception {
        int granted = 0;
        for (int i = 0; i < wishes; i++) {
            var answer = new CompletableFuture<Long>();
            port.run(answer::complete);
            granted += answer.get(5, TimeUnit.SECONDS) == null ? 0 : 1;
        }
        return granted;
    }

    @Test
    void closingEndsTheWaitAndFreesTheAddress() throws IOException {
        var port = port(Tap.NONE, HERE);
        var address = port.localAddress();
        port.close();
        port.run(_ -> {});
        try (var gate = Gate.open(settings)) {
            assertThat(gate.bind(address, new Traffic()).localAddress()).isEqualTo(address);
        }
    }

    @Test
    void peersAreAnsweredFromTheAddressTheyCameTo() throws IOException {
        assumeTrue(GateTest.hasIpv6(), "no IPv6 on this machine");
        try (var port = port(Tap.NONE, HERE, HERE, "::1");
                var four = new Station(settings, HERE);
                var six = new Station(settings, "::1")) {
            for (var address : port.localAddresses()) {
                var peer = Addresses.peer(address);
                var from = peer.ip().length() == 4 ? four : six;
                from.heard.clear();
                from.send(peer, HELLO);
                from.socket.flush();
                assertThat(from.hear(1)).containsExactly(new Station.Letter(peer, HELLO));
            }
        }
    }

    @Test
    void bothWildcardsOnOnePortAreOneSocket() throws IOException {
        assumeTrue(GateTest.hasIpv6(), "no IPv6 on this machine");
        try (var port = port(Tap.NONE, "0.0.0.0", "::");
                var peer = new Station(settings, HERE)) {
            assertThat(port.localAddresses()).hasSize(1);
            var there = PeerAddress.ofIPv4(HERE, port.localAddress().getPort());
            peer.send(there, HELLO);
            peer.socket.flush();
            assertThat(peer.hear(1)).containsExactly(new Station.Letter(there, HELLO));
        }
    }

    @Test
    void whenOneAddressIsRefusedNoneIsKept() throws IOException {
        try (var taken = new Station(settings, HERE)) {
            var free = freeAddress();
            var binds = List.of(free, taken.socket.localAddress());
            assertThatThrownBy(
                            () ->
                                    Port.open(
                                            binds,
                                            settings,
                                            new EchoParty(),
                                            new Clock(),
                                            (_, _) -> {},
                                            Tap.NONE))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(taken.address().port() + " of 127.0.0.1");
            try (var gate = Gate.open(settings)) {
                assertThat(gate.bind(free, new Traffic()).localAddress()).isEqualTo(free);
            }
        }
    }

    private InetSocketAddress freeAddress() throws IOException {
        try (var station = new Station(settings, HERE)) {
            return station.socket.localAddress();
        }
    }
}
