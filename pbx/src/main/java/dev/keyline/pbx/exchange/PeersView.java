package dev.keyline.pbx.exchange;

import dev.keyline.iax.registration.Registrant;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.line.RegisterLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may call and be called, and how that goes: addresses, watches, registrations, logins.
public final class PeersView {
    private final House house;

    PeersView(House house) {
        this.house = house;
    }

    /// How a peer section is doing that is watched (`qualify=`).
    public Health health(String peer) {
        return house.vigils().health(peer);
    }

    /// Where a peer is, by its registration or by what is written; empty when nobody knows, or when
    /// a name would have to be looked up.
    public Optional<PeerAddress> address(String peer) {
        return house.directions().known(peer);
    }

    /// Seconds for which a registration is still kept; empty when there is none.
    public Optional<Long> secondsLeft(String peer, long now) {
        return house.book().secondsLeft(peer, now);
    }

    /// Our own registrations elsewhere, in file order; a line whose host has not been found yet has
    /// none.
    public List<Map.Entry<RegisterLine, Optional<Registrant>>> registrations() {
        return house.registry().lines();
    }

    /// The last login of each account, by name.
    public List<Login> logins() {
        return house.logins().all();
    }

    /// How many logins were good, and how many were not and why.
    public LoginCounts loginCounts() {
        return house.logins().counts();
    }
}
