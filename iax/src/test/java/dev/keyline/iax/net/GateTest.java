package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// The same for both gates: by Linux's batches, and by Java's channels.
@ParameterizedClass(name = "batched={0}")
@ValueSource(booleans = {true, false})
@Timeout(30)
class GateTest {
    private static final String HERE = "127.0.0.1";

    @Parameter boolean batched;

    private PortSettings settings = PortSettings.USUAL;

    @BeforeEach
    void settings() {
        assumeTrue(!batched || Linux.isCallable(), "batches need Linux and native access");
        settings = PortSettings.USUAL.withBatched(batched);
    }

    private Station station() throws IOException {
        return new Station(settings, HERE);
    }

    private static Bytes octets(int length, int seed) {
        var octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    @Test
    void theGateIsTheOneAskedFor() throws IOException {
        try (var station = station()) {
            assertThat(station.gate).isInstanceOf(batched ? NativeGate.class : ChannelGate.class);
        }
    }

    @Test
    void datagramsArriveInOrderWithTheirSender() throws IOException {
        try (var a = station();
                var b = station()) {
            var letters = IntStream.range(0, 300).mapToObj(i -> octets(20 + i % 7, i)).toList();
            letters.forEach(letter -> a.send(b.address(), letter));
            a.socket.flush();
            assertThat(b.hearOctets(300)).isEqualTo(letters);
            assertThat(b.heard).allMatch(letter -> letter.from().equals(a.address()));
            assertThat(a.traffic.sent()).isEqualTo(300);
            assertThat(b.traffic.received()).isEqualTo(300);
        }
    }

    @Test
    void aRestIsNotEndedByWhatComes() throws IOException {
        assumeTrue(batched, "a thread that is parked may wake by itself");
        try (var a = station();
                var b = station()) {
            a.send(b.address(), octets(164, 1));
            a.socket.flush();
            long before = System.nanoTime();
            b.gate.rest(TimeUnit.MILLISECONDS.toNanos(5));
            assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(4));
            assertThat(b.skip()).hasSize(1);
        }
    }

