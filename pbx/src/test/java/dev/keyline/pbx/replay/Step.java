package dev.keyline.pbx.replay;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.PeerAddress;

/// One datagram of a recording.
///
/// @param number counted from 1, as in a capture
/// @param at nanoseconds since the first
/// @param frame opened, if it was sealed
/// @param noise sealed, and nobody can open it
/// @param again a repetition of a numbered frame
record Step(
        int number,
        long at,
        PeerAddress from,
        PeerAddress to,
        Frame frame,
        boolean sealed,
        boolean noise,
        boolean again) {}
