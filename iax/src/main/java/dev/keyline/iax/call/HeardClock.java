package dev.keyline.iax.call;

/// Completes the short timestamps of mini frames (RFC 5456 §8.1.2). Asterisk sends no full frame
/// when the 16 bits wrap, whatever the RFC says, so the receiver must notice.
///
/// The completed stamp is the one nearest to the last, at most 32 s before or after. Asterisk takes
/// a step back of more than 50 s for a wrap, so a pause of 16 s in a stream throws it back by a
/// minute.
public final class HeardClock {
    private int last;

    /// A frame with a full timestamp was heard; ACK, PONG and LAGRP do not count, they echo ours.
    public int full(int timestamp) {
        last = timestamp;
        return timestamp;
    }

    /// The 32-bit timestamp of a mini frame.
    ///
    /// @param low its 16 bits
    public int mini(int low) {
        last = nearest(last, low);
        return last;
    }

    /// The stamp with these low 16 bits that is nearest to another one.
    public static int nearest(int last, int low) {
        return last + (short) (low - last);
    }
}
