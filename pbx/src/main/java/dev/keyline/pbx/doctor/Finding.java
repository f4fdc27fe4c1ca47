package dev.keyline.pbx.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// One thing that is wrong. None of the texts ever holds a secret.
///
/// @param what is the matter, a phrase
/// @param leads what a caller will notice of it, a phrase
/// @param cure what to do, a phrase
public record Finding(Ailment ailment, Spot spot, String what, String leads, String cure) {
    public Severity severity() {
        return ailment.severity();
    }

    /// All of it in one line.
    public String line() {
        return spot.where() + ": " + what + "; " + leads + "; " + cure;
    }

    /// Whether two are the same thing, noticed by different sections: of a template, or of a key
    /// file that several of them use.
    boolean isSameAs(Finding other) {
        return ailment == other.ailment
                && spot.place().equals(other.spot.place())
                && what.equals(other.what);
    }

    /// The same thing, for whom either concerns.
    Finding with(Finding other) {
        var sections = new LinkedHashSet<>(spot.sections());
        sections.addAll(other.spot.sections());
        var leading = new LinkedHashSet<>(List.of(leads.split("; and ", -1)));
        leading.add(other.leads);
        return new Finding(
                ailment,
                new Spot(spot.place(), spot.option(), new ArrayList<>(sections)),
                what,
                String.join("; and ", leading),
                cure);
    }
}
