package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The wheel wakes everybody at their time, whatever turn that is in.
class DeadlinesTest {
    static final long SECOND = 1_000_000_000L;
    static final long HOUR = 3600 * SECOND;

    private final Deadlines deadlines = new Deadlines();

    private static final class Sleeper extends Appointment {
        private long deadline;

        Sleeper(long deadline) {
            this.deadline = deadline;
        }

        @Override
        long deadline() {
            return deadline;
        }
    }

    private Sleeper sleeper(long deadline) {
        var sleeper = new Sleeper(deadline);
        deadlines.touch(sleeper);
        return sleeper;
    }

    /// Goes from deadline to deadline, as a driver does, and notes when each is woken.
    private List<Long> woken() {
        var times = new ArrayList<Long>();
        for (long now = deadlines.next(); now != Long.MAX_VALUE; now = deadlines.next()) {
            while (deadlines.nextDue(now) instanceof Sleeper due) {
                times.add(due.deadline);
                assertThat(due.deadline).isEqualTo(now);
            }
        }
        return times;
    }

    @Property(tries = 300)
    void everybodyIsWokenAtTheirTimeAndOnce(
            @ForAll @Size(max = 60) List<@LongRange(max = HOUR) Long> times,
            @ForAll @LongRange(max = HOUR) long start) {
        var wheel = new DeadlinesTest();
        wheel.deadlines.nextDue(start);
        times.forEach(time -> wheel.sleeper(start + time));
        var expected = times.stream().map(time -> start + time).sorted().toList();
        assertThat(wheel.woken()).isEqualTo(expected);
    }

    /// A driver that comes late, by far less or far more than a turn, finds everybody who is due.
    @Property(tries = 300)
    void whoComesLateMissesNobody(
            @ForAll @Size(max = 40) List<@LongRange(max = 60 * SECOND) Long> times,
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 20 * SECOND) Long> naps) {
        var wheel = new DeadlinesTest();
        times.forEach(wheel::sleeper);
        long now = 0;
        for (long nap : naps) {
            now += nap;
            var due = new ArrayList<Long>();
            while (wheel.deadlines.nextDue(now) instanceof Sleeper sleeper) {
                due.add(sleeper.deadline);
            }
            long before = now - nap;
            long until = now;
            assertThat(due)
                    .containsExactlyInAnyOrderElementsOf(
                            times.stream()
                                    .filter(time -> time <= until)
                                    .filter(time -> before == 0 || time > before)
                                    .toList());
            assertThat(wheel.deadlines.next())
                    .isEqualTo(
                            times.stream()
                                    .filter(time -> time > until)
                                    .min(Long::compare)
                                    .orElse(Long.MAX_VALUE));
        }
    }

    @Test
    void nobodyIsDueBeforeTheirTime() {
        sleeper(5);
        assertThat(deadlines.nextDue(4)).isNull();
        assertThat(deadlines.nextDue(5)).isNotNull();
        assertThat(deadlines.nextDue(5)).isNull();
    }

    @Test
    void whoWantsToSleepLongerIsLetSleep() {
        var sleeper = sleeper(SECOND);
        sleeper.deadline = 30 * SECOND;
        deadlines.touch(sleeper);
        assertThat(deadlines.nextDue(SECOND)).isNull();
        assertThat(woken()).containsExactly(30 * SECOND);
    }

    /// As a call does whose frame was answered: the loop shall not wake up for it.
    @Test
    void whoHasComeToWantMoreTimeIsNotTheNextAnyMore() {
        var answered = sleeper(SECOND);
        sleeper(2 * SECOND);
        answered.deadline = 30 * SECOND;
        assertThat(deadlines.next()).isEqualTo(2 * SECOND);
        answered.deadline = Long.MAX_VALUE;
        assertThat(woken()).containsExactly(2 * SECOND);
        assertThat(deadlines.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whoWantsToBeWokenSoonerIs() {
        var sleeper = sleeper(30 * SECOND);
        sleeper.deadline = SECOND;
        deadlines.touch(sleeper);
        assertThat(woken()).containsExactly(SECOND);
    }

    @Test
    void aDeadlineThatHasPassedIsDueAtOnce() {
        deadlines.nextDue(HOUR);
        var late = sleeper(SECOND);
        assertThat(deadlines.nextDue(HOUR)).isSameAs(late);
    }

    @Test
    void whoHasLeftIsNotWoken() {
        var gone = sleeper(1);
        sleeper(2);
        sleeper(3);
        deadlines.leave(gone);
        deadlines.leave(gone);
        assertThat(woken()).containsExactly(2L, 3L);
    }
}
