package dev.keyline.pbx.application;

/// What a priority of the dialplan can do.
public interface Application {
    /// As Asterisk writes it, `Playback`. The dialplan may write it in any case.
    String name();

    /// Does it, or begins to.
    Move begin(Errand errand, long now);
}
