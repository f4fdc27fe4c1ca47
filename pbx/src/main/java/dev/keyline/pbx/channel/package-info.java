/// One party of a call as the exchange sees it.
///
/// [Channel] knows who it is, where it stands and what it carries: name, state, caller id,
/// [Variables], voice in and out. It speaks to its call through [Channel.Wire] and is told what
/// happens there; it never asks for the time. [Transcoder] stands between two formats.
///
/// Not here: who may call (`line`), who hears whom (`bridge`), the protocol itself.
@NullMarked
package dev.keyline.pbx.channel;

import org.jspecify.annotations.NullMarked;
