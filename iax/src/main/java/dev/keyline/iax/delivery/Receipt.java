package dev.keyline.iax.delivery;

/// What a numbered stream makes of an arriving frame.
public enum Receipt {
    /// The one expected, or one that carries no number of its own: process it.
    FRESH,
    /// Seen before: acknowledge again and drop.
    DUPLICATE,
    /// Something before it is missing: drop, and ask for the missing one.
    AHEAD
}
