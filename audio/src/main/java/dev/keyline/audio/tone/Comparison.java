package dev.keyline.audio.tone;

/// Finds a sent sound in a received one, from coarse to fine: one delay for the whole, one for each
/// 400 ms near that, and then each block of 20 ms at these.
///
/// A delay is judged over 400 ms because a voiced sound looks alike from one beat of the voice to
/// the next: over 20 ms alone, a lost block would be found in its neighbour.
final class Comparison {
    private static final int BLOCK = Tone.RATE / 50;
    private static final int STRETCH = 20 * BLOCK;

    /// How far the delay of a stretch may lie from that of the whole: 200 ms.
    private static final int SWAY = 10 * BLOCK;

    /// Where one delay is as good as another to 2 %, the earlier, or the one of the whole, is
    /// meant.
    private static final double AS_GOOD = 0.98;

    private static final double ALIKE = 0.6;

    /// A stretch less alike than this at its best is not there; whatever fits best in 400 ms of
    /// something else would be a chance.
    private static final double THERE = 0.5;

    /// In energy, 30 dB.
    private static final double PAUSE = 0.001;

    private final short[] sent;
    private final short[] received;
    private final double[] sentEnergy;
    private final double[] receivedEnergy;
    private final int longest;

    Comparison(short[] sent, short[] received, int longest) {
        this.sent = sent;
        this.received = received;
        this.sentEnergy = running(sent);
        this.receivedEnergy = running(received);
        this.longest = longest;
    }

    Likeness likeness() {
        int whole = delayOfWhole();
        int[] delays = delaysOfStretches(whole);
        double loudest = loudestBlock();
        int counted = 0;
        int found = 0;
        for (int at = 0; at + BLOCK <= sent.length; at += BLOCK) {
            double energy = energy(sentEnergy, at, BLOCK);
            if (energy > 0 && energy >= PAUSE * loudest) {
                counted++;
                found += cameBack(at, whole, delays) ? 1 : 0;
            }
        }
        return new Likeness(counted, found, found == 0 ? 0 : whole);
    }

    private boolean cameBack(int at, int whole, int[] delays) {
        int stretch = at / STRETCH;
        boolean came = alike(at, BLOCK, whole) >= ALIKE;
        for (int i = Math.max(0, stretch - 1); i <= stretch + 1 && i < delays.length; i++) {
            came = came || alike(at, BLOCK, delays[i]) >= ALIKE;
        }
        return came;
    }

    /// The earliest peak that is about as high as the highest.
    private int delayOfWhole() {
        int most = Math.min(longest, Math.max(0, received.length - 1));
        double[] score = CrossCorrelation.shifts(sent, received, most);
        double best = 0;
        for (int shift = 0; shift <= most; shift++) {
            score[shift] = normal(score[shift], 0, sent.length, shift);
            best = Math.max(best, score[shift]);
        }
        int earliest = 0;
        while (earliest < most && !(isPeak(score, earliest) && score[earliest] >= AS_GOOD * best)) {
            earliest++;
        }
        return earliest;
    }

    private static boolean isPeak(double[] score, int at) {
        return (at == 0 || score[at] >= score[at - 1])
                && (at == score.length - 1 || score[at] >= score[at + 1]);
    }

    private int[] delaysOfStretches(int whole) {
        int[] delays = new int[(sent.length + STRETCH - 1) / STRETCH];
        for (int i = 0; i < delays.length; i++) {
            int at = i * STRETCH;
            delays[i] = delayOfStretch(at, Math.min(STRETCH, sent.length - at), whole);
        }
        return delays;
    }

    private int delayOfStretch(int at, int count, int whole) {
        int best = whole;
        double score = Math.max(THERE, alike(at, count, whole) / AS_GOOD);
        for (int delay = Math.max(0, whole - SWAY); delay <= whole + SWAY; delay++) {
            double here = alike(at, count, delay);
            if (here > score) {
                score = here;
                best = delay;
            }
        }
        return best;
    }

    private double loudestBlock() {
        double loudest = 0;
        for (int at = 0; at + BLOCK <= sent.length; at += BLOCK) {
            loudest = Math.max(loudest, energy(sentEnergy, at, BLOCK));
        }
        return loudest;
    }

    /// From -1 to 1: how alike sent and received are here, whatever their levels.
    private double alike(int at, int count, int delay) {
        int present = Math.min(count, received.length - at - delay);
        long sum = 0;
        for (int i = at; i < at + present; i++) {
            sum += sent[i] * received[i + delay];
        }
        return normal((double) sum, at, count, delay);
    }

    private double normal(double sum, int at, int count, int delay) {
        double both = energy(sentEnergy, at, count) * energy(receivedEnergy, at + delay, count);
        return both <= 0 ? 0 : sum / Math.sqrt(both);
    }

    /// The energy of `count` samples from `at`, as many of them as there are.
    private static double energy(double[] running, int at, int count) {
        int last = running.length - 1;
        return running[Math.min(last, at + count)] - running[Math.min(last, at)];
    }

    private static double[] running(short[] samples) {
        double[] sums = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            sums[i + 1] = sums[i] + ((double) samples[i] * samples[i]);
        }
        return sums;
    }
}
