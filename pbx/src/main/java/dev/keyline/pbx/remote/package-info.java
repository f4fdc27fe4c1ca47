/// What the dialplans of other exchanges know, as far as they were asked (`switch =>`, RFC 5456
/// §6.8).
///
/// [RemoteNumber] is a number in the dialplan that a switch leads to, and knows how to ask for it
/// and how to call it. [AnswerCache] keeps what was answered for as long as the answer holds, and
/// who waits for what is not answered yet.
///
/// Not here: how the questions travel; `pbx.exchange` has the calls they are asked on.
@NullMarked
package dev.keyline.pbx.remote;

import org.jspecify.annotations.NullMarked;
