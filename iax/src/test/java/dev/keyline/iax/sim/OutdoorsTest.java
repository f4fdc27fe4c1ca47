package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutdoorsTest {
    private static final PeerAddress PEER = PeerAddress.ofIPv4("10.0.0.9", 4569);
    private static final long MILLI = 1_000_000;

    private final Mirror mirror = new Mirror();

    /// Sends back what comes.
    private static final class Mirror implements Party {
        private final Queue<Output> outbox = new ArrayDeque<>();

        @Override
        public void receive(PeerAddress from, byte[] datagram, int length, long now) {
            outbox.add(new Output.Send(from, datagram));
        }

        @Override
        public void wake(long now) {}

        @Override
        public Output poll() {
            return outbox.isEmpty() ? new Output.Quiet(Long.MAX_VALUE) : outbox.remove();
        }
    }

    private static long quiet(Party party) {
        return party.poll() instanceof Output.Quiet(long until) ? until : -1;
    }

    @Test
    void delayCountsInBothDirections() {
        var party = Outdoors.of(mirror, new Weather(0, 0, 0, 0, 5 * MILLI, 0), 1);
        party.receive(PEER, new byte[] {7, 8, 9}, 2, MILLI);
        assertThat(quiet(party)).isEqualTo(6 * MILLI);
        party.wake(6 * MILLI);
        assertThat(quiet(party)).isEqualTo(11 * MILLI);
        party.wake(11 * MILLI);
        assertThat(party.poll())
                .isInstanceOfSatisfying(
                        Output.Send.class,
                        sent -> {
                            assertThat(sent.to()).isEqualTo(PEER);
                            assertThat(sent.datagram()).containsExactly(7, 8);
                        });
        assertThat(quiet(party)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void lossCountsInBothDirections() {
        var party = Outdoors.of(mirror, new Weather(0.1, 0, 0, 0, 0, 0), 1);
        int back = 0;
        for (int i = 0; i < 10_000; i++) {
            party.receive(PEER, new byte[1], 1, i);
            back += party.poll() instanceof Output.Send ? 1 : 0;
        }
        assertThat(back / 10_000.0).isCloseTo(0.81, within(0.02));
    }

    @Test
    void inFineWeatherThePartyItselfServes() {
        assertThat(Outdoors.of(mirror, new Weather(0, 0, 0, 0, 0, 0), 1)).isSameAs(mirror);
    }
}
