package dev.keyline.iax.trace;

import dev.keyline.iax.wire.CallNumber;

/// One side of a call as it is addressed: call numbers are only unique between two ends.
record Party(PeerEnd from, PeerEnd to, CallNumber number) {}
