package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.wire.Bytes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What only the batches of Linux do.
@Timeout(30)
class NativeSocketTest {
    private static final Bytes LETTER = Bytes.utf8("as long as the others");

    @BeforeEach
    void linux() {
        assumeTrue(Linux.isCallable(), "batches need Linux and native access");
        assumeTrue(joinsAndSplits(), "UDP_SEGMENT and UDP_GRO need Linux 5.0");
    }

    private static boolean joinsAndSplits() {
        try (var arena = Arena.ofConfined()) {
            var libc = new Libc(arena);
            int fd = libc.socket(Linux.AF_INET, Linux.SOCK_DGRAM);
            boolean knows =
                    libc.setsockopt(fd, Linux.SOL_UDP, Linux.UDP_SEGMENT, 0) == 0
                            && libc.setsockopt(fd, Linux.SOL_UDP, Linux.UDP_GRO, 1) == 0;
            libc.close(fd);
            return knows;
        }
    }

    @Test
    void equalDatagramsToOnePeerAreOneMessageAndComeAsOne() throws IOException {
        try (var a = new Station(PortSettings.USUAL, "127.0.0.1");
                var b = new Station(PortSettings.USUAL, "127.0.0.1")) {
            int many = 4 * Socket.BATCH;
            for (int i = 0; i < many; i++) {
                a.send(b.address(), LETTER);
            }
            a.socket.flush();
            assertThat(b.hearOctets(many)).isEqualTo(Collections.nCopies(many, LETTER));
            assertThat(b.traffic.batches()).isOne();
        }
    }

    @Test
    void whoDoesNotJoinSendsAndTakesEachByItself() throws IOException {
        var apart = PortSettings.USUAL.withJoined(false);
        try (var a = new Station(apart, "127.0.0.1");
                var b = new Station(PortSettings.USUAL, "127.0.0.1");
                var c = new Station(apart, "127.0.0.1")) {
            for (int i = 0; i <= Socket.BATCH; i++) {
                a.send(b.address(), LETTER);
                b.send(c.address(), LETTER);
            }
            a.socket.flush();
            b.socket.flush();
            b.hearOctets(Socket.BATCH + 1);
            c.hearOctets(Socket.BATCH + 1);
            assertThat(b.traffic.batches()).isEqualTo(2);
            assertThat(c.traffic.batches()).isEqualTo(2);
        }
    }

    @Test
    void aShorterDatagramEndsItsMessage() throws IOException {
        try (var a = new Station(PortSettings.USUAL, "127.0.0.1");
                var b = new Station(PortSettings.USUAL, "127.0.0.1")) {
            var shorter = LETTER.slice(0, 5);
            for (var letter : new Bytes[] {LETTER, LETTER, shorter, LETTER, shorter, shorter}) {
                a.send(b.address(), letter);
            }
            a.socket.flush();
            assertThat(b.hearOctets(6))
                    .containsExactly(LETTER, LETTER, shorter, LETTER, shorter, shorter);
        }
    }
}
