/// One call leg from both ends: the RFC's two figures (RFC 5456 §6.2, §6.3), from NEW to HANGUP.
///
/// [CallLeg] is the figure itself, one case per arrow. What comes in is an [Input]: a message
/// heard, a [Command] told, an answer signed. What goes out is a [Step]: the next state, and [Act]s
/// to carry out. News for whoever uses the call are [CallEvent]s; why a call is over is an
/// [Ending]. [MediaClock] stamps what we send, [HeardClock] completes the short timestamps of what
/// we hear.
///
/// Not here: sequence numbers (`delivery`), call numbers and tokens (`endpoint`), registration.
@NullMarked
package dev.keyline.iax.call;

import org.jspecify.annotations.NullMarked;
