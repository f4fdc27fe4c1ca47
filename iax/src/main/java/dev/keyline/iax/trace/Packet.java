package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Bytes;

/// One UDP datagram of a capture.
///
/// @param nanos when it was seen, in nanoseconds since 1970 (UTC)
public record Packet(long nanos, PeerEnd from, PeerEnd to, Bytes payload) {}
