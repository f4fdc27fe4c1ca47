package dev.keyline.pbx.exchange;

import dev.keyline.iax.endpoint.CallId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// All peers that are watched.
final class Vigils {
    private final House house;
    private final Map<String, Vigil> byPeer = new LinkedHashMap<>();
    private final Map<CallId, Vigil> expecting = new HashMap<>();

    Vigils(House house) {
        this.house = house;
    }

    /// Watches whom the configuration wants watched. Those whose lines have not changed go on as
    /// they are.
    void follow(long now) {
        var before = new LinkedHashMap<>(byPeer);
        byPeer.clear();
        for (var peer : house.lines().peers()) {
            if (peer.qualify().isWatched()) {
                var old = before.get(peer.name());
                boolean same = old != null && old.watches(peer.name(), peer.qualify());
                byPeer.put(peer.name(), same ? old : new Vigil(house, peer.name(), peer.qualify()));
                if (same) {
                    before.remove(peer.name());
                } else {
                    begin(peer.name(), now);
                }
            }
        }
        before.values().forEach(Vigil::rest);
    }

    /// A peer has an address, or another one.
    void begin(String peer, long now) {
        var vigil = byPeer.get(peer);
        if (vigil != null) {
            house.agenda().set(vigil, now + 1);
        }
    }

    /// A peer has no address any more.
    void rest(String peer) {
        var vigil = byPeer.get(peer);
        if (vigil != null) {
            vigil.rest();
        }
    }

    void expect(CallId poke, Vigil vigil) {
        expecting.put(poke, vigil);
    }

    void sounded(CallId poke, OptionalLong roundTrip, long now) {
        var vigil = expecting.remove(poke);
        if (vigil != null && byPeer.containsValue(vigil)) {
            vigil.answered(roundTrip, now);
        }
    }

    Health health(String peer) {
        var vigil = byPeer.get(peer);
        return vigil == null ? Health.UNMONITORED : vigil.health();
    }
}
