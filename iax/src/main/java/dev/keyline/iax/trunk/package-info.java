/// Voice of many calls between two addresses in one envelope (RFC 5456 §7.1, §8.1.3): a datagram
/// every 20 ms for all of them, where each alone would send one.
///
/// [Trunk] collects what goes to one address and says when an envelope is due; [Pieces] takes a
/// received one apart; [TrunkTime] gives pieces without a timestamp one. There are two kinds: with
/// the trunk's clock alone, and with the stamp of a mini frame on each piece.
///
/// Deliberately not here: which calls go into a trunk and which call a piece belongs to
/// (`endpoint`). Video and encrypted voice never do: a trunk has no key, and Asterisk, which puts
/// them in, sends them in the clear.
@NullMarked
package dev.keyline.iax.trunk;

import org.jspecify.annotations.NullMarked;