    @Test
    void aRestIsEndedByWhoeverWakesTheLoop() throws IOException {
        assumeTrue(batched, "a thread that is parked is not woken");
        try (var station = station()) {
            station.gate.wakeup();
            station.gate.rest(
                    TimeUnit.MINUTES.toNanos(10)); // or the time limit of this class ends it
            long before = System.nanoTime();
            station.gate.rest(TimeUnit.MILLISECONDS.toNanos(5));
            assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(4));
        }
    }

    @Test
    void whatHasComeIsReceivedWithoutALook() throws IOException {
        try (var a = station();
                var b = station()) {
            assertThat(b.skip()).isEmpty();
            a.send(b.address(), octets(164, 1));
            a.socket.flush();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (b.skip().isEmpty() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(b.heard).containsExactly(new Station.Letter(a.address(), octets(164, 1)));
        }
    }

    @Test
    void everyLengthPasses_andTooLongIsStillTooLong() throws IOException {
        try (var a = station();
                var b = station()) {
            var lengths = List.of(0, 1, 4, 12, 0, 1231, 1232, 1233, 1472, 1473, 4096, 4097, 9000);
            lengths.forEach(length -> a.send(b.address(), octets(length, length)));
            a.socket.flush();
            assertThat(b.hearOctets(lengths.size()))
                    .isEqualTo(
                            lengths.stream()
                                    .map(length -> octets(length, length))
                                    .map(sent -> sent.slice(0, Math.min(sent.length(), 4097)))
                                    .toList());
        }
    }

    @Test
    void mixedLengthsAndPeersAreTakenApartAsTheyWerePutTogether() throws IOException {
        try (var a = station();
                var b = station();
                var c = station()) {
            var random = new Random(7);
            var toB = new ArrayList<Bytes>();
            var toC = new ArrayList<Bytes>();
            for (int i = 0; i < 1500; i++) {
                var letter =
                        octets(List.of(164, 164, 164, 33, 1, 0, 1300).get(random.nextInt(7)), i);
                boolean isForB = random.nextInt(5) > 0;
                (isForB ? toB : toC).add(letter);
                a.send((isForB ? b : c).address(), letter);
                if (i % 100 == 99) {
                    a.socket.flush();
                    assertThat(b.hearOctets(toB.size())).isEqualTo(toB);
                    assertThat(c.hearOctets(toC.size())).isEqualTo(toC);
                }
            }
        }
    }

    @Test
    void partOfAnArrayIsSentAndTheArrayIsFreeAfterwards() throws IOException {
        try (var a = station();
                var b = station()) {
            var array = octets(500, 1).toArray();
            a.socket.send(b.address(), array, 100, 200);
            java.util.Arrays.fill(array, (byte) 0);
            a.socket.flush();
            assertThat(b.hearOctets(1)).containsExactly(octets(500, 1).slice(100, 200));
        }
    }

    @Test
    void nothingIsReceivedWhereNothingCame() throws IOException {
        try (var a = station()) {
            a.gate.await(0);
            assertThat(Station.receive(a.socket, (_, _, _) -> {})).isZero();
        }
    }

    @Test
    void aPeerThatCannotBeReachedTakesNobodyAlong() throws IOException {
        try (var a = station();
                var b = station()) {
            // Without SO_BROADCAST the kernel answers EACCES.
            var nowhere = PeerAddress.ofIPv4("255.255.255.255", 4569);
            var closed = PeerAddress.ofIPv4(HERE, closedPort());
            for (int i = 0; i < 10; i++) {
                a.send(nowhere, octets(30, 0));
                a.send(nowhere, octets(30, 0));
                a.send(closed, octets(30, 0));
                a.send(b.address(), octets(30, i));
            }
            a.socket.flush();
            assertThat(b.hearOctets(10))
                    .isEqualTo(IntStream.range(0, 10).mapToObj(i -> octets(30, i)).toList());
            assertThat(a.traffic.unsent()).isEqualTo(20);
            assertThat(a.traffic.sent()).isEqualTo(20);
        }
    }

    @Test
    void aDatagramLongerThanUdpAllowsIsRefusedAlone() throws IOException {
        try (var a = station();
                var b = station()) {
            a.send(b.address(), octets(65_530, 1));
            a.send(b.address(), octets(30, 2));
            a.socket.flush();
            assertThat(b.hearOctets(1)).containsExactly(octets(30, 2));
            assertThat(a.traffic.unsent()).isOne();
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void ipv6PeersAreHeardAndAnswered() throws IOException {
        assumeTrue(hasIpv6(), "no IPv6 on this machine");
        try (var a = new Station(settings, "::1");
                var b = new Station(settings, "::1")) {
            a.send(b.address(), octets(50, 1));
            a.socket.flush();
            assertThat(b.hear(1)).containsExactly(new Station.Letter(a.address(), octets(50, 1)));
        }
    }

    @Test
    void theIpv6WildcardSpeaksToBothFamilies() throws IOException {
        assumeTrue(hasIpv6(), "no IPv6 on this machine");
        try (var all = new Station(settings, "::");
                var four = station();
                var six = new Station(settings, "::1")) {
            four.send(all.at(HERE), octets(40, 1));
            six.send(new PeerAddress(six.address().ip(), all.address().port()), octets(40, 2));
            four.socket.flush();
            six.socket.flush();
            assertThat(all.hear(2))
                    .containsExactlyInAnyOrder(
                            new Station.Letter(four.address(), octets(40, 1)),
                            new Station.Letter(six.address(), octets(40, 2)));
            all.send(four.address(), octets(40, 3));
            all.send(six.address(), octets(40, 4));
            all.socket.flush();
            assertThat(four.hear(1).getFirst())
                    .isEqualTo(new Station.Letter(all.at(HERE), octets(40, 3)));
            assertThat(six.hearOctets(1)).containsExactly(octets(40, 4));
        }
    }

    static boolean hasIpv6() {
        var loopback = Addresses.socket(new PeerAddress(Bytes.hex("00".repeat(15) + "01"), 0));
        try (var socket = new DatagramSocket(loopback)) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void aTakenAddressIsSaidToBeTaken() throws IOException {
        try (var a = station();
                var b = Gate.open(settings)) {
            assertThatThrownBy(() -> b.bind(a.socket.localAddress(), new Traffic()))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("in use");
            var foreign = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 0);
            assertThatThrownBy(() -> b.bind(foreign, new Traffic()))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void othersJoinAnAddressWhenItIsShared() throws IOException {
        assumeTrue(Sharing.loops(2, System.getProperty("os.name")) == 2, "needs Linux");
        try (var a = station();
                var b = Gate.open(settings)) {
            var here = a.socket.localAddress();
            assertThatThrownBy(() -> b.join(here, new Traffic())).isInstanceOf(BindException.class);
            a.socket.share();
            assertThat(b.join(here, new Traffic()).localAddress()).isEqualTo(here);
        }
    }

    /// Somebody else asks for an address of his own, and is told that there is somebody.
    @Test
    void aSharedAddressIsTaken() throws IOException {
        assumeTrue(Sharing.loops(2, System.getProperty("os.name")) == 2, "needs Linux");
        try (var a = station();
                var b = Gate.open(settings)) {
            a.socket.share();
            assertThatThrownBy(() -> b.bind(a.socket.localAddress(), new Traffic()))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aWaitLastsAsLongAsAsked() throws IOException {
        try (var a = station()) {
            long began = System.nanoTime();
            a.gate.await(TimeUnit.MICROSECONDS.toNanos(2_500));
            assertThat(System.nanoTime() - began)
                    .isGreaterThanOrEqualTo(TimeUnit.MICROSECONDS.toNanos(2_000));
        }
    }

    @Test
    void anotherThreadEndsAWaitWithoutEnd() throws Exception {
        try (var a = station()) {
            var waiting = new Thread(a.gate::wakeup);
            waiting.start();
            a.gate.await(Long.MAX_VALUE);
            waiting.join();
        }
    }

    @Test
    void aWakeupCountsForTheNextWaitAndOnce() throws IOException {
        try (var a = station()) {
            a.gate.wakeup();
            a.gate.wakeup();
            a.gate.await(Long.MAX_VALUE);
            long began = System.nanoTime();
            a.gate.await(TimeUnit.MILLISECONDS.toNanos(5));
            assertThat(System.nanoTime() - began)
                    .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(4));
        }
    }

    @Test
    void aWakeupAfterTheEndDoesNothing() throws IOException {
        var a = station();
        a.close();
        a.gate.wakeup();
        assertThatThrownBy(() -> a.gate.await(0)).isInstanceOf(RuntimeException.class);
    }

    /// They share the room for a batch: whoever finds it full has his turn later.
    @Test
    void whatHasComeToSeveralSocketsIsHandedOverOnce() throws IOException {
        try (var a = station();
                var three = station()) {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var sockets =
                    List.of(
                            three.socket,
                            three.gate.bind(loopback, three.traffic),
                            three.gate.bind(loopback, three.traffic));
            // Lengths differ, so that the kernel joins none of them.
            var letters = IntStream.range(0, 40).mapToObj(i -> octets(100 + i, i)).toList();
            for (var socket : sockets) {
                letters.forEach(letter -> a.send(Addresses.peer(socket.localAddress()), letter));
            }
            a.socket.flush();
            var heard = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < 5; round++) {
                three.gate.await(0);
                for (var socket : sockets) {
                    socket.take();
                }
                for (int i = 0; i < sockets.size(); i++) {
                    var mine = heard.get(i);
                    sockets.get(i)
                            .hand((_, octets, length) -> mine.add(Bytes.copyOf(octets, 0, length)));
                }
            }
            assertThat(heard).allSatisfy(each -> assertThat(each).isEqualTo(letters));
        }
    }

    /// With so many that the gate looks first.
    @Test
    void whatHasComeToOneOfManyIsReceivedAfterASkip() throws IOException {
        try (var a = station();
                var many = station()) {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var last = many.socket;
            for (int i = 0; i < 4; i++) {
                last = many.gate.bind(loopback, many.traffic);
            }
            many.gate.skip();
            assertThat(last.take()).isFalse();
            a.send(Addresses.peer(last.localAddress()), octets(10, 1));
            a.socket.flush();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            do {
                many.gate.skip();
            } while (!last.take() && System.nanoTime() < until);
            assertThat(last.hand((_, _, _) -> {})).isOne();
            many.gate.skip();
            assertThat(many.socket.take()).isFalse();
        }
    }

    @Test
    void aClosedSocketIsFreeAndTheOthersOfItsGateGoOn() throws IOException {
        try (var a = station();
                var both = station();
                var c = Gate.open(settings)) {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var second = both.gate.bind(loopback, both.traffic);
            second.close();
            var again = c.bind(second.localAddress(), new Traffic());
            assertThat(again.localAddress()).isEqualTo(second.localAddress());
            a.send(both.address(), octets(10, 1));
            a.socket.flush();
            assertThat(both.hearOctets(1)).containsExactly(octets(10, 1));
        }
    }

    @Test
    void severalSocketsWakeOneLoop() throws IOException {
        try (var a = station();
                var both = station()) {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var second = both.gate.bind(loopback, both.traffic);
            a.send(Addresses.peer(second.localAddress()), octets(10, 1));
            a.socket.flush();
            both.gate.await(Long.MAX_VALUE);
            var heard = new ArrayList<Integer>();
            assertThat(Station.receive(both.socket, (_, _, length) -> heard.add(length))).isZero();
            assertThat(Station.receive(second, (_, _, length) -> heard.add(length))).isOne();
            assertThat(heard).containsExactly(10);
        }
    }
}
