/// The words: one record per message (RFC 5456 §6 and §8.4), read from and written to the octets of
/// `wire`.
///
/// Only meaning is kept. Which element came first, which was repeated, which was malformed on its
/// own and which nobody knows is settled here, so that the state machines see values and nothing
/// else; who needs the letters themselves (traces, captures) stays in `wire`. Messages are written
/// with their elements in Asterisk's order. Whether a message is allowed now, or complete enough,
/// is not decided here but in `call` and `registration`.
///
/// Challenge answers, passwords, call tokens and rotation keys never show in a `toString`. Open
/// [Message] first, then [New].
@NullMarked
package dev.keyline.iax.message;

import org.jspecify.annotations.NullMarked;
