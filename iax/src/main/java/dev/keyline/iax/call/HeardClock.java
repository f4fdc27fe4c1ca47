package dev.keyline.iax.call;

/// Completes the short timestamps of mini frames (RFC 5456 §8.1.2). Asterisk sends no full frame
/// when the 16 bits wrap, whatever the RFC says, so the receiver must notice: a jump of more than
/// 50 s is a wrap.
public final class HeardClock {
    private static final int JUMP = 50_000;

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
        int stamp = (last & 0xFFFF0000) | low;
        int distance = stamp - last;
        if (distance < -JUMP) {
            stamp += 0x10000;
        } else if (distance > JUMP) {
            stamp -= 0x10000;
        }
        last = stamp;
        return stamp;
    }
}
