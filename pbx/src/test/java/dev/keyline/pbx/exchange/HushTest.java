package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.PeerAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who falls silent after a challenge does not fill the log.
class HushTest {
    private final Hush hush = new Hush();

    private static PeerAddress host(int number) {
        return PeerAddress.ofIPv4("10.0." + number / 256 + "." + number % 256, 4569);
    }

    @Test
    void oneLineASecondOfEachHostAndTheOthersAreCounted() {
        assertThat(hush.allows(host(1), 20, 0)).isTrue();
        for (int port = 1; port < 10; port++) {
            assertThat(hush.allows(PeerAddress.ofIPv4("10.0.0.1", port), 20, port)).isFalse();
        }
        assertThat(hush.allows(host(2), 20, 1)).isTrue();
        assertThat(hush.unsaid()).isEqualTo(" (9 others who fell silent were not said)");
        assertThat(hush.allows(host(1), 20, SECOND)).isTrue();
        assertThat(hush.unsaid()).isEmpty();
    }

    @Test
    void soManyLinesASecondInAll() {
        long told = IntStream.range(0, 5000).filter(i -> hush.allows(host(i), 20, i)).count();
        assertThat(told).isEqualTo(20);
    }
}
