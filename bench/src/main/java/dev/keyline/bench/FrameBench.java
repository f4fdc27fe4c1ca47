package dev.keyline.bench;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From octets to frames and back: a NEW down to its elements, and a mini frame of 20 ms.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBench {
    private final MiniFrame mini = Samples.mini();
    private final byte[] miniOctets = mini.encode();
    private final FullFrame full = Samples.greeting();
    private final byte[] fullOctets = full.encode();
    private Elements elements = Elements.NONE;

    @Setup
    public void begin() throws MalformedFrame {
        elements = Elements.parse(full.body().data());
    }

    @Benchmark
    public Elements parseFull() throws MalformedFrame {
        var frame = (FullFrame) Frame.parse(fullOctets);
        return Elements.parse(frame.body().data());
    }

    @Benchmark
    public byte[] encodeFull() {
        var body = new Body(full.body().type(), full.body().subclass(), elements.encode());
        return new FullFrame(
                        full.source(),
                        full.destination(),
                        full.retry(),
                        full.timestamp(),
                        full.sent(),
                        full.expected(),
                        body)
                .encode();
    }

    @Benchmark
    public Frame parseMini() throws MalformedFrame {
        return Frame.parse(miniOctets);
    }

    @Benchmark
    public byte[] encodeMini() {
        return mini.encode();
    }
}
