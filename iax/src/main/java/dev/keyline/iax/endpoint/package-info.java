/// Every conversation behind one UDP port: call numbers, call tokens, limits, deadlines, outbox.
///
/// [Endpoint] takes bytes and time, and gives datagrams and news; it owns no socket, clock, thread
/// or source of chance. A driver feeds it and drains it ([Party] says how): `net` in life, `sim` in
/// tests. A datagram is looked up in [Directory], which finds its [Dialogue]: a [Conversation]
/// joins the `delivery` and the `call` of one call; a stranger is answered by [Doorstep], which
/// remembers nothing about him until he shows a call token.
///
/// Voice has a way of its own, on which no object is made for a block: [Switchboard] finds its
/// call, [Ears] takes it in and hands it on, at once or evened out by [Hearing], to an [Earpiece]
/// or to the [Mouth] of another call, and it leaves by the driver's [Outlet]. What came together
/// waits in [Gathered] until all its calls have been found. [Trunks] and [Unpacking] put pieces of
/// many calls into envelopes and take them out.
///
/// Not here: what a frame means (`message`), where a call stands (`call`), who may call
/// (`call.Door`).
@NullMarked
package dev.keyline.iax.endpoint;

import org.jspecify.annotations.NullMarked;
