/// The console of a running exchange over a local socket: `keyline -r`, `keyline -rx`, `run -c`.
///
/// [ControlSocket] is the exchange's end, [Attached] the person's. A line has a letter and a text:
/// to the exchange `C` a command, `T` words to be completed, `P` a passphrase; to the person `O` a
/// line of output, `P` a prompt for something hidden, `T` a completion, `E` the end of an answer
/// (`0` or `1`). Texts have no line breaks, and at most [Wire#LONGEST] characters.
///
/// The socket lies in the run directory and belongs to its owner alone (mode 0600): whoever may
/// open it may do anything, so nobody else may. Not here: what commands do (`pbx.command`).
@NullMarked
package dev.keyline.tools.console;

import org.jspecify.annotations.NullMarked;
