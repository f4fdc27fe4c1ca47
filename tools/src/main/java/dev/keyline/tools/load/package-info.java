/// Callers by the hundred, to load a server and measure it: what they do ([Scenario]), when
/// ([Pacing]), and how it went ([Tally]).
///
/// [Generator] drives an endpoint as many callers at once; [Answerer] is what they may call. Both
/// are parties without socket, clock or thread: `rig` puts them on real ports, tests on `iax.sim`.
/// Each call has its tick every 20 ms, and a [TickRing] spreads the ticks of all calls evenly over
/// that time.
///
/// Not here: how the outcome is shown (`report`).
@NullMarked
package dev.keyline.tools.load;

import org.jspecify.annotations.NullMarked;
