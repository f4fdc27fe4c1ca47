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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Three ports that one loop serves, over both gates.
@ParameterizedClass(name = "batched={0}")
@ValueSource(booleans = {true, false})
@Timeout(60)
class TogetherTest {
    private static final InetSocketAddress HERE =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    @Parameter boolean batched;

    private PortSettings settings = PortSettings.USUAL;
    private final List<Port> ports = new ArrayList<>();
    private final List<List<String>> seen =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    @BeforeEach
    void settings() {
        assumeTrue(!batched || Linux.isCallable(), "batches need Linux and native access");
        settings = PortSettings.USUAL.withBatched(batched);
    }

    @AfterEach
    void close() {
        ports.forEach(Port::close);
    }

    private void open(Supplier<Party> parties) throws IOException {
        var tenants = seen.stream().map(by -> tenant(HERE, parties.get(), by)).toList();
        ports.addAll(Port.together(tenants, settings, new Clock()));
    }

    private static Tenant tenant(InetSocketAddress bind, Party party, List<String> seen) {
        Tap tap = (sent, _, datagram, length, _) -> seen.add(words(sent, datagram, length));
        return new Tenant(List.of(bind), party, (_, _) -> {}, tap);
    }

    private static String words(boolean sent, byte[] datagram, int length) {
        return (sent ? "said " : "heard ") + Bytes.copyOf(datagram, 0, length).asText();
    }

    private Station station() throws IOException {
        return new Station(settings, "127.0.0.1");
    }

    /// To each of these ports one letter, with its number; all are sent back by where they came to.
    private static void converse(Station peer, List<Port> with) throws IOException {
        peer.heard.clear();
        var letters = new ArrayList<Station.Letter>();
        for (int i = 0; i < with.size(); i++) {
            letters.add(new Station.Letter(with.get(i).address(), letter(i)));
            peer.send(with.get(i).address(), letter(i));
        }
        peer.socket.flush();
        assertThat(peer.hear(with.size())).containsExactlyInAnyOrderElementsOf(letters);
    }

    private static Bytes letter(int i) {
        return Bytes.utf8("letter " + i);
    }

    private static Thread thread(Port port) throws Exception {
        var thread = new CompletableFuture<Thread>();
        port.run(_ -> thread.complete(Thread.currentThread()));
        return thread.get(5, TimeUnit.SECONDS);
    }

    @Test
    @SuppressWarnings("try") // closed early, for what was seen and counted
    void eachHearsWhatCameToItAndAnswersFromThere() throws IOException {
        open(EchoParty::new);
        try (var peer = station()) {
            converse(peer, ports);
        }
        ports.forEach(Port::close);
        for (int i = 0; i < ports.size(); i++) {
            assertThat(seen.get(i)).containsExactly("heard letter " + i, "said letter " + i);
            assertThat(ports.get(i).traffic().received()).isOne();
            assertThat(ports.get(i).traffic().sent()).isOne();
        }
    }

    @Test
    void wishesOfAllAreGrantedByOneThread() throws Exception {
        open(EchoParty::new);
        var first = thread(ports.getFirst());
        assertThat(first.getName())
                .isEqualTo("keyline-port-" + ports.getFirst().localAddress().getPort());
        for (int i = 0; i < 100; i++) {
            assertThat(thread(ports.get(i % 3))).isSameAs(first);
        }
    }

    @Test
    void whatEachSaysAtTheStartLeavesAtOnce() throws IOException {
        try (var peer = station()) {
            open(() -> new GreetingParty(peer.address(), letter(1)));
            assertThat(peer.hear(3))
                    .extracting(Station.Letter::from)
                    .containsExactlyInAnyOrderElementsOf(
                            ports.stream().map(Port::address).toList());
        }
    }

    /// Of one alone, and of all at about the same time; nobody else wakes the loop.
    @Test
    void aTimeOfEachIsKept() throws IOException {
        open(LateParty::new);
        try (var peer = station()) {
            for (int i = 0; i < 20; i++) {
                converse(peer, ports.subList(i % 3, i % 3 + 1));
                converse(peer, ports);
            }
        }
    }

    @Test
    void tasksOfEachArePerformedAlsoWhenOthersAreClosed() throws IOException {
        open(SlowParty::new);
        try (var peer = station()) {
            converse(peer, ports);
            ports.getFirst().close();
            ports.getFirst().close();
            ports.getLast().close();
            converse(peer, ports.subList(1, 2));
        }
    }

    @Test
    void aFaultOfOneEndsNothingElse() throws IOException {
        open(EchoParty::new);
        try (var peer = station()) {
            peer.send(ports.getFirst().address(), Bytes.utf8("boom"));
            peer.send(ports.getLast().address(), Bytes.utf8("late"));
            converse(peer, ports);
        }
    }

