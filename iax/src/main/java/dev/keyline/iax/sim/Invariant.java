package dev.keyline.iax.sim;

/// Something that holds after every event of every scene.
public interface Invariant {
    /// Looks at the world after an event.
    ///
    /// @return what is wrong, or an empty text
    String check(Network world);
}
