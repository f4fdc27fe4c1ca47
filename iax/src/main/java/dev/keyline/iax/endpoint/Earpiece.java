package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.MediaFormat;

/// Hears the voice of one call as it comes in, in the octets it came in.
@FunctionalInterface
public interface Earpiece {
    /// A block of voice.
    ///
    /// @param timestamp media time at the sender, milliseconds since its first frame, 32 bits
    /// @param octets valid only during this call
    /// @param now nanoseconds of the loop's clock
    /// @return false if it is not for this ear; it then becomes news, [Heard]
    ///   [dev.keyline.iax.call.CallEvent.Heard]
    boolean hears(
            MediaFormat format, int timestamp, byte[] octets, int offset, int length, long now);
}
