/// Call path optimisation (RFC 5456 §6.5): two calls that meet in the middle become one, and who
/// was in the middle leaves the path, or only the path of the voice.
///
/// Two figures. [PartyFigure] is that of an end, which is asked to talk directly to an address and
/// first sees whether that works; [BrokerFigure] is that of the middle, which asks both ends and
/// lets go when both are ready. What comes in is an [Input] or a [BrokerInput], what goes out a
/// [Step] with [Act]s or a [BrokerStep].
///
/// Whoever can ask us to talk to an address can have datagrams sent to people who never asked for
/// any: [Reach] says which addresses a peer may name, and [PartySide] what else is refused.
///
/// Not here: numbers and clocks, which start anew after a move (`endpoint`); the blind transfer,
/// which is a matter of the dialplan.
@NullMarked
package dev.keyline.iax.transfer;

import org.jspecify.annotations.NullMarked;
