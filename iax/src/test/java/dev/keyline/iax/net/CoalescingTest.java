package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CoalescingTest {
    private static final long REST = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /// One batch each millisecond, from `from` on.
    ///
    /// @return the rest after the last of them
    private static long rest(Coalescing coalescing, int datagrams, int from, int millis) {
        long rest = 0;
        for (int i = from; i < from + millis; i++) {
            rest = rest(coalescing, datagrams, i * MILLI, REST);
        }
        return rest;
    }

    /// One batch of one party.
    private static long rest(Coalescing coalescing, int datagrams, long now, long patience) {
        coalescing.served(datagrams, patience);
        return coalescing.rest(now);
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
        assertThat(rest(coalescing, 5, 60_000 * MILLI, REST)).isZero();
    }

    @Test
    void whatIsFullIsFollowedAtOnceAndWhatIsEmptyByAnotherRest() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 2000);
        assertThat(rest(coalescing, Socket.BATCH, 2001 * MILLI, REST)).isZero();
        assertThat(rest(coalescing, 0, 2002 * MILLI, REST)).isEqualTo(REST);
    }

    @Test
    void aPartyMayAllowALongerRest() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 2000);
        assertThat(rest(coalescing, 5, 2001 * MILLI, 2 * REST)).isEqualTo(2 * REST);
    }

    @Test
    void noRestIsLongerThanItTakesForAGoodBatchToCome() {
        var few = new Coalescing(REST);
        rest(few, 5, 0, 2000);
        assertThat(rest(few, 5, 2001 * MILLI, 20 * MILLI)).satisfies(isFor(5));
        var many = new Coalescing(REST);
        rest(many, 64, 0, 2000);
        assertThat(rest(many, 5, 2001 * MILLI, REST)).satisfies(isFor(64));
        assertThat(rest(many, 5, 2002 * MILLI, 20 * MILLI)).satisfies(isFor(64));
    }

    /// As long as a good batch takes when so many come in a millisecond; a few more came in the
    /// second that the rate is from.
    private static Consumer<Long> isFor(int datagrams) {
        long time = Coalescing.QUIET * MILLI / datagrams;
        return rest -> assertThat(rest).isBetween(time * 99 / 100, time * 101 / 100);
    }

    @Test
    void ofSeveralPartiesTheLeastPatientOneDecides() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 2000);
        coalescing.served(5, 20 * MILLI);
        coalescing.served(0, 2 * REST);
        coalescing.served(0, 20 * MILLI);
        assertThat(coalescing.rest(2001 * MILLI)).isEqualTo(2 * REST);
    }

    @Test
    void severalPartiesTogetherMakeALoopRestAndNoneIsFullByOthers() {
        var coalescing = new Coalescing(REST);
        long rest = 0;
        for (int i = 0; i < 1500; i++) {
            for (int party = 0; party < Socket.BATCH; party++) {
                coalescing.served(1, REST);
            }
            rest = coalescing.rest(i * MILLI);
        }
        assertThat(rest).satisfies(isFor(Socket.BATCH));
    }

    @Test
    void aFullBatchOfOneOfThemIsFollowedAtOnce() {
        var coalescing = new Coalescing(REST);
        rest(coalescing, 5, 0, 2000);
        coalescing.served(Socket.BATCH, REST);
        coalescing.served(0, REST);
        assertThat(coalescing.rest(2001 * MILLI)).isZero();
        assertThat(rest(coalescing, 5, 2002 * MILLI, REST)).isEqualTo(REST);
    }

    @Test
    void theDelayIsBounded() {
        assertThatThrownBy(() -> PortSettings.USUAL.withCoalesce(PortSettings.LONGEST_REST + 1))
                .hasMessageContaining("coalesce is 1000001 ns");
    }
}
