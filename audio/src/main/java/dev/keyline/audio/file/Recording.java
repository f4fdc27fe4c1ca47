package dev.keyline.audio.file;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Encoder;
import dev.keyline.audio.codec.Slin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A sound file being written as the sound comes, for recordings whose end nobody knows. What was
/// there before is overwritten. [#close] makes the file whole: the header of a wav then tells the
/// true length, the last frame of GSM is filled with silence.
///
/// Not for the thread of a port: it waits for the disk.
public final class Recording implements Closeable {
    private static final int UNIT = Codec.SAMPLES_PER_FRAME;

    private final FileChannel file;
    private final SoundFormat format;
    private final int rate;
    private final Encoder encoder;
    private final short[] held = new short[UNIT];
    private final byte[] octets = new byte[2 * UNIT];
    private int holds;
    private long size;

    private Recording(FileChannel file, SoundFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.rate = format.rate();
        this.encoder = format.codec().map(Codec::encoder).orElse(Slin.LITTLE_ENDIAN);
        writeHeader();
    }

    /// Begins a file of this format, at the rate of the format.
    ///
    /// @throws IOException when the file cannot be written
    public static Recording open(Path path, SoundFormat format) throws IOException {
        FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
        try {
            return new Recording(file, format);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// Adds `count` samples, any number.
    ///
    /// @throws IOException when the disk does not take them
    public void write(short[] samples, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, UNIT - holds);
            System.arraycopy(samples, offset + done, held, holds, part);
            holds += part;
            done += part;
            if (holds == UNIT) {
                flush(UNIT);
            }
        }
    }

    /// Finishes the file. A second time does nothing.
    @Override
    public void close() throws IOException {
        if (!file.isOpen()) {
            return;
        }
        try (file) {
            flushRest();
            writeHeader();
        }
    }

    private void flushRest() throws IOException {
        if (holds > 0) {
            int filled = format == SoundFormat.GSM ? UNIT : holds;
            Arrays.fill(held, holds, filled, (short) 0);
            flush(filled);
        }
    }

    private void flush(int samples) throws IOException {
        int length = encoder.encode(held, 0, samples, octets, 0);
        writeAll(ByteBuffer.wrap(octets, 0, length));
        size += length;
        holds = 0;
    }

    private void writeHeader() throws IOException {
        if (format == SoundFormat.WAV) {
            file.position(0);
            writeAll(ByteBuffer.wrap(RiffWave.header(rate, (int) size)));
        }
    }

    private void writeAll(ByteBuffer what) throws IOException {
        while (what.hasRemaining()) {
            file.write(what);
        }
    }
}
