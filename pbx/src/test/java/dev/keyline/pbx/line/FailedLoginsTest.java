package dev.keyline.pbx.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.line.FailedLogins.Rule;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final PeerAddress THEM = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final Rule THREE = new Rule(3, 60 * SECOND);

    private final FailedLogins failed = new FailedLogins();

    private void fails(int times, PeerAddress from, long now) {
        for (int i = 0; i < times; i++) {
            failed.failed(from, THREE, now);
        }
    }

    @Test
    void tooManyFailuresWithinAMinuteSilence() {
        fails(3, THEM, 0);
        assertThat(failed.hears(THEM, "east", SECOND)).isTrue();
        assertThat(failed.failed(THEM, THREE, SECOND)).isTrue();
        assertThat(failed.hears(THEM, "east", 60 * SECOND)).isFalse();
        assertThat(failed.hears(THEM, "east", 61 * SECOND)).isTrue();
    }

    @Test
    void failuresOfAnotherMinuteDoNotCount() {
        fails(3, THEM, 0);
        assertThat(failed.failed(THEM, THREE, 61 * SECOND)).isFalse();
        assertThat(failed.hears(THEM, "east", 61 * SECOND)).isTrue();
    }

    @Test
    void anotherPortIsTheSameAddress() {
        fails(4, THEM, 0);
        assertThat(failed.hears(PeerAddress.ofIPv4("192.0.2.1", 5), "east", 1)).isFalse();
        assertThat(failed.hears(PeerAddress.ofIPv4("192.0.2.2", 4569), "east", 1)).isTrue();
    }

    @Test
    void ofIPv6TheFirst64BitsCount() {
        var one = new PeerAddress(Bytes.hex("20010db8000000010000000000000001"), 4569);
        var neighbour = new PeerAddress(Bytes.hex("20010db80000000100000000000000ff"), 4569);
        var other = new PeerAddress(Bytes.hex("20010db8000000020000000000000001"), 4569);
        fails(4, one, 0);
        assertThat(failed.hears(neighbour, "east", 1)).isFalse();
        assertThat(failed.hears(other, "east", 1)).isTrue();
    }

    @Test
    void whoLoggedInLatelyIsHeardAllTheSame() {
        failed.succeeded(THEM, "east", 0);
        fails(4, THEM, SECOND);
        assertThat(failed.hears(THEM, "east", 2 * SECOND)).isTrue();
        assertThat(failed.hears(THEM, "west", 2 * SECOND)).isFalse();
        fails(4, THEM, 3601 * SECOND);
        assertThat(failed.hears(THEM, "east", 3602 * SECOND)).isFalse();
    }

    @Test
    void zeroSilencesNobody() {
        for (int i = 0; i < 100; i++) {
            assertThat(failed.failed(THEM, new Rule(0, SECOND), 0)).isFalse();
        }
        assertThat(failed.hears(THEM, "east", 1)).isTrue();
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        fails(4, THEM, 0);
        for (int i = 0; i < FailedLogins.MEMORY; i++) {
            failed.failed(new PeerAddress(Bytes.of(10, i >> 16, i >> 8, i), 1), THREE, 0);
        }
        assertThat(failed.hears(THEM, "east", 1)).isTrue();
    }
}
