package dev.keyline.iax.sim;

/// A scene went wrong. The message is the one line that brings it back: what, when, and which seed.
public final class SceneFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SceneFailure(String what, long seed, long now) {
        super(what + " [seed " + seed + ", at " + now / 1_000_000 + " ms]");
    }
}
