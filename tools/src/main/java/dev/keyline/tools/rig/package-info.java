/// Load tests on real ports: a thread and a socket for each source address, a look at everything
/// once a second, and what processes cost.
///
/// Start with [Bench].
@NullMarked
package dev.keyline.tools.rig;

import org.jspecify.annotations.NullMarked;
