package dev.keyline.iax.jitter;

/// What a jitter buffer has seen.
final class JitterCounts {
    private final LossAverage loss = new LossAverage();
    private int received;
    private int played;
    private int lost;
    private int dropped;
    private int outOfOrder;

    void received() {
        received++;
    }

    void played() {
        played++;
        loss.heard();
    }

    void lost() {
        lost++;
        loss.lost();
    }

    void dropped() {
        dropped(1);
    }

    void dropped(int blocks) {
        dropped += blocks;
    }

    void outOfOrder() {
        outOfOrder++;
    }

    JitterStatistics statistics(int jitter, int delay) {
        return new JitterStatistics(
                jitter, loss.percent(), lost, received, delay, dropped, outOfOrder);
    }
}
