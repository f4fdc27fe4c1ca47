package dev.keyline.pbx.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who may come from where: `permit` and `deny` rules in file order. All are looked at, and the
/// last one that matches decides; with no match, everybody may come.
///
/// A rule that cannot be read makes the list unusable. Asterisk drops it and keeps the rest, so
/// that a mistyped `deny` lets everybody in.
public record Acl(List<Rule> rules) {
    public static final Acl OPEN = new Acl(List.of());

    public Acl {
        rules = List.copyOf(rules);
    }

    /// One element of one rule.
    public record Rule(boolean permits, Range range) {}

    /// Whether this address (4 or 16 octets) may come. IPv4 rules count for IPv4 addresses mapped
    /// into IPv6 as well.
    public boolean allows(byte[] address) {
        boolean allowed = true;
        for (var rule : rules) {
            if (rule.range().contains(address)) {
                allowed = rule.permits();
            }
        }
        return allowed;
    }

    /// Reads all `permit` and `deny` settings of a section.
    ///
    /// @return empty when one cannot be read; the problem has been added
    public static Optional<Acl> of(Section section, List<Problem> problems) {
        var rules = new ArrayList<Rule>();
        boolean good = true;
        for (var setting : section.settings()) {
            if (setting.is("permit") || setting.is("deny")) {
                good &= read(setting, rules, problems);
            }
        }
        return good ? Optional.of(new Acl(rules)) : Optional.empty();
    }

    private static boolean read(Setting setting, List<Rule> rules, List<Problem> problems) {
        boolean good = true;
        for (var element : setting.value().split(",", -1)) {
            var text = element.strip();
            boolean flipped = text.startsWith("!");
            var range = Range.parse(flipped ? text.substring(1).strip() : text);
            if (range.isPresent()) {
                rules.add(new Rule(setting.is("permit") != flipped, range.get()));
            } else {
                good = false;
                problems.add(
                        Problem.error(
                                setting.place(),
                                setting.name()
                                        + "="
                                        + text
                                        + " is no address range (such as 192.0.2.0/24 or 2001:db8::/32)"));
            }
        }
        return good;
    }
}
