package dev.keyline.tools.phone;

import dev.keyline.iax.call.CallEvent;
import java.io.IOException;

/// What becomes of what is heard.
public interface Hearing {
    /// It is forgotten.
    Hearing FORGET = (_, _, _) -> {};

    /// A block of voice.
    ///
    /// @param voice as it came
    /// @param samples the same at 8 kHz
    /// @param sinceAnswer nanoseconds since the answer; negative before it
    /// @throws IOException when it cannot be kept, which ends the call
    void heard(CallEvent.Heard voice, short[] samples, long sinceAnswer) throws IOException;
}
