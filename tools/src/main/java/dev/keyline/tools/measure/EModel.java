package dev.keyline.tools.measure;

/// What listeners would say of a call, estimated by the E-model (ITU-T G.107) with all its
/// parameters at their defaults but three: delay, loss and codec. The defaults are quiet rooms,
/// good handsets and no echo, so this tells what the network and the servers cost and nothing else.
public final class EModel {
    /// The rating with every parameter at its default, rounded as G.107 gives it.
    public static final double BEST = 93.2;

    private static final double UNHEARD_DELAY = 100;
    private static final double WORST_BY_LOSS = 95;

    private EModel() {}

    /// The rating R.
    ///
    /// @param delayMillis from mouth to ear, one way
    /// @param loss the part of frames that do not arrive in time, 0 to 1, at random
    /// @return at most [#BEST]; may be negative
    public static double rating(double delayMillis, double loss, Impairment codec) {
        return BEST - delayImpairment(delayMillis) - lossImpairment(loss, codec);
    }

    /// Idd of G.107 §7.4: nothing up to 100 ms.
    static double delayImpairment(double millis) {
        if (millis <= UNHEARD_DELAY) {
            return 0;
        }
        double x = Math.log(millis / UNHEARD_DELAY) / Math.log(2);
        return 25 * (sixth(x) - 3 * sixth(x / 3) + 2);
    }

    private static double sixth(double x) {
        return Math.pow(1 + Math.pow(x, 6), 1.0 / 6);
    }

    /// Ie,eff of G.107 §7.5 with BurstR = 1.
    static double lossImpairment(double loss, Impairment codec) {
        double percent = loss * 100;
        return codec.ie() + (WORST_BY_LOSS - codec.ie()) * percent / (percent + codec.bpl());
    }

    /// The mean opinion score of a rating (G.107 annex B): 1 (bad) to 4.5.
    public static double opinion(double rating) {
        if (rating <= 0) {
            return 1;
        }
        if (rating >= 100) {
            return 4.5;
        }
        return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
    }
}
