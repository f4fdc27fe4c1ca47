/// What a person reads: captures in and out, one line per frame, the story of a call, a ladder.
///
/// Nothing here has a part in the protocol. A capture is octets (files belong to `tools`), a line
/// is a text (printing does too), and time is handed in. No text made here contains a password, an
/// answer to a challenge, a call token or a key; RSA answers are named by whoever signed them, if
/// the caller of [Story] knows. What a peer wrote is shown without its control characters, so that
/// it cannot steer a terminal.
///
/// Open [Story] first; [Pcap] feeds it from a capture, [Ladder] draws it live.
@NullMarked
package dev.keyline.iax.trace;

import org.jspecify.annotations.NullMarked;
