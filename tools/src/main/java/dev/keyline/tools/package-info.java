/// The hands: the program `keyline` and its subcommands.
///
/// [Keyline] is the main class and lists the subcommands; each is one class in `command`. What they
/// do lives in the other modules: here are arguments, prompts, sentences and exit codes. Open
/// [Keyline] first.
@NullMarked
package dev.keyline.tools;

import org.jspecify.annotations.NullMarked;
