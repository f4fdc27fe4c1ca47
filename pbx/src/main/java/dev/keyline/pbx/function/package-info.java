/// What may stand in `${...}` besides variables: the functions that need nothing but their
/// arguments, the time and a little chance.
///
/// [Functions#call] is the whole of it. Functions that speak of the channel itself (CALLERID,
/// CHANNEL, IAXVAR, TIMEOUT) are answered by whoever runs the channel, before it asks here. ENV and
/// SHELL are not here: a dialplan fed by callers shall not see the server from inside.
@NullMarked
package dev.keyline.pbx.function;

import org.jspecify.annotations.NullMarked;
