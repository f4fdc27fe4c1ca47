package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.Trunk;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/// Our trunks: one for each address whose calls share one. Costs nothing while there is none.
final class Trunks {
    private TrunkSettings settings;
    private final Outlet out;
    private final Map<PeerAddress, Trunk> byAddress = new LinkedHashMap<>();
    private long next = Long.MAX_VALUE;

    Trunks(TrunkSettings settings, Outlet out) {
        this.settings = settings;
        this.out = out;
    }

    TrunkSettings settings() {
        return settings;
    }

    void settings(TrunkSettings fresh) {
        settings = fresh;
        byAddress.values().forEach(trunk -> trunk.settings(fresh));
    }

    /// A piece of voice for the trunk with this address.
    ///
    /// @return false if there is no room for it
    boolean add(
            PeerAddress to, int ours, int stamp, byte[] octets, int offset, int length, long now) {
        var trunk = byAddress.get(to);
        if (trunk == null) {
            trunk = new Trunk(settings, (envelope, size) -> out.send(to, envelope, 0, size));
            byAddress.put(to, trunk);
        }
        boolean taken = trunk.add(ours, stamp, octets, offset, length, now);
        next = Math.min(next, trunk.next());
        return taken;
    }

    void wake(long now) {
        if (now < next) {
            return;
        }
        next = Long.MAX_VALUE;
        byAddress.values().forEach(trunk -> trunk.wake(now));
        byAddress.values().removeIf(trunk -> trunk.isForgettable(now));
        byAddress.values().forEach(trunk -> next = Math.min(next, trunk.next()));
    }

    /// When [#wake] has something to do next.
    long next() {
        return next;
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }
}
