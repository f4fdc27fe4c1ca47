package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.line.Lines;
import dev.keyline.pbx.line.LinesReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All that is known of a configuration that could be read: as it was written, and as it was
/// understood.
///
/// @param sections those of users and peers, as written
record Chart(
        Section general,
        List<Section> sections,
        Lines lines,
        Dialplan plan,
        KeyRing ring,
        List<KeyUse> uses,
        Surroundings around) {

    static Chart of(
            Conf.Usable iax, Lines lines, Dialplan plan, KeyRing ring, Surroundings around) {
        var sections = LinesReader.sections(iax);
        var general =
                iax.section("general")
                        .orElseGet(
                                () ->
                                        new Section(
                                                "general",
                                                false,
                                                List.of(),
                                                new Place("iax.conf", 0)));
        return new Chart(
                general, sections, lines, plan, ring, KeyUses.of(sections, lines, plan), around);
    }

    static String type(Section section) {
        return section.last("type").map(t -> t.value().toLowerCase(Locale.ROOT)).orElse("");
    }

    /// Whether somebody may call us by it.
    static boolean isUser(Section section) {
        return Set.of("user", "friend").contains(type(section));
    }

    /// Whether it can be called.
    static boolean isPeer(Section section) {
        return Set.of("peer", "friend").contains(type(section));
    }

    /// Whether it registers with us.
    static boolean isDynamic(Section section) {
        return isPeer(section)
                && section.last("host")
                        .filter(host -> host.value().equalsIgnoreCase("dynamic"))
                        .isPresent();
    }

    /// Whether somebody has to prove that it is theirs.
    static boolean isProven(Section section) {
        return isUser(section) || isDynamic(section);
    }

    /// What `calls from 'alice'` are called: those of a peer are registrations.
    static String logins(Section section) {
        var name = " '" + section.name() + "'";
        if (!isUser(section)) {
            return "registrations of" + name;
        }
        return isDynamic(section) ? "calls and registrations of" + name : "calls from" + name;
    }

    /// What a section says, or `[general]` where it says nothing.
    Optional<Setting> inherited(Section section, String option) {
        return section.last(option).or(() -> general.last(option));
    }

    /// The names in `inkeys=`, without empty ones.
    static List<String> inkeys(Section section) {
        return section.last("inkeys").map(keys -> names(keys.value())).orElse(List.of());
    }

    private static List<String> names(String inkeys) {
        return Arrays.stream(inkeys.split(":", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// The secrets of one line, without empty ones. Never to be shown.
    static List<String> secrets(Setting secret) {
        return Arrays.stream(secret.value().split(";", -1)).filter(t -> !t.isEmpty()).toList();
    }

    static boolean hasSecret(Section section) {
        return section.all("secret").stream().anyMatch(line -> !secrets(line).isEmpty());
    }
}
