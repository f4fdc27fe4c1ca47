/// A capture as one page for a browser, which needs nothing but itself: no network, and no script
/// to be read.
///
/// Start with [LadderPage]. What is told comes from `iax.trace` and `tools.capture`; here it only
/// gets its looks. Everything a peer sent is escaped in one place, [Html].
@NullMarked
package dev.keyline.tools.page;

import org.jspecify.annotations.NullMarked;
