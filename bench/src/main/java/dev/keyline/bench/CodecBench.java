package dev.keyline.bench;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.codec.Decoder;
import dev.keyline.audio.codec.Encoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// 20 ms of sound to octets and back: two tones, of which 20 ms are a whole number of periods, so
/// that the same block again and again has no clicks.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBench {
    @Param({"ULAW", "ALAW", "GSM"})
    public Codec codec = Codec.ULAW;

    private final short[] samples = new short[Codec.SAMPLES_PER_FRAME];
    private final short[] heard = new short[Codec.SAMPLES_PER_FRAME];
    private byte[] octets = {};
    private byte[] written = {};
    private Encoder encoder = codec.encoder();
    private Decoder decoder = codec.decoder();

    @Setup
    public void begin() {
        for (int i = 0; i < samples.length; i++) {
            double turn = 2 * Math.PI * i / samples.length;
            samples[i] = (short) (6_000 * Math.sin(7 * turn) + 3_000 * Math.sin(24 * turn));
        }
        octets = codec.encode(samples);
        written = new byte[codec.octetsPerFrame()];
        encoder = codec.encoder();
        decoder = codec.decoder();
    }

    @Benchmark
    public byte[] encode() {
        encoder.encode(samples, 0, samples.length, written, 0);
        return written;
    }

    @Benchmark
    public short[] decode() {
        decoder.decode(octets, 0, octets.length, heard, 0);
        return heard;
    }
}
