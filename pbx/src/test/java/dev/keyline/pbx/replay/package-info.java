/// All recordings, with an exchange of ours in the place of one of those who spoke.
///
/// [dev.keyline.pbx.replay.ReplayTest] is the whole of it; what it plays, and what may differ,
/// stands in two tables under `src/test/resources/replay`.
@NullMarked
package dev.keyline.pbx.replay;

import org.jspecify.annotations.NullMarked;
