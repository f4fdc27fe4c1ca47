package dev.keyline.iax.jitter;

/// The share of lost blocks, an average in which a block counts for less the longer ago it was.
/// Asterisk's weight, so that both ends of a call show the same number: 1 in 500.
class LossAverage {
    private static final int WEIGHT = 500;
    private static final double HUNDRED = 100;

    /// Below this it is nothing. After hours without a loss it would come to numbers that
    /// processors are slow with.
    private static final double LEAST = 1e-9;

    private double percent;

    final void none() {
        percent = 0;
    }

    final void lost() {
        percent += (HUNDRED - percent) / WEIGHT;
    }

    /// One that counted as lost was only overtaken.
    final void found() {
        percent = Math.max(0, percent - HUNDRED / WEIGHT);
    }

    final void heard() {
        percent = percent < LEAST ? 0 : percent - percent / WEIGHT;
    }

    final int percent() {
        return (int) percent;
    }
}
