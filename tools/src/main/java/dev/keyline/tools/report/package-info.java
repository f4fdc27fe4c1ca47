/// How a load test went: as a line while it runs, a table for people, JSON for programs, and a page
/// with plots that needs nothing but itself.
///
/// All of them show a [Run], of which [Timeline] keeps what happened in each second.
@NullMarked
package dev.keyline.tools.report;

import org.jspecify.annotations.NullMarked;
