package dev.keyline.tools.report;

import dev.keyline.tools.load.Tally;
import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import java.util.ArrayList;
import java.util.List;

/// What happened between one look and the next.
public final class Timeline {
    private final List<Moment> moments = new ArrayList<>();
    private Look last;

    /// What is seen at one time.
    ///
    /// @param second since the beginning
    /// @param tally of all so far; nobody changes it any more
    /// @param ownCpu seconds so far
    /// @param serverCpu likewise; not a number when nobody knows
    public record Look(double second, Tally tally, double ownCpu, double serverCpu) {}

    /// @param first before anything has happened
    public Timeline(Look first) {
        this.last = first;
    }

    /// The next look.
    ///
    /// @return what happened since the last
    public Moment add(Look look) {
        var moment = between(last, look);
        moments.add(moment);
        last = look;
        return moment;
    }

    private static Moment between(Look before, Look after) {
        var rates = new Rates(before, after);
        return new Moment(
                after.second(),
                rates.of(Count.ATTEMPTED),
                rates.of(Count.ANSWERED),
                rates.of(Count.FAILED) + rates.of(Count.DROPPED),
                after.tally().live(),
                rates.millis(Measure.SET_UP, 0.5),
                rates.millis(Measure.SET_UP, 0.99),
                rates.of(Count.SENT),
                rates.of(Count.HEARD),
                rates.millis(Measure.LATENESS, 0.99),
                rates.millis(Measure.LATENESS, 1),
                rates.millis(Measure.OWN_LATENESS, 0.99),
                (after.ownCpu() - before.ownCpu()) / rates.seconds(),
                (after.serverCpu() - before.serverCpu()) / rates.seconds());
    }

    private record Rates(Look before, Look after) {
        double seconds() {
            return Math.max(1e-3, after.second() - before.second());
        }

        double of(Count what) {
            return (after.tally().of(what) - before.tally().of(what)) / seconds();
        }

        double millis(Measure what, double part) {
            var since = after.tally().of(what).since(before.tally().of(what));
            return since.isEmpty() ? Double.NaN : since.at(part) / 1e6;
        }
    }

    public List<Moment> moments() {
        return List.copyOf(moments);
    }
}
