/// Samples to octets and back: G.711 µ-law and A-law, signed linear, and GSM full rate; and what is
/// played in place of a frame that got lost ([Concealment]).
///
/// A sample is a `short`, 16 bits, full scale; a frame is 20 ms. Everything is a pure function or a
/// small object with the state of one direction of one call; nothing allocates once it is made, for
/// callers hand in the arrays to fill. The arithmetic of GSM lives next door in `gsm`.
///
/// Deliberately not here: the numbers that protocols give to codecs (whoever speaks a protocol maps
/// them by [Codec#label]), packet lengths other than whole frames, and when a frame is lost. Open
/// [Codec] first.
@NullMarked
package dev.keyline.audio.codec;

import org.jspecify.annotations.NullMarked;
