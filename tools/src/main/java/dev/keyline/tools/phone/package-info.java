/// A telephone for one call: dials, plays, presses keys, listens, records, and says what happens.
///
/// It stands on the blocking [dev.keyline.iax.net.Phone] and adds what a person does with a
/// telephone: talking every 20 ms, and waiting only so long for an answer. Names are looked up here
/// and not in the protocol, because that may take seconds. Printing belongs to the command, which
/// is handed a [Happening] at a time. Start with [Telephone].
@NullMarked
package dev.keyline.tools.phone;

import org.jspecify.annotations.NullMarked;
