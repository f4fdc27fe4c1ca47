/// The real port: the only package that owns a socket, a clock and threads.
///
/// [Port] is one [Loop], or several, around one [dev.keyline.iax.endpoint.Party]: wait for a
/// datagram, a wish or the time the party asked for; feed it; drain it; repeat. One loop at a time
/// has the [Floor], which is where the party is (docs/decisions/one-floor.md). Between the two
/// stands a [Hatch], and one loop may have those of several ports. If a protocol rule turns up
/// here, it is in the wrong house. [Phone] is a blocking face for applications, one virtual thread
/// per call if they like. [Tap] sees every datagram.
///
/// Below the loop stands [Gate], which opens sockets and waits for them, twice: on Java's channels,
/// and on Linux by `recvmmsg` and `sendmmsg`. Both keep the same promises, which one test reads to
/// both. Why we call Linux ourselves stands in docs/decisions/native-port.md.
@NullMarked
package dev.keyline.iax.net;

import org.jspecify.annotations.NullMarked;
