package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.Frame;

/// How trunks of this side behave, by the names of `iax.conf`.
///
/// @param every nanoseconds between envelopes (`trunkfreq`)
/// @param mtu octets in an envelope at most, its header of 8 included (`trunkmtu`); 0 for as many
///   as a receiver looks at, [Frame#MAX_DATAGRAM]
/// @param maxSize octets that may wait at most (`trunkmaxsize`); what is beyond is dropped
/// @param timestamps whether each piece bears its own (`trunktimestamps`)
public record TrunkSettings(long every, int mtu, int maxSize, boolean timestamps) {
    private static final long MILLIS = 1_000_000;

    /// Asterisk's defaults.
    public static final TrunkSettings USUAL = new TrunkSettings(20 * MILLIS, 1240, 128_000, false);

    /// The least `trunkmtu` that is not 0: a head of the envelope, one of a piece, 20 ms of G.711.
    public static final int LEAST_MTU = 172;

    /// The most that `trunkmtu` may be written as.
    public static final int MOST_MTU = 4000;

    /// The same with another `trunkmtu`.
    public TrunkSettings withMtu(int octets) {
        return new TrunkSettings(every, octets, maxSize, timestamps);
    }

    /// Octets of an envelope at most.
    int longest() {
        return mtu == 0 ? Frame.MAX_DATAGRAM : Math.min(mtu, Frame.MAX_DATAGRAM);
    }
}
