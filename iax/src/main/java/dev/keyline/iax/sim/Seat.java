package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.Party;
import dev.keyline.iax.wire.PeerAddress;

/// A party and where the world sees it.
final class Seat {
    private final Network.Listener listener;
    private PeerAddress address;
    private Party party;
    private long quietUntil = Long.MAX_VALUE;
    private long stalledUntil;

    Seat(PeerAddress address, Party party, Network.Listener listener) {
        this.address = address;
        this.party = party;
        this.listener = listener;
    }

    PeerAddress address() {
        return address;
    }

    Party party() {
        return party;
    }

    Network.Listener listener() {
        return listener;
    }

    void moveTo(PeerAddress other) {
        address = other;
    }

    void takenBy(Party other) {
        party = other;
    }

    void quietUntil(long when) {
        quietUntil = when;
    }

    void stalledUntil(long when) {
        stalledUntil = when;
    }

    long stalledUntil() {
        return stalledUntil;
    }

    boolean isStalled(long now) {
        return stalledUntil > now;
    }

    /// When its next deadline is noticed; `Long.MAX_VALUE` when none runs.
    long due() {
        return Math.max(quietUntil, stalledUntil);
    }

    boolean hasDeadline() {
        return quietUntil != Long.MAX_VALUE;
    }
}
