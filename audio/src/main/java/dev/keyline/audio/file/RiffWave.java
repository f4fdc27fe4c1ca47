package dev.keyline.audio.file;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Slin;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// RIFF files of kind WAVE: one voice, 8 or 16 kHz, 16-bit linear, µ-law or A-law. Chunks that are
/// neither `fmt ` nor `data` are passed over.
///
/// A data chunk that claims more than the file has is played as far as it goes: a program that
/// records writes the length last, and one that was interrupted leaves 0 or 0xFFFFFFFF there.
final class RiffWave {
    static final int HEADER = 44;

    private static final int PCM = 1;
    private static final int ALAW = 6;
    private static final int ULAW = 7;
    private static final int GSM_610 = 0x31;
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int FORMAT_SIZE = 16;
    private static final int SUBFORMAT_AT = 24;

    private RiffWave() {}

    /// What a `fmt ` chunk says.
    private record Format(int tag, int channels, int rate, int bits) {
        static Format of(ByteBuffer chunk) {
            int tag = chunk.getShort(0) & 0xFFFF;
            boolean extended = tag == EXTENSIBLE && chunk.limit() >= SUBFORMAT_AT + 2;
            int meant = extended ? chunk.getShort(SUBFORMAT_AT) & 0xFFFF : tag;
            int channels = chunk.getShort(2) & 0xFFFF;
            return new Format(meant, channels, chunk.getInt(4), chunk.getShort(14) & 0xFFFF);
        }
    }

    private static final class Unfit extends Exception {
        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    static SoundFile read(String file, byte[] octets) {
        try {
            return sound(ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN));
        } catch (Unfit unfit) {
            return new NotSound(file, String.valueOf(unfit.getMessage()));
        }
    }

    private static Sound sound(ByteBuffer in) throws Unfit {
        if (in.remaining() < 12 || !name(in, 0).equals("RIFF") || !name(in, 8).equals("WAVE")) {
            throw new Unfit("it does not begin as a RIFF file of kind WAVE does");
        }
        ByteBuffer format = chunk(in, "fmt ");
        if (format.limit() < FORMAT_SIZE) {
            throw new Unfit("its fmt chunk has " + format.limit() + " octets; 16 are the least");
        }
        Format told = Format.of(format);
        if (told.channels != 1) {
            throw new Unfit("it has " + told.channels + " channels; only one can be played");
        }
        if (told.rate != 8000 && told.rate != 16000) {
            throw new Unfit(
                    "it has "
                            + Integer.toUnsignedString(told.rate)
                            + " Hz; only 8000 and 16000 can be played");
        }
        short[] samples = samples(told, chunk(in, "data"));
        if (samples.length == 0) {
            throw new Unfit("it holds no sound: its data chunk is empty");
        }
        return new Sound(told.rate, samples);
    }

    private static short[] samples(Format format, ByteBuffer data) throws Unfit {
        byte[] octets = new byte[data.limit()];
        data.get(0, octets);
        return switch (format.tag) {
            case PCM -> linear(format, octets);
            case ULAW -> Codec.ULAW.decode(octets);
            case ALAW -> Codec.ALAW.decode(octets);
            case GSM_610 ->
                    throw new Unfit(
                            "it is GSM in a RIFF file (wav49), which is not read; convert it to gsm or wav");
            default ->
                    throw new Unfit(
                            "its format tag is "
                                    + format.tag
                                    + "; only 1 (linear), 6 (A-law) and 7 (µ-law) can be played");
        };
    }

    private static short[] linear(Format format, byte[] octets) throws Unfit {
        if (format.bits != 16) {
            throw new Unfit("its samples have " + format.bits + " bits; only 16 can be played");
        }
        short[] samples = new short[octets.length / 2];
        Slin.LITTLE_ENDIAN.decode(octets, 0, octets.length, samples, 0);
        return samples;
    }

    /// The content of the first chunk of this name, as much of it as the file has.
    private static ByteBuffer chunk(ByteBuffer in, String wanted) throws Unfit {
        long at = 12;
        while (at + 8 <= in.limit()) {
            int begin = (int) at + 8;
            String name = name(in, (int) at);
            long size = Integer.toUnsignedLong(in.getInt((int) at + 4));
            if (name.equals(wanted)) {
                return in.slice(begin, present(name, size, in.limit() - begin))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            at = begin + size + (size & 1);
        }
        throw new Unfit("it has no " + wanted.strip() + " chunk");
    }

    private static int present(String name, long size, int rest) {
        boolean unfinished = name.equals("data") && size == 0;
        return unfinished ? rest : (int) Math.min(size, rest);
    }

    private static String name(ByteBuffer in, int at) {
        byte[] name = new byte[4];
        in.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    static byte[] write(int rate, byte[] body) {
        byte[] file = Arrays.copyOf(header(rate, body.length), HEADER + body.length);
        System.arraycopy(body, 0, file, HEADER, body.length);
        return file;
    }

    /// The header of a file with so many octets of 16-bit linear sound.
    static byte[] header(int rate, int size) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER - 8 + size)
                .put(ascii("WAVE"))
                .put(ascii("fmt "))
                .putInt(FORMAT_SIZE)
                .putShort((short) PCM)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(2 * rate)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(size)
                .array();
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
