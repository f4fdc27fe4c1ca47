package dev.keyline.pbx.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one configuration file and what it includes.
public final class ConfReader {
    /// Includes within includes; Asterisk's limit.
    private static final int MAX_DEPTH = 10;

    /// Characters in a line; longer ones are left out, as in Asterisk.
    private static final int MAX_LINE = 8190;

    private final Texts texts;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Draft current;

    private static final class Draft {
        private final Heading heading;
        private final Place place;
        private final List<Setting> settings = new ArrayList<>();

        Draft(Heading heading, Place place) {
            this.heading = heading;
            this.place = place;
        }
    }

    /// The whole file is to be refused; the problem was noted.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    private ConfReader(Texts texts) {
        this.texts = texts;
    }

    /// Reads the file of this name.
    public static Conf read(String name, Texts texts) {
        var reader = new ConfReader(texts);
        var found = texts.named(name);
        if (found.isEmpty()) {
            return new Conf.Unusable(
                    List.of(Problem.error(new Place(name, 0), "there is no such file")));
        }
        try {
            reader.readText(found.getFirst(), 0);
            return new Conf.Usable(reader.sections(), reader.problems);
        } catch (Refused _) {
            return new Conf.Unusable(reader.problems);
        }
    }

    private List<Section> sections() {
        return drafts.stream()
                .filter(draft -> !draft.heading.template())
                .map(draft -> new Section(draft.heading.name(), false, draft.settings, draft.place))
                .toList();
    }

    private void readText(Texts.Text text, int depth) throws Refused {
        var comments = new Uncommented();
        int number = 0;
        var content =
                text.content().startsWith("\uFEFF") ? text.content().substring(1) : text.content();
        for (var raw : content.split("\\R", -1)) {
            var place = new Place(text.name(), ++number);
            if (raw.length() > MAX_LINE) {
                problems.add(
                        Problem.warning(
                                place, "longer than " + MAX_LINE + " characters and left out"));
                continue;
            }
            var line = comments.strip(raw);
            if (!line.isEmpty()) {
                readLine(line, place, depth);
            }
        }
        if (comments.isInside()) {
            problems.add(
                    Problem.warning(
                            new Place(text.name(), number),
                            "a comment opened by ';--' is not closed by '--;'"));
        }
    }

    private void readLine(String line, Place place, int depth) throws Refused {
        switch (line.charAt(0)) {
            case '[' -> open(line, place);
            case '#' -> direct(line, place, depth);
            default -> set(line.startsWith("\\") ? line.substring(1) : line, place);
        }
    }

    private void open(String line, Place place) throws Refused {
        var heading = Heading.parse(line);
        if (heading.isEmpty()) {
            throw refuse(place, "the bracket of a section does not close");
        }
        current =
                heading.get().addition()
                        ? existing(heading.get(), place)
                        : started(heading.get(), place);
        for (var base : heading.get().bases()) {
            current.settings.addAll(inherited(base, place));
        }
    }

    private Draft started(Heading heading, Place place) {
        var draft = new Draft(heading, place);
        drafts.add(draft);
        return draft;
    }

    private Draft existing(Heading heading, Place place) throws Refused {
        var found = named(heading.name());
        if (found.isEmpty()) {
            throw refuse(
                    place,
                    "[" + heading.name() + "](+) adds to a section that does not stand above");
        }
        return found.get();
    }

    private List<Setting> inherited(String base, Place place) throws Refused {
        var found =
                drafts.stream()
                        .filter(
                                draft ->
                                        draft != current
                                                && draft.heading.name().equalsIgnoreCase(base))
                        .findFirst();
        if (found.isEmpty()) {
            throw refuse(place, "inherits from '" + base + "', which does not stand above");
        }
        return List.copyOf(found.get().settings);
    }

    private Optional<Draft> named(String name) {
        return drafts.stream()
                .filter(draft -> draft.heading.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private void direct(String line, Place place, int depth) throws Refused {
        var words = line.substring(1).strip().split("\\s+", 2);
        var argument = words.length < 2 ? "" : unquoted(words[1].strip());
        switch (words[0]) {
            case "include" -> include(argument, place, depth, true);
            case "tryinclude" -> include(argument, place, depth, false);
            case "exec" ->
                    problems.add(
                            Problem.warning(
                                    place,
                                    "#exec is not run: a configuration file may not start"
                                            + " programs; use #include"));
            default ->
                    problems.add(
                            Problem.warning(
                                    place, "unknown directive #" + words[0] + ", left out"));
        }
    }

    private void include(String name, Place place, int depth, boolean needed) throws Refused {
        if (name.isEmpty()) {
            problems.add(Problem.warning(place, "#include without a file name, left out"));
            return;
        }
        if (depth >= MAX_DEPTH) {
            throw refuse(
                    place,
                    "includes are nested deeper than "
                            + MAX_DEPTH
                            + "; does a file include itself?");
        }
        var found = texts.named(name);
        if (found.isEmpty() && needed) {
            throw refuse(
                    place,
                    "#include " + name + ": there is no such file (#tryinclude would not mind)");
        }
        for (var text : found) {
            readText(text, depth + 1);
        }
    }

    private static String unquoted(String argument) {
        boolean quoted = isBetween(argument, "\"", "\"") || isBetween(argument, "<", ">");
        return quoted ? argument.substring(1, argument.length() - 1) : argument;
    }

    private static boolean isBetween(String text, String opening, String closing) {
        return text.length() >= 2 && text.startsWith(opening) && text.endsWith(closing);
    }

    private void set(String line, Place place) throws Refused {
        int equals = line.indexOf('=');
        if (equals < 0) {
            problems.add(Problem.warning(place, "no '=' in this line, left out"));
            return;
        }
        boolean appends = equals > 0 && line.charAt(equals - 1) == '+';
        var name = line.substring(0, appends ? equals - 1 : equals).strip();
        if (name.isEmpty()) {
            problems.add(Problem.warning(place, "no name before '=', left out"));
            return;
        }
        if (current == null) {
            throw refuse(place, "'" + name + "' stands before any section");
        }
        var value = line.substring(line.startsWith("=>", equals) ? equals + 2 : equals + 1);
        put(
                current.settings,
                new Setting(name, appends ? value.stripTrailing() : value.strip(), place),
                appends);
    }

    private static void put(List<Setting> settings, Setting setting, boolean appends) {
        for (int i = settings.size() - 1; appends && i >= 0; i--) {
            if (settings.get(i).name().equals(setting.name())) {
                settings.set(i, settings.get(i).appended(setting.value()));
                return;
            }
        }
        settings.add(
                appends
                        ? new Setting(setting.name(), setting.value().strip(), setting.place())
                        : setting);
    }

    private Refused refuse(Place place, String text) {
        problems.add(Problem.error(place, text + "; the whole file is left out"));
        return new Refused();
    }
}
