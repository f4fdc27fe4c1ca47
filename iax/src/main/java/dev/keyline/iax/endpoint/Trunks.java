package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.Trunk;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.PeerAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our trunks: one for each address whose calls share one. Costs nothing while there is none.
final class Trunks {
    private TrunkSettings settings;
    private final Outlet out;
    private final Map<PeerAddress, Trunk> byAddress = new LinkedHashMap<>();
    private long next = Long.MAX_VALUE;

    /// The one that took the last piece; the next one often goes there as well.
    private @Nullable Trunk latest;

    private @Nullable PeerAddress latestTo;

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
        var trunk = latest;
        if (trunk == null || !to.equals(latestTo)) {
            trunk = byAddress.computeIfAbsent(to, this::begin);
            latest = trunk;
            latestTo = to;
        }
        boolean taken = trunk.add(ours, stamp, octets, offset, length, now);
        next = Math.min(next, trunk.next());
        return taken;
    }

    private Trunk begin(PeerAddress to) {
        return new Trunk(settings, (envelope, size) -> out.send(to, envelope, 0, size));
    }

    void wake(long now) {
        if (now < next) {
            return;
        }
        next = Long.MAX_VALUE;
        byAddress.values().forEach(trunk -> trunk.wake(now));
        if (byAddress.values().removeIf(trunk -> trunk.isForgettable(now))) {
            latest = null;
        }
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
