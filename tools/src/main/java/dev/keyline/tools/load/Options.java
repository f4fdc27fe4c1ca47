package dev.keyline.tools.load;

import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The options that count for one section: those of the command line first, then its own, then
/// those of `[general]`. What cannot be understood becomes a complaint, and nothing is run.
final class Options {
    private final Map<String, String> commandLine;
    private final List<Section> sections;
    private final List<String> complaints;

    /// @param sections the one that counts most first
    /// @param complaints is added to
    Options(Map<String, String> commandLine, List<Section> sections, List<String> complaints) {
        this.commandLine = commandLine;
        this.sections = sections;
        this.complaints = complaints;
    }

    Optional<Said> said(String name) {
        var option = Optional.ofNullable(commandLine.get(name)).map(it -> Said.option(name, it));
        return option.or(
                () ->
                        sections.stream()
                                .flatMap(section -> section.last(name).stream())
                                .findFirst()
                                .map(Said::setting));
    }

    String text(String name, String usual) {
        return said(name).map(Said::value).orElse(usual);
    }

    boolean truth(String name) {
        return value(name, false, Words::truth, "yes or no");
    }

    long duration(String name, long usual) {
        return value(name, usual, Quantities::duration, "a duration such as 20ms, 30s, 2m");
    }

    /// What the option says; what is usual where it says nothing, or nothing that can be
    /// understood.
    ///
    /// @param shape what would be understood, in words
    <T> T value(String name, T usual, Function<String, Optional<T>> parse, String shape) {
        var said = said(name);
        if (said.isEmpty()) {
            return usual;
        }
        var value = parse.apply(said.get().value());
        if (value.isEmpty()) {
            complain(said.get(), "'%s' is not %s".formatted(said.get().value(), shape));
        }
        return value.orElse(usual);
    }

    void complain(Said about, String why) {
        complaints.add(about.where() + ": " + why);
    }

    void complain(String why) {
        complaints.add(why);
    }
}
