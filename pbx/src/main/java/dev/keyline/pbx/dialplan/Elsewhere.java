package dev.keyline.pbx.dialplan;

import java.util.Optional;

/// The dialplans of others, which `switch =>` leads to. Nothing here waits: what has to be asked
/// first leads nowhere for now, and whoever asks looks again when the answer is there.
public interface Elsewhere {
    /// The extension that a number leads to there.
    Optional<Extension> find(Context.Switch remote, String number);

    /// How far a number leads there.
    Pattern.Fit fit(Context.Switch remote, String number);

    /// Nobody is asked: only what stands in our own files counts.
    Elsewhere UNASKED =
            new Elsewhere() {
                @Override
                public Optional<Extension> find(Context.Switch remote, String number) {
                    return Optional.empty();
                }

                @Override
                public Pattern.Fit fit(Context.Switch remote, String number) {
                    return Pattern.Fit.NONE;
                }
            };
}
