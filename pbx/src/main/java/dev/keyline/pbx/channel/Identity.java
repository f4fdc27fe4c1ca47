package dev.keyline.pbx.channel;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.PeerAddress;

/// What a channel is from its first moment to its last.
///
/// @param section the section of `iax.conf` that let them in, or by which we call; the address as
///   text when there is none
/// @param incoming whether they called us
public record Identity(CallId call, String section, PeerAddress peer, boolean incoming) {
    /// Asterisk puts its call number behind the dash, which is used again after a minute; ours is
    /// the number of the call, which is not.
    public String name() {
        return "IAX2/" + section + "-" + call.value();
    }
}