    /// More than one batch for each. Lengths differ, so that the kernel joins none of them.
    @Test
    void whatComesToAllAtOnceIsAnsweredInOrder() throws IOException {
        open(EchoParty::new);
        var letters =
                IntStream.range(0, 3 * Socket.BATCH)
                        .mapToObj(i -> Bytes.utf8("x".repeat(i + 5)))
                        .toList();
        try (var one = station();
                var two = station();
                var three = station()) {
            var peers = List.of(one, two, three);
            for (int i = 0; i < 3; i++) {
                for (var letter : letters) {
                    peers.get(i).send(ports.get(i).address(), letter);
                }
            }
            for (var peer : peers) {
                peer.socket.flush();
            }
            for (var peer : peers) {
                assertThat(peer.hearOctets(letters.size())).isEqualTo(letters);
            }
        }
    }

    /// From the second second on: the loop looks then at what came while it rested.
    @Test
    void whoeverComesWhileItRestsIsAnswered() throws IOException {
        open(EchoParty::new);
        try (var peer = station()) {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1200);
            while (System.nanoTime() < until) {
                converse(peer, ports);
            }
            for (int i = 0; i < 300; i++) {
                converse(peer, ports.subList(i % 3, i % 3 + 1));
            }
        }
    }

    @Test
    void whoIsClosedIsFreeAndTheOthersGoOnUntilTheLast() throws Exception {
        open(EchoParty::new);
        var loop = thread(ports.getFirst());
        try (var peer = station()) {
            converse(peer, ports);
            ports.get(1).close();
            assertFree(ports.get(1));
            converse(peer, List.of(ports.getFirst(), ports.getLast()));
            ports.getFirst().close();
            assertFree(ports.getFirst());
            converse(peer, List.of(ports.getLast()));
            ports.getLast().close();
            assertFree(ports.getLast());
        }
        assertThat(loop.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void oneMayCloseAnother() throws Exception {
        open(EchoParty::new);
        var closed = new CompletableFuture<Boolean>();
        ports.getFirst()
                .run(
                        _ -> {
                            ports.getLast().close();
                            closed.complete(true);
                        });
        assertThat(closed.get(5, TimeUnit.SECONDS)).isTrue();
        ports.getLast().close();
        assertFree(ports.getLast());
        try (var peer = station()) {
            converse(peer, ports.subList(0, 2));
        }
    }

    @Test
    void allMayBeClosedAtOnce() throws Exception {
        for (int i = 0; i < 100; i++) {
            ports.clear();
            open(EchoParty::new);
            var others = ports.subList(1, 3).stream().map(port -> new Thread(port::close)).toList();
            others.forEach(Thread::start);
            ports.getFirst().close();
            for (var other : others) {
                other.join();
            }
            assertFree(ports.get(i % 3));
        }
    }

    private void assertFree(Port port) throws IOException {
        try (var gate = Gate.open(settings)) {
            var socket = gate.bind(port.localAddress(), new Traffic());
            assertThat(socket.localAddress()).isEqualTo(port.localAddress());
        }
    }

    @Test
    void whenOneAddressIsTakenNoneIsKept() throws IOException {
        try (var taken = station()) {
            open(EchoParty::new);
            close();
            var free = ports.getFirst().localAddress();
            var binds = List.of(free, HERE, taken.socket.localAddress());
            var tenants =
                    binds.stream().map(bind -> tenant(bind, new EchoParty(), seen.get(0))).toList();
            assertThatThrownBy(() -> Port.together(tenants, settings, new Clock()))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(taken.address().port() + " of 127.0.0.1");
            assertFree(ports.getFirst());
        }
    }

    @Test
    void aLoopHasSoManyAddressesAndNoMore() throws IOException {
        assumeTrue(batched, "channels have no bound");
        var tenants =
                IntStream.rangeClosed(0, Port.MOST_ADDRESSES)
                        .mapToObj(_ -> tenant(HERE, new EchoParty(), seen.get(0)))
                        .toList();
        assertThatThrownBy(() -> Port.together(tenants, settings, new Clock()))
                .hasMessageContaining("127.0.0.1", "at most 64 addresses");
        var most = tenants.subList(1, tenants.size());
        ports.addAll(Port.together(most, settings.withBuffers(1 << 16), new Clock()));
        try (var peer = station()) {
            converse(peer, ports);
        }
    }

    @Test
    void severalTogetherHaveOneThread() {
        var tenants = List.of(tenant(HERE, new EchoParty(), seen.get(0)));
        assertThatThrownBy(() -> Port.together(tenants, settings.withThreads(2), new Clock()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Port.together(List.of(), settings, new Clock()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
