/// What single steps cost in time: one class for each subject, run by JMH (see `bench/README.md`).
///
/// Nothing here judges; a run gives figures for whoever wants to know. What a port holds in calls
/// is measured from outside, with a port, and is not here.
@NullMarked
package dev.keyline.bench;

import org.jspecify.annotations.NullMarked;
