package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.KeyType;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.line.Lines;
import dev.keyline.pbx.line.RegisterLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds every place where a key is named.
final class KeyUses {
    private KeyUses() {}

    static List<KeyUse> of(List<Section> sections, Lines lines, Dialplan plan) {
        var uses = new ArrayList<KeyUse>();
        for (var section : sections) {
            checking(section).forEach(uses::add);
            signing(section).ifPresent(uses::add);
        }
        lines.general().registrations().forEach(line -> registering(line).ifPresent(uses::add));
        DialTarget.all(plan).forEach(target -> dialling(target).ifPresent(uses::add));
        return List.copyOf(uses);
    }

    private static Stream<KeyUse> checking(Section section) {
        if (!Chart.isProven(section)) {
            return Stream.of();
        }
        return Chart.inkeys(section).stream()
                .map(
                        name ->
                                new KeyUse(
                                        name,
                                        KeyType.PUBLIC,
                                        Spot.at(section, section.last("inkeys").orElseThrow()),
                                        Ailment.INKEY_MISSING,
                                        Chart.logins(section)
                                                + " signed with key '"
                                                + name
                                                + "' will be refused"));
    }

    private static Optional<KeyUse> signing(Section section) {
        return section.last("outkey")
                .filter(outkey -> Chart.isPeer(section) && !outkey.value().isEmpty())
                .map(
                        outkey ->
                                new KeyUse(
                                        outkey.value(),
                                        KeyType.PRIVATE,
                                        Spot.at(section, outkey),
                                        Ailment.OUTKEY_MISSING,
                                        "calls to '"
                                                + section.name()
                                                + "' will fail, because nothing can be signed"));
    }

    private static Optional<KeyUse> registering(RegisterLine line) {
        return line.key()
                .map(
                        key ->
                                new KeyUse(
                                        key,
                                        KeyType.PRIVATE,
                                        new Spot(line.place(), "register", List.of()),
                                        Ailment.REGISTER_KEY_MISSING,
                                        "the registration as '"
                                                + line.username()
                                                + "' at "
                                                + line.host()
                                                + " will fail, and calls for us will not find us"));
    }

    private static Optional<KeyUse> dialling(DialTarget target) {
        return target.wish()
                .key()
                .over(Optional.empty())
                .filter(key -> DialTarget.isFixed(key))
                .map(
                        key ->
                                new KeyUse(
                                        key,
                                        KeyType.PRIVATE,
                                        target.spot(),
                                        Ailment.DIAL_KEY_MISSING,
                                        "calls to "
                                                + target.extension()
                                                + " of ["
                                                + target.context()
                                                + "] will go nowhere"));
    }
}
