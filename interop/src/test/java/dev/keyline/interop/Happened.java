package dev.keyline.interop;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.net.PhoneCall;
import java.time.Duration;

/// Waits for what happens on a call with somebody else's software.
final class Happened {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Happened() {}

    /// The next news of a kind; what comes before it is passed over.
    static <E extends CallEvent> E await(PhoneCall call, Class<E> kind)
            throws InterruptedException {
        for (var event = call.next(PATIENCE); event.isPresent(); event = call.next(PATIENCE)) {
            if (kind.isInstance(event.get())) {
                return kind.cast(event.get());
            }
        }
        throw new AssertionError("no " + kind.getSimpleName());
    }
}
