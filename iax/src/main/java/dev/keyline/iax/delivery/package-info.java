/// Registered post for one call: is this the letter we expected, a repeat, or one too many (RFC
/// 5456 §7)?
///
/// Numbers what we send, keeps it until it is acknowledged, sends it again, asks for what is
/// missing, and gives up. Open [Delivery] first; [Pace] says how patiently.
///
/// Not here: which frames carry a number and what they mean (`wire.IaxCommand`, `message`), who may
/// have sent a frame (`endpoint`).
@NullMarked
package dev.keyline.iax.delivery;

import org.jspecify.annotations.NullMarked;
