package dev.keyline.audio.codec;

/// Octets to samples, for one direction of one call. May remember what it heard before, so it is
/// not for sharing between calls or threads.
public interface Decoder {
    /// Decodes `length` octets of `from`, starting at `offset`, into `to` starting at `at`. The
    /// octets come from a stranger: those that do not fill a whole unit of the codec (GSM: 33
    /// octets, slin: 2) are left out, and no content whatever is an error. Ask [Codec#fits] first
    /// to drop such a frame instead.
    ///
    /// @return samples written
    /// @throws IndexOutOfBoundsException when an array is too short for it
    int decode(byte[] from, int offset, int length, short[] to, int at);
}
