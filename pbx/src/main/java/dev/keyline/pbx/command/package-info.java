/// What is typed at the console of a running exchange: Asterisk's commands, with its columns, and
/// without its secrets.
///
/// [Commands] finds the command a line begins with; each [Command] gives lines of text. What they
/// need of the process around the exchange (the loop, the keys, somebody to ask) is a [Server].
///
/// Not here: terminals, sockets, history, completion on a screen.
@NullMarked
package dev.keyline.pbx.command;

import org.jspecify.annotations.NullMarked;
