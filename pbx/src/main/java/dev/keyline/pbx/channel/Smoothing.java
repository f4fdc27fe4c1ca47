package dev.keyline.pbx.channel;

import dev.keyline.iax.call.Command;
import dev.keyline.iax.jitter.JitterSettings;
import java.util.Optional;

/// Whether what a channel hears goes through a jitter buffer. A call that ends here wants one, if
/// the configuration does; one that is only passed on is left alone, for whoever hears it has a
/// buffer of their own, and two in a row only make it late.
///
/// @param settings empty for never (`jitterbuffer=no`)
/// @param always also when the call is passed on (`forcejitterbuffer=yes`)
public record Smoothing(Optional<JitterSettings> settings, boolean always) {
    public static final Smoothing NONE = new Smoothing(Optional.empty(), false);

    /// What to tell a call whose voice is heard here.
    Optional<Command> heardHere() {
        return settings.map(Command.Buffer::new);
    }

    /// What to tell a call whose voice is passed on.
    Optional<Command> passedOn() {
        return settings.isEmpty() || always
                ? Optional.empty()
                : Optional.of(new Command.Unbuffer());
    }
}
