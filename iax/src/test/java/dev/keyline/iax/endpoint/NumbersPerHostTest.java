package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// `maxcallnumbers` counts hosts, not ports, and of IPv6 what one owner has.
class NumbersPerHostTest {
    private static final Limits THREE = new Limits(3, 9, 9, 1, 60, 9, 9, 9, 9, 9, 9, 6);

    private final Endpoint endpoint =
            new Endpoint(
                    Config.USUAL.withLimits(THREE),
                    Door.CLOSED,
                    KeyRing.EMPTY,
                    new SplittableRandom(1));

    /// Whether there is a number for one more call.
    private boolean dials(PeerAddress to) {
        endpoint.dial(
                Destination.of(
                        to,
                        "1",
                        null,
                        Credentials.none(""),
                        MediaOffer.of(List.of(MediaFormat.ULAW))),
                0);
        boolean refused = false;
        for (var out = endpoint.poll(); !(out instanceof Output.Quiet); out = endpoint.poll()) {
            refused |= out instanceof Output.News(_, CallEvent.Ended _);
        }
        return !refused;
    }

    private static PeerAddress v6(int network, int host) {
        var ip = Bytes.hex("20010db80000%04x00000000000000%02x".formatted(network, host));
        return new PeerAddress(ip, 4569);
    }

    @Test
    void anotherPortIsTheSameHost() {
        for (int port = 1; port <= 3; port++) {
            assertThat(dials(PeerAddress.ofIPv4("192.0.2.1", port))).isTrue();
        }
        assertThat(dials(PeerAddress.ofIPv4("192.0.2.1", 4))).isFalse();
        assertThat(dials(PeerAddress.ofIPv4("192.0.2.2", 4))).isTrue();
    }

    @Test
    void aNeighbourInOnes64IsTheSameOwner() {
        for (int host = 1; host <= 3; host++) {
            assertThat(dials(v6(1, host))).isTrue();
        }
        assertThat(dials(v6(1, 4))).isFalse();
        assertThat(dials(v6(2, 4))).isTrue();
    }
}
