package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.wire.PeerAddress;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which datagrams are one message.
class OutgoingTest {
    private static final PeerAddress PEER = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final PeerAddress OTHER = PeerAddress.ofIPv4("192.0.2.2", 4569);

    private final Arena arena = Arena.ofConfined();
    private final Outgoing outgoing = new Outgoing(arena, Linux.AF_INET);

    @BeforeEach
    void linux() {
        assumeTrue(Linux.isCallable(), "batches need Linux and native access");
    }

    @AfterEach
    void close() {
        arena.close();
    }

    /// How many datagrams each message has.
    private List<Integer> messages(PeerAddress to, int... lengths) {
        for (int length : lengths) {
            outgoing.add(to, new byte[length], 0, length, true);
        }
        return IntStream.range(0, outgoing.count()).mapToObj(outgoing::datagrams).toList();
    }

    @Test
    void equalOnesAndAShorterOneAfterThemAreOne() {
        assertThat(messages(PEER, 164, 164, 164, 33, 164)).containsExactly(4, 1);
    }

    @Test
    void aLongerOneBeginsAnother() {
        assertThat(messages(PEER, 164, 165, 165)).containsExactly(1, 2);
    }

    @Test
    void thoseOfAnotherPeerAreNeverJoined() {
        messages(PEER, 164, 164);
        assertThat(messages(OTHER, 164)).containsExactly(2, 1);
    }

    @Test
    void noMessageHasMoreThanTheKernelTakes() {
        var many = new int[65];
        Arrays.fill(many, 164);
        assertThat(messages(PEER, many)).containsExactly(64, 1);
        outgoing.clear();
        var long4000 = new int[17];
        Arrays.fill(long4000, 4000);
        assertThat(messages(PEER, long4000)).containsExactly(16, 1);
    }

    @Test
    void longOnesAreJoinedUntilThatWasRefused() {
        assertThat(messages(PEER, 1233, 1233)).containsExactly(2);
        outgoing.refused(0);
        outgoing.clear();
        assertThat(messages(PEER, 1233, 1233)).containsExactly(1, 1);
        outgoing.clear();
        assertThat(messages(PEER, 1232, 1232)).containsExactly(2);
    }

    @Test
    void thatShortOnesAreRefusedSaysNothingOfLongOnes() {
        messages(PEER, 164, 164);
        outgoing.refused(0);
        outgoing.clear();
        assertThat(messages(PEER, 4000, 4000)).containsExactly(2);
    }
}
