package dev.keyline.iax.endpoint;

import java.util.EnumMap;
import java.util.Map;

/// How often each [Oddity] was seen, and how much went in and out.
public final class Counters {
    private final Map<Oddity, Long> oddities = new EnumMap<>(Oddity.class);
    private long datagramsIn;
    private long datagramsOut;

    void count(Oddity what) {
        oddities.merge(what, 1L, Long::sum);
    }

    void countIn() {
        datagramsIn++;
    }

    void countOut() {
        datagramsOut++;
    }

    public long of(Oddity what) {
        return oddities.getOrDefault(what, 0L);
    }

    public long datagramsIn() {
        return datagramsIn;
    }

    public long datagramsOut() {
        return datagramsOut;
    }
}
