package dev.keyline.iax.net;

import dev.keyline.iax.endpoint.Party;
import java.net.InetSocketAddress;
import java.util.List;

/// Who is to be had at a port.
///
/// @param binds at least one; `0.0.0.0` beside `::` on one port is the same socket
/// @param listener hears what the party does not keep to itself
/// @param tap sees every datagram
public record Tenant(List<InetSocketAddress> binds, Party party, Port.Listener listener, Tap tap) {
    public Tenant {
        binds = List.copyOf(binds);
    }
}
