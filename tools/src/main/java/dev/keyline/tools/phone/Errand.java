package dev.keyline.tools.phone;

import java.time.Duration;
import java.util.Optional;

/// What is to be done on the call.
///
/// @param play samples of 8 kHz to be sent after the answer; empty for silence
/// @param digits to be pressed after the answer: 0 to 9, `*`, `#`, A to D, and `w` for a pause of
///   half a second
/// @param hearing takes what is heard, from the moment the call is accepted
/// @param length hang up that long after the answer
/// @param patience hang up when there is no answer by then
@SuppressWarnings("ArrayRecordComponent") // never compared; a minute of sound is not copied either
public record Errand(
        short[] play,
        String digits,
        Hearing hearing,
        Optional<Duration> length,
        Duration patience) {
    /// How long a talk with something to say and no set length goes on after it is said, so that
    /// what comes back is heard to its end.
    private static final Duration TAIL = Duration.ofSeconds(2);

    /// Whether the talk is over.
    ///
    /// @param sinceAnswer nanoseconds
    /// @param sinceSaid nanoseconds since the last sample and digit were sent; 0 before that
    boolean isDone(long sinceAnswer, long sinceSaid) {
        if (length.isPresent()) {
            return sinceAnswer >= length.get().toNanos();
        }
        boolean something = play.length > 0 || !digits.isEmpty();
        return something && sinceSaid >= TAIL.toNanos();
    }
}
