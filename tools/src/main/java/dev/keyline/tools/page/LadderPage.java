package dev.keyline.tools.page;

import dev.keyline.iax.trace.Told;
import dev.keyline.tools.capture.Exchanges;
import dev.keyline.tools.capture.Matter;
import dev.keyline.tools.text.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The page of a capture: a list of its calls and registrations, and a ladder for each.
///
/// Not thread-safe.
public final class LadderPage {
    /// Rows of all ladders together; a browser takes long over more.
    static final int MOST_ROWS = 20_000;

    private final String title;
    private final Exchanges exchanges;
    private final Map<Matter, Rows> ladders = new LinkedHashMap<>();
    private int frames;
    private int rows;
    private int loose;
    private int left;

    /// An empty page.
    ///
    /// @param title what it is about, such as the name of a file
    /// @param exchanges gathers the lines into calls
    public LadderPage(String title, Exchanges exchanges) {
        this.title = title;
        this.exchanges = exchanges;
    }

    /// Takes the next line of the story.
    public void add(Told told) {
        frames++;
        var matter = exchanges.hear(told);
        if (matter.isEmpty()) {
            loose++;
        } else if (rows >= MOST_ROWS) {
            left++;
        } else {
            var ladder = ladders.computeIfAbsent(matter.get(), m -> new Rows(m.first().from()));
            int before = ladder.count();
            ladder.add(told);
            rows += ladder.count() - before;
        }
    }

    /// The whole page.
    public String html() {
        var contents = new StringBuilder();
        var sections = new StringBuilder();
        int number = 0;
        for (var ladder : ladders.entrySet()) {
            number++;
            contents.append(entry(number, ladder.getKey()));
            sections.append(section(number, ladder.getKey(), ladder.getValue()));
        }
        return Template.fill(
                LadderPage.class,
                "ladder.html",
                Map.of(
                        "TITLE", Html.text(title),
                        "COUNTS", Html.text(counts()),
                        "CONTENTS", contents.toString(),
                        "SECTIONS", sections.toString()));
    }

    private String counts() {
        var text = new StringBuilder();
        text.append(count(frames, "frame")).append(", ");
        text.append(count(ladders.size(), "call or registration", "calls and registrations"));
        if (loose > 0) {
            text.append("; ").append(loose).append(" frames belong to none or to many");
        }
        if (left > 0) {
            text.append("; ")
                    .append(left)
                    .append(" frames are left out, because a page holds ")
                    .append(MOST_ROWS)
                    .append(" rows: cut the capture with editcap");
        }
        return text + ".";
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String entry(int number, Matter matter) {
        return "<li><span class=\"when\">%s</span> <a href=\"#m%d\">%s</a> %s</li>\n"
                .formatted(
                        seconds(matter.first()),
                        number,
                        Html.text(matter.wish()),
                        outcome(matter.facts()));
    }

    /// How it went, in a word.
    private static String outcome(Map<String, String> facts) {
        var proof = Optional.ofNullable(facts.get("proof")).orElse("");
        var badges = new StringBuilder();
        if (!proof.isEmpty()) {
            var words = proof.replaceAll("^\\S+ at [\\d.]+ s +", "").replaceAll(" \\(SHA256.*", "");
            badges.append(Html.span("badge " + Verdicts.kind("signed by " + words), words));
        }
        var refused = facts.containsKey("refused");
        badges.append(' ')
                .append(
                        Html.span(
                                "badge " + (refused ? "bad" : "plain"),
                                refused ? "refused" : end(facts)));
        return badges.toString();
    }

    private static String end(Map<String, String> facts) {
        for (var word : List.of("answered", "accepted", "unknown", "busy", "hung up")) {
            if (facts.containsKey(word)) {
                return word;
            }
        }
        return "open";
    }

    private static String section(int number, Matter matter, Rows rows) {
        var facts = new StringBuilder();
        matter.facts()
                .forEach(
                        (name, words) ->
                                facts.append("<dt>")
                                        .append(Html.text(name))
                                        .append("</dt><dd>")
                                        .append(Html.text(words.isEmpty() ? "yes" : words))
                                        .append("</dd>"));
        return """
                <section id="m%d" aria-labelledby="h%d">
                <h2 id="h%d">%s</h2>
                <dl>%s</dl>
                <div class="ladder">
                <div class="ends"><span>%s</span><span>%s</span></div>
                %s
                </div>
                </section>
                """
                .formatted(
                        number,
                        number,
                        number,
                        Html.text(matter.wish()),
                        facts,
                        Html.text(matter.first().from().toString()),
                        Html.text(matter.first().to().toString()),
                        rows.html());
    }

    private static String seconds(Told told) {
        return String.format(Locale.ROOT, "%.3f s", told.nanos() / 1e9);
    }
}
