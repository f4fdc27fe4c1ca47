package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.MediaFormat;

/// Speaks in one call, without an object for each block. What is said while nobody has accepted the
/// call, or after its end, is dropped: it crossed the news.
///
/// @see Switchboard#mouthpiece
public interface Mouthpiece {
    /// That of a call nobody knows.
    Mouthpiece MUTE =
            new Mouthpiece() {
                @Override
                public void speak(
                        MediaFormat format, byte[] octets, int offset, int length, long now) {}

                @Override
                public int glance() {
                    return 0;
                }
            };

    /// Says a block of voice, usually 20 ms, as [dev.keyline.iax.call.Command.Speak] does.
    ///
    /// @param octets belong to the caller again as soon as this returns
    /// @param now nanoseconds of the loop's clock
    void speak(MediaFormat format, byte[] octets, int offset, int length, long now);

    /// Looks at what the next block will ask, so that it is on its way from memory: worth doing for
    /// all calls that are about to speak, before the first of them does.
    ///
    /// @return a number of no meaning, which a caller has to use, or nothing is looked at
    int glance();
}
