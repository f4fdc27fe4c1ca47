package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Acl;
import dev.keyline.pbx.conf.Range;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// From where callers may come, where they may go, and whether their addresses have to be their
/// own.
final class AddressCheck implements Check {
    /// Two addresses that no range of ours holds both of, unless it holds all.
    private static final List<List<String>> FAR_APART =
            List.of(List.of("1.0.0.1", "223.255.255.254"), List.of("2001:db8::1", "fd00::1"));

    @Override
    public void examine(Chart chart, Consumer<Finding> report) {
        chart.general().all("calltokenoptional").stream()
                .filter(setting -> Range.parse(setting.value()).filter(this::isAll).isPresent())
                .forEach(setting -> report.accept(everywhere(setting)));
        for (var section : chart.sections()) {
            rules(section, report);
            tokens(section, report);
            if (Chart.isUser(section)) {
                section.all("context").stream()
                        .filter(context -> context.value().equals("*"))
                        .forEach(context -> report.accept(anyContext(section, context)));
            }
        }
    }

    private boolean isAll(Range range) {
        return FAR_APART.stream()
                .anyMatch(
                        ends ->
                                ends.stream()
                                        .allMatch(
                                                end ->
                                                        range.contains(
                                                                Range.address(end).orElseThrow())));
    }

    /// Whether these rules leave the whole of IPv4 in.
    static boolean isOpen(Acl acl) {
        return FAR_APART.getFirst().stream()
                .allMatch(end -> acl.allows(Range.address(end).orElseThrow()));
    }

    private static void rules(Section section, Consumer<Finding> report) {
        for (var setting : section.settings()) {
            if (setting.is("permit") || setting.is("deny")) {
                elements(section, setting, report);
            }
        }
        var acl = Acl.of(section, new ArrayList<>());
        if (acl.isPresent()
                && !acl.get().rules().isEmpty()
                && acl.get().rules().stream().allMatch(Acl.Rule::permits)) {
            report.accept(
                    Ailment.PERMIT_WITHOUT_DENY.at(
                            Spot.at(
                                    section,
                                    section.last("permit")
                                            .or(() -> section.last("deny"))
                                            .orElseThrow()),
                            "permit= without deny=",
                            Chart.logins(section)
                                    + " are taken from every address, because what no rule names"
                                    + " may come",
                            "write deny=0.0.0.0/0.0.0.0 above the permit= lines"));
        }
    }

    private static void elements(Section section, Setting setting, Consumer<Finding> report) {
        Arrays.stream(setting.value().split(",", -1))
                .map(element -> element.strip().replaceFirst("^!", "").strip())
                .filter(element -> Range.parse(element).isEmpty())
                .forEach(
                        element ->
                                report.accept(
                                        Ailment.ACL_UNREADABLE.at(
                                                Spot.at(section, setting),
                                                setting.name()
                                                        + "="
                                                        + element
                                                        + " is no address range",
                                                Chart.logins(section)
                                                        + " will be refused here; an Asterisk"
                                                        + " leaves the rule out",
                                                "write it as 192.0.2.0/24 or"
                                                        + " 192.0.2.0/255.255.255.0")));
    }

    private static void tokens(Section section, Consumer<Finding> report) {
        section.last("requirecalltoken")
                .filter(
                        setting ->
                                setting.value().equalsIgnoreCase("auto")
                                        || !Words.truth(setting.value()).orElse(true))
                .ifPresent(
                        setting ->
                                report.accept(
                                        Ailment.CALL_TOKENS_OFF.at(
                                                Spot.at(section, setting),
                                                "requirecalltoken=" + setting.value(),
                                                "calls as '"
                                                        + section.name()
                                                        + "' are taken from forged addresses, and"
                                                        + " use up what we can hold",
                                                "write requirecalltoken=yes; every peer since 2009"
                                                        + " knows call tokens")));
    }

    private static Finding everywhere(Setting setting) {
        return Ailment.CALL_TOKENS_OPTIONAL_EVERYWHERE.at(
                Spot.at(setting),
                "calltokenoptional=" + setting.value() + " is every address there is",
                "calls are taken from forged addresses, and use up what we can hold",
                "name the one or two old peers that know no call tokens");
    }

    private static Finding anyContext(Section section, Setting context) {
        return Ailment.ANY_CONTEXT.at(
                Spot.at(section, context),
                "context=* lets the caller choose",
                "calls from '"
                        + section.name()
                        + "' can go to every context, those that cost money included",
                "name the contexts they need, one line each");
    }
}
