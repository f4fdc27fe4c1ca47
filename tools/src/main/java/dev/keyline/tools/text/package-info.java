/// How the program writes to people and to programs: colours on a terminal, one JSON object a line.
///
/// Nothing here knows what is said. Start with [Json].
@NullMarked
package dev.keyline.tools.text;

import org.jspecify.annotations.NullMarked;
