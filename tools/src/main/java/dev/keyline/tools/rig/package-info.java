/// Load tests on real ports: a socket for each source address, one thread for as many of them as it
/// can serve, a look at everything once a second, and what processes cost.
///
/// Start with [Bench].
@NullMarked
package dev.keyline.tools.rig;

import org.jspecify.annotations.NullMarked;
