/// Makes uneven arrivals even: voice waits until it is its turn, so that most of what was late on
/// the way is not late for the ear.
///
/// [JitterBuffer] is the whole of it: blocks go in as they arrive, in any order, and come out in
/// order at the pace at which they were spoken; where one is missing it asks for something in its
/// place ([Playout]). How long blocks wait follows what [DelayHistory] has seen. [ArrivalCounts]
/// counts what arrives on a call that has no buffer, so that the receiver report of RFC 5456
/// §8.6.35 and after is true either way.
///
/// Deliberately not here: what a block holds and how a missing one is made up (the codec's
/// business), digits and other signals (they arrive in order and do not wait), and who wants a
/// buffer.
@NullMarked
package dev.keyline.iax.jitter;

import org.jspecify.annotations.NullMarked;
