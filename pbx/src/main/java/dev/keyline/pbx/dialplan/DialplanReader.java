package dev.keyline.pbx.dialplan;

import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a [Dialplan] of `extensions.conf`.
public final class DialplanReader {
    private static final List<String> KEYWORDS =
            List.of(
                    "exten",
                    "same",
                    "include",
                    "ignorepat",
                    "switch",
                    "lswitch",
                    "eswitch",
                    "autohints");

    private final List<Problem> problems;
    private final Map<String, ContextDraft> drafts = new LinkedHashMap<>();
    private final Map<String, String> globals = new LinkedHashMap<>();
    private boolean autofallthrough = true;

    private DialplanReader(List<Problem> problems) {
        this.problems = problems;
    }

    /// Reads all sections; every oddity is added to `problems`, and nothing else is stopped by it.
    public static Dialplan read(Conf.Usable conf, List<Problem> problems) {
        var reader = new DialplanReader(problems);
        conf.sections().forEach(reader::readSection);
        var contexts = new LinkedHashMap<String, Context>();
        reader.drafts.forEach((name, draft) -> contexts.put(name, draft.finished()));
        reader.checkIncludes(contexts);
        return new Dialplan(contexts, reader.globals, reader.autofallthrough);
    }

    private void readSection(Section section) {
        switch (section.name()) {
            case "general" ->
                    section.last("autofallthrough")
                            .flatMap(s -> Words.truth(s.value()))
                            .ifPresent(truth -> autofallthrough = truth);
            case "globals" -> section.settings().forEach(s -> globals.put(s.name(), s.value()));
            default -> {
                var draft =
                        drafts.computeIfAbsent(
                                section.name(), name -> new ContextDraft(name, problems));
                section.settings().forEach(setting -> readLine(draft, setting));
            }
        }
    }

    private void readLine(ContextDraft draft, Setting setting) {
        var value = setting.value();
        switch (setting.name()) {
            case "exten" -> draft.exten(value, setting.place());
            case "same" -> draft.same(value, setting.place());
            case "include" -> draft.include(value, setting.place());
            case "ignorepat" -> draft.ignore(value);
            case "switch", "lswitch" -> draft.remote(value, false, setting.place());
            case "eswitch" -> draft.remote(value, true, setting.place());
            case "autohints" -> {}
            default ->
                    problems.add(
                            Problem.warning(
                                    setting.place(),
                                    "'"
                                            + setting.name()
                                            + "' means nothing here"
                                            + Words.nearest(setting.name(), KEYWORDS)
                                                    .map(w -> ", did you mean '" + w + "'?")
                                                    .orElse("")
                                            + "; line left out"));
        }
    }

    private void checkIncludes(Map<String, Context> contexts) {
        for (var context : contexts.values()) {
            for (var include : context.includes()) {
                if (!contexts.containsKey(include.context())) {
                    problems.add(
                            Problem.warning(
                                    include.place(),
                                    "include of '"
                                            + include.context()
                                            + "', which is no context"
                                            + Words.nearest(include.context(), contexts.keySet())
                                                    .map(w -> "; did you mean '" + w + "'?")
                                                    .orElse("")));
                }
            }
        }
    }
}
