package dev.keyline.iax.net;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One call of a [Phone].
public final class PhoneCall {
    /// Events kept for a slow reader, 60 s of voice. Beyond it new voice is lost, never other news.
    private static final int KEPT = 3000;

    private final CallId id;
    private final Consumer<Command> line;
    private final LinkedBlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();

    PhoneCall(CallId id, Consumer<Command> line) {
        this.id = id;
        this.line = line;
    }

    public CallId id() {
        return id;
    }

    void happened(CallEvent event) {
        if (events.size() >= KEPT && event instanceof CallEvent.Heard) {
            return;
        }
        events.add(event);
    }

    /// The next thing that happens on this call, in order; empty when nothing does in this time.
    /// After [CallEvent.Ended] nothing follows.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    public Optional<CallEvent> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(events.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    }

    /// Passes a wish to the call; one that does not fit its state is dropped.
    public void tell(Command wish) {
        line.accept(wish);
    }

    /// Sends one block of voice, usually 20 ms.
    public void speak(MediaFormat format, Bytes payload) {
        tell(new Command.Speak(format, payload));
    }

    public void hangUp() {
        tell(new Command.Finish(Cause.NORMAL));
    }
}
