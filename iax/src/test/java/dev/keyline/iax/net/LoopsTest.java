package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.Bytes;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Several loops of one port and the party they share, over both gates.
@ParameterizedClass(name = "batched={0}")
@ValueSource(booleans = {true, false})
@Timeout(60)
@SuppressWarnings("try") // ports are closed early, for what they have counted
class LoopsTest {
    private static final InetSocketAddress HERE =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    private static final InetSocketAddress NEARBY =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0);

    /// Enough that each of three loops has some: all at two of them comes once in 10^9 times.
    private static final int PEERS = 48;

    @Parameter boolean batched;

    private PortSettings settings = PortSettings.USUAL;

    @BeforeEach
    void settings() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux divides peers");
        assumeTrue(!batched || Linux.isCallable(), "batches need native access");
        settings = PortSettings.USUAL.withBatched(batched).withThreads(3);
    }

    private Port port(Party party, InetSocketAddress... binds) throws IOException {
        return port(settings, party, binds);
    }

    private static Port port(PortSettings settings, Party party, InetSocketAddress... binds)
            throws IOException {
        return Port.open(List.of(binds), settings, party, new Clock(), (_, _) -> {}, Tap.NONE);
    }

    private List<Station> stations(int count) throws IOException {
        var stations = new ArrayList<Station>();
        for (int i = 0; i < count; i++) {
            stations.add(new Station(settings.withThreads(1), "127.0.0.1"));
        }
        return stations;
    }

    private static void close(List<Station> stations) throws IOException {
        for (var station : stations) {
            station.close();
        }
    }

    private static Bytes letter(int i) {
        return Bytes.utf8("letter " + i);
    }

    @Test
    void eachLoopHasPeersAndNothingIsLostOrTwice() throws IOException {
        var peers = stations(PEERS);
        try (var port = port(new EchoParty(), HERE)) {
            for (int i = 0; i < 20; i++) {
                for (var peer : peers) {
                    peer.send(port.address(), letter(i));
                    peer.socket.flush();
                }
                for (var peer : peers) {
                    assertThat(peer.hear(i + 1)).hasSize(i + 1);
                }
            }
            port.close();
            var all = IntStream.range(0, 20).mapToObj(LoopsTest::letter).toList();
            assertThat(peers).allSatisfy(p -> assertThat(p.hearOctets(20)).isEqualTo(all));
            assertThat(port.traffic().received()).isEqualTo(20 * PEERS);
            assertThat(port.traffic().sent()).isEqualTo(20 * PEERS);
            assertThat(port.traffic().loops())
                    .hasSize(3)
                    .allSatisfy(loop -> assertThat(loop.received()).isPositive())
                    .allSatisfy(loop -> assertThat(loop.sent()).isEqualTo(loop.received()));
        }
        close(peers);
    }

    /// The party counts without any care, and notices when somebody else is there.
    @Test
    void oneLoopAtATimeSpeaksWithTheParty() throws Exception {
        var party = new CountingParty();
        int threads = 4;
        int rounds = 1500;
        try (var port = port(party, HERE);
                var callers = Executors.newFixedThreadPool(threads)) {
            Callable<Integer> caller = () -> converse(port, party, rounds);
            int heard = 0;
            for (var answered : callers.invokeAll(Collections.nCopies(threads, caller))) {
                heard += answered.get();
            }
            port.close();
            assertThat(heard).isEqualTo(threads * rounds * CountingParty.PEERS);
            assertThat(party.received()).isEqualTo(heard);
            assertThat(party.wished()).isEqualTo(threads * rounds);
            assertThat(party.woken()).isPositive();
            assertThat(party.meetings()).isZero();
            assertThat(port.traffic().loops()).allMatch(loop -> loop.received() > 0);
        }
    }

    /// Says something from several ports, wishes something, and waits for all the answers; ends
    /// early where one is missing.
    private int converse(Port port, CountingParty party, int rounds) throws IOException {
        var peers = stations(CountingParty.PEERS);
        boolean complete = true;
        for (int i = 1; i <= rounds && complete; i++) {
            port.run(party::wish);
            for (var peer : peers) {
                peer.send(port.address(), letter(i));
                peer.socket.flush();
            }
            for (var peer : peers) {
                complete = complete && peer.hear(i).size() == i;
            }
        }
        int heard = peers.stream().mapToInt(peer -> peer.heard.size()).sum();
        close(peers);
        return heard;
    }

    /// What one loop has promised, it keeps, while the others sleep.
    @Test
    void aTimeThatAnyLoopHeardOfIsKept() throws IOException {
        var peers = stations(PEERS);
        try (var port = port(new LateParty(), HERE)) {
            for (int i = 0; i < PEERS; i++) {
                peers.get(i).send(port.address(), letter(i));
                peers.get(i).socket.flush();
                assertThat(peers.get(i).hearOctets(1)).containsExactly(letter(i));
            }
            assertThat(port.traffic().loops()).allMatch(loop -> loop.received() > 0);
        }
        close(peers);
    }

    /// All times are heard of before the first of them, by all loops.
    @Test
    void severalTimesThatSeveralLoopsHeardOfAreKept() throws IOException {
        var peers = stations(PEERS);
        try (var port = port(new LateParty(), HERE)) {
            for (var peer : peers) {
                peer.send(port.address(), letter(1));
                peer.socket.flush();
            }
            assertThat(peers)
                    .allSatisfy(p -> assertThat(p.hearOctets(1)).containsExactly(letter(1)));
        }
        close(peers);
    }

    /// The last who was at the second address is told what others say at the first one.
    @Test
    void aPeerIsAnsweredFromTheAddressHeCameToByWhicheverLoop() throws IOException {
        var others = stations(PEERS);
        try (var port = port(new RelayParty(), HERE, NEARBY);
                var one = new Station(settings, "127.0.0.1")) {
            var first = Addresses.peer(port.localAddresses().get(0));
            var second = Addresses.peer(port.localAddresses().get(1));
            one.send(second, RelayParty.HERE_I_AM);
            one.socket.flush();
            one.hear(1);
            for (int i = 0; i < PEERS; i++) {
                others.get(i).send(first, letter(i));
                others.get(i).socket.flush();
                assertThat(one.hear(i + 2)).hasSize(i + 2);
            }
            assertThat(one.heard).allMatch(letter -> letter.from().equals(second));
            port.close();
            assertThat(port.traffic().loops()).allMatch(loop -> loop.sent() > 0);
        }
        close(others);
    }

    @Test
    void nobodyElseGetsTheAddress() throws IOException {
        for (var counts : List.of(List.of(3, 3), List.of(3, 1), List.of(1, 3))) {
            var ours = settings.withThreads(counts.getFirst());
            var theirs = settings.withThreads(counts.getLast());
            try (var port = port(ours, new EchoParty(), HERE)) {
                assertThatThrownBy(() -> port(theirs, new EchoParty(), port.localAddress()))
                        .isInstanceOf(BindException.class)
                        .hasMessageContaining("in use");
            }
        }
    }

    @Test
    void aLoopMayCloseThePort() throws Exception {
        var port = port(new EchoParty(), HERE);
        var closed = new CompletableFuture<Boolean>();
        port.run(
                _ -> {
                    port.close();
                    closed.complete(true);
                });
        assertThat(closed.get(5, TimeUnit.SECONDS)).isTrue();
        port.close();
        try (var again = port(new EchoParty(), port.localAddress())) {
            assertThat(again.localAddress()).isEqualTo(port.localAddress());
        }
    }

    @Test
    void otherSystemsHaveOneLoop() {
        assertThat(Sharing.loops(4, "Mac OS X")).isOne();
        assertThat(Sharing.loops(4, "Linux")).isEqualTo(4);
        assertThatThrownBy(() -> PortSettings.USUAL.withThreads(65))
                .hasMessageContaining("threads is 65, not in 1..64");
    }
}
