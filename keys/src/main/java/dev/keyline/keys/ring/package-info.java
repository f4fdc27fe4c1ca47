/// The key directory: which keys the exchange may use, and why a key is missing.
///
/// Asterisk keeps `NAME.pub` and `NAME.key` in one directory (`astkeydir`), and `inkeys`, `outkey`
/// and `[NAME]` in a dial string speak of NAME. A [KeyRing] is that directory at one moment: an
/// immutable value. Unlocking and reloading give a new ring, and whoever runs the exchange swaps
/// the old for the new in one assignment, so no call ever sees half a reload.
///
/// Where Asterisk forgets a working key as soon as its file becomes unreadable, a reload here keeps
/// the key and says so; a key is taken away by removing its file.
///
/// Beside the key files `NAME.validity` may say from when to when they count ([Validity]), so every
/// look-up is given the date. [LiveKeys] is the ring in use, and [Inspection] what can be said
/// about each file.
///
/// Deliberately not here: the text inside a file ([dev.keyline.keys.pem]), logging (a [Reload]
/// lists what happened, the caller writes it down), and asking for passphrases.
///
/// Open first: [KeyRing].
@NullMarked
package dev.keyline.keys.ring;

import org.jspecify.annotations.NullMarked;
