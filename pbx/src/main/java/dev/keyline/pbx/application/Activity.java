package dev.keyline.pbx.application;

/// An application that goes on for a while on one channel.
public interface Activity {
    /// Something happened; what now?
    Move on(Event event, long now);

    /// The channel is gone, or taken elsewhere: let go of what is held. Nothing follows.
    default void leave(long now) {}
}
