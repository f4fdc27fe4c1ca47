package dev.keyline.tools.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.file.Recording;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.file.SoundFormat;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blocks of 20 ms, each filled with its own number.
final class TapeTest {
    private final Path file;

    TapeTest(@TempDir Path folder) {
        this.file = folder.resolve("tape.wav");
    }

    private short[] recorded(int... stamps) throws IOException {
        try (var recording = Recording.open(file, SoundFormat.WAV)) {
            var tape = new Tape(recording);
            int number = 1;
            for (int stamp : stamps) {
                var block = new short[160];
                Arrays.fill(block, (short) number++);
                tape.heard(new CallEvent.Heard(MediaFormat.ULAW, stamp, Bytes.EMPTY), block, 0);
            }
        }
        return ((Sound) SoundFile.read(file)).samples();
    }

    private static int[] everyBlock(short[] samples) {
        var blocks = new int[samples.length / 160];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = samples[i * 160];
        }
        return blocks;
    }

    @Test
    void blocksFollowOneAnother() throws IOException {
        assertThat(everyBlock(recorded(1000, 1020, 1040))).containsExactly(1, 2, 3);
    }

    @Test
    void lostBlocksLeaveSilence() throws IOException {
        assertThat(everyBlock(recorded(1000, 1020, 1080))).containsExactly(1, 2, 0, 0, 3);
    }

    @Test
    void lateBlockIsLeftOut() throws IOException {
        assertThat(everyBlock(recorded(1000, 1040, 1020, 1060))).containsExactly(1, 0, 2, 4);
    }

    @Test
    void stampsThatWaverMakeNoHoles() throws IOException {
        assertThat(everyBlock(recorded(1000, 1025, 1038, 1060))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void nonsenseStampDoesNotFillTheDisk() throws IOException {
        assertThat(everyBlock(recorded(0, 2_000_000_000, 2_000_000_020))).hasSize(3);
    }
}
