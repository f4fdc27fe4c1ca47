/// `extensions.conf`: contexts, extensions and their patterns, priorities, includes, variables,
/// expressions.
///
/// [DialplanReader] makes a [Dialplan] of a read file; whatever is odd is a problem with file and
/// line and stops nothing else. To run a call: [Dialplan#find] gives the [Extension] a number leads
/// to, [Extension#step] the [Step] at a priority, [Substitution] replaces `${...}` and `$[...]` in
/// its arguments, and [Arguments] splits them. Nothing is done here: what an application does is
/// known in `application`, and who keeps the place of a call in the plan is the exchange.
@NullMarked
package dev.keyline.pbx.dialplan;

import org.jspecify.annotations.NullMarked;
