/// What is measured in a load test, as numbers: durations and their percentiles ([Histogram]), how
/// unevenly voice arrives ([Jitter]), and what a listener would think of it ([EModel]).
///
/// Nothing here knows what is measured, or when.
@NullMarked
package dev.keyline.tools.measure;

import org.jspecify.annotations.NullMarked;
