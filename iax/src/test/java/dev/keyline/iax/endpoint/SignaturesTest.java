package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.endpoint.Signatures.Turn;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final long SECOND = 1_000_000_000L;

    private final Signatures signatures = new Signatures(2, 3);
    private final List<String> begun = new ArrayList<>();

    private Turn ask(int host, String name, long now) {
        var peer = new PeerAddress(Bytes.copyOf(new byte[] {10, 0, 0, (byte) host}), 4569);
        return signatures.begin(peer, () -> begun.add(name), now);
    }

    @Test
    void eachHostHasItsShareAndTheRestWaits() {
        assertThat(ask(1, "a", 0)).isEqualTo(Turn.NOW);
        assertThat(ask(1, "b", 0)).isEqualTo(Turn.NOW);
        assertThat(ask(1, "c", 0)).isEqualTo(Turn.LATER);
        assertThat(ask(2, "d", 0)).isEqualTo(Turn.NOW);
        assertThat(signatures.next()).isEqualTo(SECOND);
        signatures.wake(SECOND);
        assertThat(begun).containsExactly("a", "b", "d", "c");
        assertThat(signatures.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsTurnedAway() {
        for (int i = 0; i < 5; i++) {
            ask(1, "" + i, 0);
        }
        assertThat(ask(1, "late", 0)).isEqualTo(Turn.NEVER);
        assertThat(ask(2, "other", 0)).isEqualTo(Turn.NOW);
        signatures.wake(SECOND);
        assertThat(ask(1, "again", SECOND)).isEqualTo(Turn.LATER);
        signatures.wake(2 * SECOND);
        signatures.wake(3 * SECOND);
        assertThat(begun).containsExactly("0", "1", "other", "2", "3", "4", "again");
    }
}
