package dev.keyline.iax.jitter;

/// Where a jitter buffer plays to.
///
/// @param <B> a block of voice
public interface Playout<B> {
    /// The next block, in order.
    void play(B block);

    /// Something is missing: make up this much. Usually the block before is repeated and faded.
    ///
    /// @param timestamp the media time of what is missing, as the sender would have stamped it
    /// @param millis how long it lasts
    void conceal(int timestamp, int millis);
}
