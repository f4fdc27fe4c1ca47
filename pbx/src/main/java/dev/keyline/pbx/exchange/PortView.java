package dev.keyline.pbx.exchange;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Counters;
import dev.keyline.iax.endpoint.DialogueView;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.NetStatistics;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The protocol behind the port, for whoever looks at it.
public record PortView(Endpoint endpoint) {
    /// What is under way: calls, registrations, POKEs.
    public List<DialogueView> dialogues() {
        return endpoint.dialogues();
    }

    /// How a call gets through the network; empty when there is no such call.
    public Optional<NetStatistics> statistics(CallId call) {
        return endpoint.statistics(call);
    }

    /// How many call numbers each address holds, those that rest included.
    public Map<PeerAddress, Integer> numbersHeld() {
        return endpoint.numbersHeld();
    }

    public Counters counters() {
        return endpoint.counters();
    }

    /// Octets of an envelope of our trunks at most; 0 for as many as a datagram holds.
    public int trunkMtu() {
        return endpoint.trunking().mtu();
    }

    /// Changes that, until `iax.conf` is read again.
    public void trunkMtu(int octets) {
        endpoint.trunking(endpoint.trunking().withMtu(octets));
    }
}
