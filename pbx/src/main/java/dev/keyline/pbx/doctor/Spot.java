package dev.keyline.pbx.doctor;

import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import java.util.List;

/// Where something is wrong, and whom it concerns.
///
/// @param place file and line; line 0 for a file as a whole
/// @param option the option or the key, as written
/// @param sections those of `iax.conf` whose calls feel it; none when all do
public record Spot(Place place, String option, List<String> sections) {
    public Spot {
        sections = List.copyOf(sections);
    }

    static Spot at(Section section, Setting setting) {
        return new Spot(setting.place(), setting.name(), List.of(section.name()));
    }

    static Spot at(Section section) {
        return new Spot(section.place(), "[" + section.name() + "]", List.of(section.name()));
    }

    static Spot at(Setting setting) {
        return new Spot(setting.place(), setting.name(), List.of());
    }

    static Spot file(String file) {
        return new Spot(new Place(file, 0), "", List.of());
    }

    /// `iax.conf:12`, or the file alone.
    public String where() {
        return place.line() == 0 ? place.file() : place.toString();
    }
}
