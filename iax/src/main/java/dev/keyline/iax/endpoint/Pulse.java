package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.LagRequest;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Ping;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The vital signs of a call: PING to see that the peer is there and how far away, and between two
/// of them LAGRQ (RFC 5456 §6.7.2, §6.7.4).
///
/// LAGRQ tells us no more than that the peer is still there. Where his voice has come since the
/// last time he was to be asked, we know, and do not ask. (Asterisk asks all the same.) Who forges
/// voice can keep LAGRQ back in this way, but not PING.
///
/// The questions of all calls fall on the same moments, fifty a second: those of a thousand calls
/// would wake their loop hundreds of times otherwise, each for one of them.
final class Pulse {
    /// Nanoseconds from one of these moments to the next.
    private static final long TOGETHER = 20_000_000;

    private final long pingEvery;
    private final long lagEvery;
    private long nextPing = Long.MAX_VALUE;
    private long nextLag = Long.MAX_VALUE;

    /// Blocks of voice that had come when LAGRQ was due last.
    private int heard;

    Pulse(Config config) {
        this.pingEvery = config.pingEvery();
        this.lagEvery = config.lagEvery();
    }

    /// Nothing is accepted yet: PING alone, to notice a peer that was started again.
    void begin(long now) {
        nextPing = after(now, pingEvery);
    }

    void start(long now) {
        nextPing = after(now, pingEvery);
        nextLag = after(now, lagEvery);
    }

    /// The nearest of those moments, so that a loop which is late does not slow the pulse down. A
    /// pause shorter than they are apart is kept as it is.
    private static long after(long now, long pause) {
        long then = now + pause;
        return pause < TOGETHER ? then : Math.floorDiv(then + TOGETHER / 2, TOGETHER) * TOGETHER;
    }

    /// Asks what is due.
    ///
    /// @param blocks of voice that have come on this call
    void beat(long now, int blocks, Consumer<Message> say) {
        if (now >= nextPing) {
            nextPing = after(now, pingEvery);
            say.accept(new Ping());
        }
        if (now >= nextLag) {
            nextLag = after(now, lagEvery);
            if (blocks == heard) {
                say.accept(new LagRequest());
            }
            heard = blocks;
        }
    }

    long next() {
        return Math.min(nextPing, nextLag);
    }

    /// A PONG came back after this many milliseconds by the stamp it echoes; nonsense is ignored.
    OptionalLong measured(long now, int millis) {
        boolean plausible =
                millis >= 0 && millis * 1_000_000L <= now - (nextPing - pingEvery) + pingEvery;
        return plausible ? OptionalLong.of(Math.max(millis, 1) * 1_000_000L) : OptionalLong.empty();
    }
}
