package dev.keyline.pbx.application;

/// An application that goes on for a while on one channel.
public interface Activity {
    /// Something happened; what now?
    Move on(Event event, long now);

    /// Whether it passes on pages and links (HTML frames). A peer that sends one to something else
    /// is told that it is not supported (RFC 5456 §6.10.6).
    default boolean carriesPages() {
        return false;
    }

    /// The channel is gone, or taken elsewhere: let go of what is held. Nothing follows.
    default void leave(long now) {}
}
