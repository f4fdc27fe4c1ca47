/// Several sounds into one: gain, sums that saturate instead of wrapping, and changing between 8
/// and 16 kHz.
///
/// All of it works on arrays that callers hand in and keeps no more state than a filter needs.
/// Deliberately not here: who hears whom, and other ratios of rates. Open [Mix] first.
@NullMarked
package dev.keyline.audio.mix;

import org.jspecify.annotations.NullMarked;
