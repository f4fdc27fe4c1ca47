package dev.keyline.audio.codec;

/// Samples to octets, for one direction of one call. May remember what it heard before, so it is
/// not for sharing between calls or threads.
public interface Encoder {
    /// Encodes `count` samples of `from`, starting at `offset`, into `to` starting at `at`.
    ///
    /// @return octets written
    /// @throws IllegalArgumentException when `count` is not a whole number of the codec's units
    ///   (GSM: 160 samples; all others: any count)
    /// @throws IndexOutOfBoundsException when an array is too short for it
    int encode(short[] from, int offset, int count, byte[] to, int at);
}
