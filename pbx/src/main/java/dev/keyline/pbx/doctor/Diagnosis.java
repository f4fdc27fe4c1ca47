package dev.keyline.pbx.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All that was found, the worst first.
public record Diagnosis(List<Finding> findings) {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::severity)
                    .thenComparing(finding -> finding.spot().place().file())
                    .thenComparingInt(finding -> finding.spot().place().line())
                    .thenComparing(Finding::ailment);

    public Diagnosis {
        findings = findings.stream().sorted(ORDER).toList();
    }

    /// What several sections feel of one thing is said once.
    static Diagnosis of(List<Finding> all) {
        var once = new ArrayList<Finding>();
        for (var finding : all) {
            int same = 0;
            while (same < once.size() && !once.get(same).isSameAs(finding)) {
                same++;
            }
            if (same < once.size()) {
                once.set(same, once.get(same).with(finding));
            } else {
                once.add(finding);
            }
        }
        return new Diagnosis(once);
    }

    /// The same, and more.
    public Diagnosis and(List<Finding> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new Diagnosis(all);
    }

    /// What the calls of one section feel: its own findings, and the bad ones that concern
    /// everybody.
    public Diagnosis about(String section) {
        return new Diagnosis(
                findings.stream()
                        .filter(
                                finding ->
                                        (finding.spot().sections().isEmpty()
                                                        && finding.severity().isBad())
                                                || finding.spot().sections().contains(section))
                        .toList());
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /// Such as `3 things will fail, 2 doors stand open, 1 setting is weak`.
    public String summary() {
        var parts = new ArrayList<String>();
        say(parts, Severity.FAILS, "thing will fail", "things will fail");
        say(parts, Severity.DOOR, "door stands open", "doors stand open");
        say(parts, Severity.WEAK, "setting is weak", "settings are weak");
        say(parts, Severity.NOTE, "note", "notes");
        boolean healthy = findings.stream().allMatch(f -> f.severity() == Severity.NOTE);
        if (healthy) {
            parts.addFirst("nothing is wrong");
        }
        return String.join(", ", parts);
    }

    private void say(List<String> parts, Severity severity, String one, String many) {
        long count = count(severity);
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }
}
