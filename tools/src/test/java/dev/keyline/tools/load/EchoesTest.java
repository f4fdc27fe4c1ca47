package dev.keyline.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import org.junit.jupiter.api.Test;

class EchoesTest {
    private static final int CALL = 7;

    private final Tally tally = new Tally();
    private final Echoes echoes = new Echoes(CALL, tally);

    private void hear(int call, int number, long saidAt, long now) {
        var block = new byte[Stamp.LENGTH + 3];
        Stamp.write(block, call, number, saidAt);
        assertThat(Stamp.isAt(block, 0, block.length)).isTrue();
        echoes.heard(block, 0, block.length, now);
    }

    private void hear(int number) {
        hear(CALL, number, 0, 1000);
    }

    @Test
    void missingOnesAreLost() {
        hear(0);
        hear(1);
        hear(4);
        assertThat(tally.of(Count.ECHOED)).isEqualTo(3);
        assertThat(tally.of(Count.EXPECTED)).isEqualTo(5);
        assertThat(tally.loss()).isEqualTo(0.4);
    }

    @Test
    void anOvertakenOneIsNotLost() {
        hear(1);
        hear(0);
        assertThat(tally.of(Count.ECHOED)).isEqualTo(2);
        assertThat(tally.loss()).isZero();
    }

    @Test
    void aSecondOneIsCountedApart() {
        hear(0);
        hear(70);
        hear(70);
        hear(10);
        hear(10);
        assertThat(tally.of(Count.TWICE)).isEqualTo(2);
        assertThat(tally.of(Count.ECHOED)).isEqualTo(3);
    }

    @Test
    void oneOfAnotherCallHasStrayed() {
        hear(CALL + 1, 0, 0, 1000);
        assertThat(tally.of(Count.STRAYED)).isEqualTo(1);
        assertThat(echoes.isAny()).isFalse();
    }

    @Test
    void thoseThatHadTimeToComeAreLostInTheEnd() {
        hear(0);
        echoes.close(4);
        assertThat(tally.of(Count.EXPECTED)).isEqualTo(4);
    }

    /// An exchange that does not say anything back has not lost anything.
    @Test
    void withoutAnyEchoNoneWasExpected() {
        echoes.close(100);
        assertThat(tally.of(Count.EXPECTED)).isZero();
    }

    @Test
    void latenessCountsFromTheFastest() {
        hear(CALL, 0, 1000, 6000);
        hear(CALL, 1, 2000, 10_000);
        assertThat(tally.of(Measure.ROUND_TRIP).max()).isEqualTo(8000);
        assertThat(tally.of(Measure.LATENESS).max()).isEqualTo(3000);
        assertThat(echoes.quality().delay()).isEqualTo(3250);
    }

    @Test
    void voiceWithoutStampIsNoEcho() {
        assertThat(Stamp.isAt(new byte[160], 0, 160)).isFalse();
        assertThat(Stamp.isAt(new byte[3], 0, 3)).isFalse();
    }
}
