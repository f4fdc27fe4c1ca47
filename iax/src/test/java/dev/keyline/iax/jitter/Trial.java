package dev.keyline.iax.jitter;

import java.util.ArrayList;
import java.util.List;

/// What became of arrivals in a buffer.
final class Trial implements Playout<Arrival> {
    final List<Arrival> played = new ArrayList<>();
    final List<Long> waits = new ArrayList<>();
    private int madeUp;
    private int gap;
    int longestGap;
    private long now;

    /// Lets a buffer play these arrivals to the end.
    static Trial of(List<Arrival> arrivals, Tried buffer) {
        var trial = new Trial();
        for (var arrival : arrivals) {
            trial.until(arrival.at(), buffer);
            buffer.put(arrival, arrival.at());
        }
        trial.until(arrivals.getLast().at() + 10_000 * Arrivals.MILLIS, buffer);
        return trial;
    }

    private void until(long end, Tried buffer) {
        while (buffer.due() <= end) {
            now = Math.max(now, buffer.due());
            buffer.play(now, this);
        }
        now = end;
    }

    @Override
    public void play(Arrival block) {
        played.add(block);
        waits.add(now - block.at());
        longestGap = Math.max(longestGap, gap);
        gap = 0;
    }

    @Override
    public void conceal(int timestamp, int millis) {
        madeUp++;
        gap++;
    }

    /// How often something was missing; after the last block nothing is.
    int madeUp() {
        return madeUp - gap;
    }

    double meanWait() {
        return waits.stream().mapToLong(Long::longValue).average().orElse(0) / Arrivals.MILLIS;
    }
}
