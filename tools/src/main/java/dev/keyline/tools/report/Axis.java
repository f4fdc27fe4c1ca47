package dev.keyline.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The range of an axis, from 0, in round steps.
///
/// @param step between two lines; 1, 2 or 5 times a power of ten
/// @param top the last line, not below what is to be shown
record Axis(double step, double top) {
    private static final int MOST_STEPS = 4;

    /// An axis that shows everything up to here.
    static Axis upTo(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))) - 1);
        for (int turn = 0; Math.ceil(most / step - 1e-9) > MOST_STEPS; turn++) {
            step *= turn % 3 == 1 ? 2.5 : 2;
        }
        return new Axis(step, step * Math.max(1, Math.ceil(most / step - 1e-9)));
    }

    List<Double> lines() {
        var lines = new ArrayList<Double>();
        for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
            lines.add(i * step);
        }
        return lines;
    }

    /// The place of a value, 0 to 1.
    double of(double value) {
        return Math.clamp(value / top, 0, 1);
    }

    /// `12k`, `0.5`.
    static String label(double value) {
        if (value >= 10_000) {
            return trimmed(value / 1000) + "k";
        }
        return trimmed(value);
    }

    private static String trimmed(double value) {
        var text = String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.1f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
