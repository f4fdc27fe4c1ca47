/// A pretend network and clock: parties at addresses, seeded weather between them, and time that
/// jumps to whatever comes next.
///
/// [Network] is the whole of it. It runs anything of the shape [dev.keyline.iax.endpoint.Party], so
/// a whole exchange can take part although `iax` knows no exchange. A scene is a seed, a [Weather]
/// and a few lines of prose; after every event its [Invariant]s are checked. The same seed gives
/// the same octets.
///
/// Not here: files. A recording is a list of [Network.Passage]s; writing it as pcap is a matter of
/// `trace`.
@NullMarked
package dev.keyline.iax.sim;

import org.jspecify.annotations.NullMarked;
