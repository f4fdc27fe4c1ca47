package dev.keyline.audio.tone;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds a sent sound in a received one, from coarse to fine: one delay for the whole, one for each
/// 400 ms within a second of that, and then each block of 20 ms at these.
///
/// A delay is judged over 400 ms because a voiced sound looks alike from one beat of the voice to
/// the next: over 20 ms alone, a lost block would be found in its neighbour.
final class Comparison {
    private static final int BLOCK = Tone.RATE / 50;
    private static final int STRETCH = 20 * BLOCK;

    /// How far the delay of a stretch may lie from that of the whole, earlier or later: a second,
    /// as where lost blocks were left out instead of filled and the rest moved up.
    private static final int SWAY = Tone.RATE;

    /// How much two blocks may share of what was received, as clocks differ: 1 ms.
    private static final int SLACK = BLOCK / 20;

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
        double least = PAUSE * loudestBlock();
        var inOrder = new InOrder(BLOCK - SLACK);
        var votes = new HashMap<Integer, Integer>();
        int counted = 0;
        for (int at = 0; at + BLOCK <= sent.length; at += BLOCK) {
            double energy = energy(sentEnergy, at, BLOCK);
            if (energy > 0 && energy >= least) {
                counted++;
                int[] here = delaysOfBlock(at, whole, delays);
                Arrays.stream(here).limit(1).forEach(delay -> votes.merge(delay, 1, Integer::sum));
                inOrder.add(at, here);
            }
        }
        return new Likeness(counted, inOrder.longest(), mostFrequent(votes));
    }

    private static int mostFrequent(Map<Integer, Integer> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /// The delays at which the block may have come back: that of the whole, of its stretch or of a
    /// neighbouring one, as a delay changes within a stretch.
    private int[] delaysOfBlock(int at, int whole, int[] delays) {
        int stretch = at / STRETCH;
        int first = Math.max(0, stretch - 1);
        int last = Math.min(delays.length - 1, stretch + 1);
        return IntStream.concat(IntStream.of(whole), Arrays.stream(delays, first, last + 1))
                .filter(delay -> alike(at, BLOCK, delay) >= ALIKE)
                .toArray();
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
        int from = Math.max(0, at + whole - SWAY);
        int latest = at + Math.min(whole + SWAY, longest);
        int to = Math.min(received.length, latest + count);
        if (from >= to || from > latest) {
            return whole;
        }
        double[] sums =
                CrossCorrelation.shifts(
                        Arrays.copyOfRange(sent, at, at + count),
                        Arrays.copyOfRange(received, from, to),
                        Math.min(to - 1, latest) - from);
        int best = whole;
        double score = Math.max(THERE, alike(at, count, whole) / AS_GOOD);
        for (int shift = 0; shift < sums.length; shift++) {
            int delay = from + shift - at;
            double here = normal(sums[shift], at, count, delay);
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
        if (at + delay < 0) {
            return 0;
        }
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
