/// What a capture tells beyond its frames: who signed, and how each call went.
///
/// The frames themselves are told by [dev.keyline.iax.trace.Story]; here its lines are gathered
/// into calls, and signatures are held against the keys of a directory. Files are read by the
/// command. Start with [Exchanges].
@NullMarked
package dev.keyline.tools.capture;

import org.jspecify.annotations.NullMarked;
