/// An exchange as a running program: its folder, its port, its log.
///
/// The exchange itself is `pbx`, which knows no sockets and prints nothing; here it gets both. Also
/// here: the watch over its keys ([KeyWatch]), where their passphrases may lie ([KeptPasscodes]),
/// and the configuration that a newcomer starts with. Start with [Serving].
@NullMarked
package dev.keyline.tools.serve;

import org.jspecify.annotations.NullMarked;
