package dev.keyline.iax.endpoint;

import dev.keyline.iax.wire.Bytes;
import java.util.HashMap;
import java.util.Map;

/// So much a second and no more, in all and for each address: what strangers get. The window is a
/// whole second that begins anew, which lets twice the ration pass at its edge; that is good enough
/// here.
final class Ration {
    private static final long SECOND = 1_000_000_000L;

    private final int inAll;
    private final int perAddress;
    private final Map<Bytes, Integer> spent = new HashMap<>();
    private long windowEnd = Long.MIN_VALUE;
    private int total;

    Ration(int inAll, int perAddress) {
        this.inAll = inAll;
        this.perAddress = perAddress;
    }

    /// Whether one more may go to this address now; if so, it is spent.
    boolean allows(Bytes ip, long now) {
        if (now >= windowEnd) {
            windowEnd = now + SECOND;
            total = 0;
            spent.clear();
        }
        var whom = ip.length() == 16 ? ip.slice(0, 8) : ip;
        if (total >= inAll || spent.getOrDefault(whom, 0) >= perAddress) {
            return false;
        }
        total++;
        spent.merge(whom, 1, Integer::sum);
        return true;
    }

    /// When everybody has his ration again.
    long windowEnd() {
        return windowEnd;
    }
}
