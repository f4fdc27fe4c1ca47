package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.endpoint.Output;
import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CoalescingTest {
    private static final long REST = TimeUnit.MICROSECONDS.toNanos(500);
    private static final Party PARTY = new EchoParty();
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /// One batch each millisecond, from `from` on.
    ///
    /// @return the rest after the last of them
    private static long rest(Coalescing coalescing, int datagrams, int from, int millis) {
        long rest = 0;
        for (int i = from; i < from + millis; i++) {
            rest = coalescing.served(datagrams, i * MILLI, PARTY);
        }
        return rest;
    }

    @Test
    void withFewDatagramsNobodyWaits() {
        assertThat(rest(new Coalescing(REST), 3, 0, 5000)).isZero();
    }

    @Test
    void withManyInTheLastSecondTheLoopRests() {
        var coalescing = new Coalescing(REST);
        assertThat(rest(coalescing, 5, 0, 999)).isZero();
        assertThat(rest(coalescing, 5, 999, 10)).isEqualTo(REST);
    }

    @Test
    void whenItGetsQuietTheLoopRestsNoMore() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 2000);
        assertThat(rest(coalescing, 1, 2000, 1500)).isZero();
    }

    @Test
    void aLongSilenceIsPartOfTheRate() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 900);
        assertThat(coalescing.served(5, 60_000 * MILLI, PARTY)).isZero();
    }

    @Test
    void whatIsFullIsFollowedAtOnceAndWhatIsEmptyByAnotherRest() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 2000);
        assertThat(coalescing.served(Socket.BATCH, 2001 * MILLI, PARTY)).isZero();
        assertThat(coalescing.served(0, 2002 * MILLI, PARTY)).isEqualTo(REST);
    }

    /// A party that lets datagrams wait for 20 ms.
    private static final class Patient implements Party {
        @Override
        public void receive(PeerAddress from, byte[] datagram, int length, long now) {}

        @Override
        public void wake(long now) {}

        @Override
        public Output poll() {
            return new Output.Quiet(Long.MAX_VALUE);
        }

        @Override
        public long patience(long usual) {
            return 20 * MILLI;
        }
    }

    @Test
    void aPartyMayAllowALongerRestAsFarAsFewDatagramsComeInIt() {
        var few = new Coalescing(REST);
        rest(few, 5, 0, 2000);
        long quiet = Coalescing.QUIET * MILLI / 5;
        assertThat(few.served(5, 2001 * MILLI, new Patient()))
                .isBetween(quiet * 99 / 100, quiet * 101 / 100);
        var many = new Coalescing(REST);
        rest(many, Coalescing.QUIET * 4, 0, 2000);
        assertThat(many.served(5, 2001 * MILLI, new Patient())).isEqualTo(REST);
    }

    @Test
    void theDelayIsBounded() {
        assertThatThrownBy(() -> PortSettings.USUAL.withCoalesce(PortSettings.LONGEST_REST + 1))
                .hasMessageContaining("coalesce is 1000001 ns");
    }
}
