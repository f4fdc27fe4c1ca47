package dev.keyline.bench;

import dev.keyline.iax.cipher.Chance;
import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.cipher.Opened;
import dev.keyline.iax.cipher.Slate;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Sealing and opening 20 ms of ulaw as a mini frame and as a full frame. The padding is chance
/// from where a port takes it, which is part of the price.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CipherBench {
    private final Cipher cipher = Cipher.of(Bytes.hex("000102030405060708090a0b0c0d0e0f"));
    private final Slate slate = new Slate(new Chance(new SecureRandom()));
    private final MiniFrame mini = Samples.mini();
    private final FullFrame full = Samples.voice();
    private final byte[] voice = mini.payload().toArray();
    private byte[] sealedVoice = {};
    private MiniFrame sealedMini = mini;
    private FullFrame sealedFull = full;

    @Setup
    public void begin() throws MalformedFrame {
        sealedMini = (MiniFrame) sealed(mini);
        sealedVoice = cipher.seal(mini, slate);
        sealedFull = (FullFrame) sealed(full);
    }

    private Frame sealed(Frame plain) throws MalformedFrame {
        return Frame.parse(cipher.seal(plain, slate));
    }

    @Benchmark
    public byte[] sealMini() {
        return cipher.seal(mini, slate);
    }

    @Benchmark
    public int sealVoice() {
        return cipher.seal(2, 100, voice, 0, voice.length, slate);
    }

    @Benchmark
    public int openVoice() {
        return cipher.open(sealedVoice, 2, sealedVoice.length - 2, slate);
    }

    @Benchmark
    public Opened<MiniFrame> openMini() {
        return cipher.open(sealedMini);
    }

    @Benchmark
    public byte[] sealFull() {
        return cipher.seal(full, slate);
    }

    @Benchmark
    public Opened<FullFrame> openFull() {
        return cipher.open(sealedFull);
    }
}
