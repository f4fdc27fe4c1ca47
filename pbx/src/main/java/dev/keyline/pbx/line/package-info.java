/// `iax.conf`: who may call, who may be called, and what they have to show.
///
/// [LinesReader] makes [Lines] of the read file: [User] sections for those who call, [Peer]
/// sections for those who are called; a friend is both. [FrontDoor] answers the protocol's question
/// who may come in; [Routing] turns a dial string into a [Route]. Mistakes fail closed: a section
/// whose rules cannot be read lets nobody in, and says why.
///
/// Not here: where the extension leads (`dialplan`), keys as such (module `keys`; [HeldKeys] hands
/// them to the protocol), registration.
@NullMarked
package dev.keyline.pbx.line;

import org.jspecify.annotations.NullMarked;
