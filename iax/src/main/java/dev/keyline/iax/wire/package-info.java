/// The letters: full, mini and meta frames and information elements, byte for byte (RFC 5456 §8).
///
/// Whatever parses encodes back to the same octets: the order of elements, repeated and unknown
/// ones, even whether subclass 4 was written plainly or as a power of two. Nothing here judges what
/// a frame means; that is `message`, one floor up. Nothing here decides whether a frame was
/// expected; that is `delivery`. Open [Frame] first.
@NullMarked
package dev.keyline.iax.wire;

import org.jspecify.annotations.NullMarked;
