/// Who hears whom.
///
/// [Bridge] joins two channels: voice goes across untouched in the same format and transcoded
/// otherwise; digits, text, hold and indications go across as they are. When one side hangs up,
/// whoever holds the bridge ends the other.
///
/// Not here: who is joined with whom and for how long (`application`).
@NullMarked
package dev.keyline.pbx.bridge;

import org.jspecify.annotations.NullMarked;
