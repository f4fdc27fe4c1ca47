package dev.keyline.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoryTest {
    private static final long MILLI = 1_000_000;

    private final Memory memory = new Memory(0);

    /// A block whose sender stamped it `stamp`, and that came so many milliseconds after the
    /// answer.
    private void hear(short[] block, int stamp, int arrival) {
        var voice = new CallEvent.Heard(MediaFormat.ULAW, stamp, Bytes.EMPTY);
        memory.heard(voice, block, arrival * MILLI);
    }

    private void hear(short[] sound, int... arrivals) {
        for (int i = 0; i < arrivals.length; i++) {
            hear(Arrays.copyOfRange(sound, i * 160, (i + 1) * 160), 7000 + (20 * i), arrivals[i]);
        }
    }

    private static int[] every20From(int first) {
        return IntStream.range(0, 50).map(i -> first + (20 * i)).toArray();
    }

    @Test
    void delayIsThatOfTheBlocks() {
        hear(Speech.samples(), every20From(50));
        var likeness = memory.likenessTo(Speech.samples());
        assertThat(likeness.percent()).isEqualTo(100);
        assertThat(likeness.delayMillis()).isEqualTo(50);
    }

    @Test
    void blocksThatWereHeldUpDoNotCountAsDelay() {
        var arrivals = every20From(50);
        Arrays.fill(arrivals, 0, 10, arrivals[9]);
        hear(Speech.samples(), arrivals);
        assertThat(memory.likenessTo(Speech.samples()).delayMillis()).isEqualTo(50);
    }

    @Test
    void whatIsHeardBeforeTheAnswerIsNotCounted() {
        var voice = new CallEvent.Heard(MediaFormat.ULAW, 0, Bytes.EMPTY);
        memory.heard(voice, Speech.samples(), -1);
        assertThat(memory.likenessTo(Speech.samples()).foundBlocks()).isZero();
    }

    @Test
    void silenceIsKeptAsSilence() {
        hear(filled(1), 1000, 0);
        hear(filled(2), 1500, 500);
        assertThat(Arrays.copyOfRange(memory.sound(), 0, 160)).containsOnly((short) 1);
        assertThat(Arrays.copyOfRange(memory.sound(), 160, 4000)).containsOnly((short) 0);
        assertThat(Arrays.copyOfRange(memory.sound(), 4000, 4160)).containsOnly((short) 2);
    }

    @Test
    void whatIsHeardBeforeItsTimeIsForgotten() {
        var later = new Memory(100);
        later.heard(new CallEvent.Heard(MediaFormat.ULAW, 5, Bytes.EMPTY), filled(1), 99 * MILLI);
        later.heard(new CallEvent.Heard(MediaFormat.ULAW, 9, Bytes.EMPTY), filled(2), 100 * MILLI);
        assertThat(later.sound()).hasSize(160).containsOnly((short) 2);
    }

    @Test
    void nothingHeardIsNothing() {
        assertThat(memory.sound()).isEmpty();
    }

    private static short[] filled(int value) {
        var block = new short[160];
        Arrays.fill(block, (short) value);
        return block;
    }
}
