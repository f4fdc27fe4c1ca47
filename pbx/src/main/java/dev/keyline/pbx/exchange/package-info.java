/// The whole office: it answers the port, and what happens there becomes steps of the dialplan.
///
/// [Exchange] wraps an endpoint of the protocol and has the same shape, so it is driven by a port
/// in life and by the simulator in tests. [Reception] lets callers in, [Walk] takes one channel
/// through the dialplan, [Placement] calls others. What is configured is a [Configuration],
/// exchanged as a whole; who is on the line is kept in [Roll].
///
/// Not here: files and sockets (`control` reads the files), what applications do (`application`).
@NullMarked
package dev.keyline.pbx.exchange;

import org.jspecify.annotations.NullMarked;
