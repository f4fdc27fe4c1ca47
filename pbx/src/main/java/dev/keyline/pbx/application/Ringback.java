package dev.keyline.pbx.application;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.iax.message.Indication;
import dev.keyline.pbx.channel.Channel;
import java.util.Optional;

/// That it rings, as the caller learns it: by RINGING before the call is answered, by a tone after.
final class Ringback {
    private final Channel caller;
    private boolean said;
    private Optional<Speech> tone = Optional.empty();

    Ringback(Channel caller) {
        this.caller = caller;
    }

    void start(long now) {
        if (said) {
            return;
        }
        said = true;
        caller.indicate(Indication.RINGING, now);
        if (caller.isUp()) {
            tone = Optional.of(new Speech(Speech.tone(Cadence.RINGING), now));
        }
    }

    void stop() {
        tone = Optional.empty();
    }

    /// Speaks what is due.
    ///
    /// @return when more is
    long speak(long now) {
        return tone.map(t -> t.speak(caller, now)).orElse(Long.MAX_VALUE);
    }
}
