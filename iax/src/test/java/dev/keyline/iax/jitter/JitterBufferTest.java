package dev.keyline.iax.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterBufferTest {
    private static final long MILLIS = 1_000_000;
    private static final int BLOCK = 20;

    private final List<String> heard = new ArrayList<>();
    private JitterBuffer<Integer> buffer = new JitterBuffer<>(JitterSettings.USUAL);
    private long now;

    private final Playout<Integer> ear =
            new Playout<>() {
                @Override
                public void play(Integer block) {
                    heard.add(String.valueOf(block));
                }

                @Override
                public void conceal(int timestamp, int millis) {
                    heard.add("-");
                }
            };

    /// Block n arrives at this many milliseconds.
    private void comes(int block, int at) {
        until(at);
        buffer.put(block, block * BLOCK, BLOCK, now);
    }

    private void until(int millis) {
        while (buffer.due() <= millis * MILLIS) {
            now = Math.max(now, buffer.due());
            buffer.play(now, ear);
        }
        now = millis * MILLIS;
    }

    private void steady(int from, int to) {
        for (int i = from; i < to; i++) {
            comes(i, i * BLOCK);
        }
    }

    private static String[] numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toArray(String[]::new);
    }

    @Test
    void theFirstBlockWaitsALittleAndThenAllGoOnInPace() {
        steady(0, 3);
        assertThat(buffer.due()).isEqualTo(60 * MILLIS);
        steady(3, 53);
        until(52 * BLOCK + 40);
        assertThat(heard).containsExactly(numbers(0, 53));
        assertThat(buffer.statistics()).isEqualTo(new JitterStatistics(0, 0, 0, 53, 40, 0, 0));
    }

    @Test
    void whatWasOvertakenIsPutInItsPlace() {
        steady(0, 100);
        comes(101, 2020);
        comes(100, 2025);
        comes(102, 2040);
        until(2080);
        assertThat(heard).containsExactly(numbers(0, 103));
        assertThat(buffer.statistics().outOfOrder()).isEqualTo(1);
    }

    @Test
    void theFirstMayHaveBeenOvertakenToo() {
        comes(1, 20);
        comes(0, 22);
        until(100);
        assertThat(heard).containsExactly("0", "1");
    }

    @Test
    void theSameBlockTwiceIsPlayedOnce() {
        comes(0, 0);
        comes(0, 1);
        comes(1, 20);
        until(70);
        comes(1, 75);
        assertThat(heard).containsExactly("0", "1");
        assertThat(buffer.statistics().dropped()).isEqualTo(2);
    }

    @Test
    void aLostBlockIsMadeUpInItsTime() {
        steady(0, 10);
        steady(11, 20);
        until(19 * BLOCK + 40);
        assertThat(heard.get(10)).isEqualTo("-");
        assertThat(heard).hasSize(20).startsWith(numbers(0, 10)).endsWith(numbers(11, 20));
        assertThat(buffer.statistics().lost()).isEqualTo(1);
    }

    private void holdUp() {
        steady(0, 10);
        for (int i = 10; i < 20; i++) {
            comes(i, 390); // 10 at 200, and so on: all at once
        }
        steady(20, 30);
        until(1000);
    }

    @Test
    void whatWasHeldUpIsPlayedLater() {
        holdUp();
        assertThat(heard.stream().filter(h -> !h.equals("-")).toList())
                .containsExactly(numbers(0, 30));
        assertThat(heard.subList(10, 18)).containsOnly("-");
        assertThat(buffer.statistics().delay()).isGreaterThan(150);
    }

    @Test
    void afterAHoldUpTheWaitBecomesShortAgain() {
        holdUp();
        steady(50, 1500);
        assertThat(buffer.statistics().delay()).isBetween(40, 85);
    }

    @Test
    void tooManyMissingInARowAreSilence() {
        steady(0, 10);
        until(2000);
        assertThat(heard).hasSize(20);
        assertThat(buffer.due()).isEqualTo(Long.MAX_VALUE);
        comes(100, 2000);
        assertThat(buffer.due()).isEqualTo(2040 * MILLIS);
        until(2050);
        assertThat(heard.getLast()).isEqualTo("100");
    }

    @Test
    void anySilenceIsMadeUpIfNoLimitIsSet() {
        buffer = new JitterBuffer<>(new JitterSettings(200, 1000, 0, 40));
        steady(0, 10);
        until(2000);
        assertThat(heard.size()).isBetween(96, 100);
    }

    @Test
    void silenceThatWasSaidIsNotMadeUp() {
        steady(0, 10);
        buffer.silence();
        until(2000);
        assertThat(heard).containsExactly(numbers(0, 10));
        assertThat(buffer.due()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatComesAfterItsTimeIsLeftOut() {
        steady(0, 10);
        steady(11, 20);
        comes(10, 19 * BLOCK + 1);
        until(19 * BLOCK + 40);
        assertThat(heard).doesNotContain("10");
        assertThat(buffer.statistics().dropped()).isEqualTo(1);
    }

    @Test
    void aClockThatJumpsIsBelievedTheFourthTime() {
        steady(0, 10);
        for (int i = 0; i < 10; i++) {
            until((10 + i) * BLOCK);
            buffer.put(1000 + i, 3_600_000 + i * BLOCK, BLOCK, now);
        }
        until(500);
        assertThat(heard).startsWith(numbers(0, 10));
        assertThat(heard.subList(12, 19)).containsExactly(numbers(1003, 1010));
        assertThat(buffer.statistics().dropped()).isEqualTo(3);
    }

    @Test
    void oneStrangeStampIsNothing() {
        steady(0, 10);
        buffer.put(-1, Integer.MIN_VALUE, BLOCK, now);
        steady(10, 20);
        until(19 * BLOCK + 40);
        assertThat(heard).containsExactly(numbers(0, 20));
    }

    @Test
    void withoutResyncAJumpIsNeverBelieved() {
        buffer = new JitterBuffer<>(new JitterSettings(1000, -1, 10, 40));
        steady(0, 10);
        for (int i = 0; i < 5; i++) {
            until((10 + i) * BLOCK);
            buffer.put(1000 + i, 3_600_000 + i * BLOCK, BLOCK, now);
        }
        until(500);
        assertThat(heard).startsWith(numbers(0, 10)).doesNotContain("1004");
    }

    @Test
    void stampsThatStartAnewAfter49DaysGoOn() {
        for (int i = 0; i < 20; i++) {
            until(i * BLOCK);
            buffer.put(i, -200 + i * BLOCK, BLOCK, now); // -200 is 2^32 - 200
        }
        until(19 * BLOCK + 40);
        assertThat(heard).containsExactly(numbers(0, 20));
    }

    @Test
    void noneWaitsLongerThanTheLongest() {
        buffer = new JitterBuffer<>(new JitterSettings(100, 1000, 10, 400));
        comes(0, 0);
        assertThat(buffer.due()).isEqualTo(100 * MILLIS);
        comes(1, 20);
        buffer.put(50, 50 * BLOCK, BLOCK, now);
        assertThat(buffer.statistics().dropped()).isEqualTo(1);
    }

    @Test
    void flushingPlaysWhatIsThere() {
        steady(0, 3);
        buffer.flush(ear);
        assertThat(heard).containsExactly("0", "1", "2");
        assertThat(buffer.due()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void blocksOfAnyLengthKeepTheirPace() {
        for (int i = 0; i < 10; i++) {
            until(i * 30);
            buffer.put(i, i * 30, 30, now);
        }
        until(9 * 30 + 40);
        assertThat(heard).containsExactly(numbers(0, 10));
    }
}
