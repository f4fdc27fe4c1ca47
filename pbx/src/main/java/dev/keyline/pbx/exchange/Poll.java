package dev.keyline.pbx.exchange;

import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.PeerAddress;

/// A call for `TBD`, on which another exchange is asked for its dialplan.
final class Poll {
    private final CallId call;
    private final PeerAddress peer;
    private final String section;
    private final boolean second;
    private boolean accepted;
    private long idleSince;

    /// @param second whether it takes the place of one that broke while questions were open
    Poll(CallId call, PeerAddress peer, String section, boolean second) {
        this.call = call;
        this.peer = peer;
        this.section = section;
        this.second = second;
    }

    CallId call() {
        return call;
    }

    PeerAddress peer() {
        return peer;
    }

    /// The peer section by which they are called.
    String section() {
        return section;
    }

    void accept() {
        accepted = true;
    }

    boolean isAccepted() {
        return accepted;
    }

    /// Whether what was asked on it may be asked on another one.
    boolean mayBeReplaced() {
        return accepted && !second;
    }

    void used(long now) {
        idleSince = now;
    }

    long idleSince() {
        return idleSince;
    }
}
