package dev.keyline.tools.page;

import dev.keyline.iax.trace.PeerEnd;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.FullFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The rungs of one ladder. Media is counted between the frames that say something, one row for
/// each direction.
final class Rows {
    private final PeerEnd caller;
    private final List<String> html = new ArrayList<>();
    private final Map<PeerEnd, Run> runs = new LinkedHashMap<>();

    Rows(PeerEnd caller) {
        this.caller = caller;
    }

    /// Media in one direction without anything between.
    private static final class Run {
        private final Told first;
        private Told last;
        private int count;
        private final Map<String, Integer> odd = new TreeMap<>();

        Run(Told first) {
            this.first = first;
            this.last = first;
        }

        void add(Told told) {
            last = told;
            count++;
            told.remarks().forEach(r -> odd.merge(r.split(" ", -1)[0], 1, Integer::sum));
        }

        String words() {
            double seconds = (last.nanos() - first.nanos()) / 1e9;
            var text = new StringBuilder();
            text.append(first.words().startsWith("encrypted") ? "encrypted " : "");
            text.append(first.media().orElse("media"));
            text.append(String.format(Locale.ROOT, ", %d frames, %.1f s", count, seconds));
            count("late", " late", text);
            count("after", " after a gap", text);
            count("overtaken", " overtaken", text);
            return text.toString();
        }

        private void count(String word, String words, StringBuilder text) {
            if (odd.containsKey(word)) {
                text.append(", ").append(odd.get(word)).append(words);
            }
        }

        boolean isOdd() {
            return !odd.isEmpty();
        }
    }

    void add(Told told) {
        if (told.media().isPresent()) {
            runs.computeIfAbsent(told.from(), _ -> new Run(told)).add(told);
            return;
        }
        flush();
        html.add(row(told));
    }

    int count() {
        return html.size();
    }

    String html() {
        flush();
        return String.join("\n", html);
    }

    private void flush() {
        runs.forEach((from, run) -> html.add(media(from, run)));
        runs.clear();
    }

    private String media(PeerEnd from, Run run) {
        return "<div class=\"row media %s%s\"><span class=\"time\">%s</span>%s</div>"
                .formatted(
                        way(from),
                        run.isOdd() ? " oddly" : "",
                        seconds(run.first),
                        lane(Html.span("label", run.words())));
    }

    private String row(Told told) {
        var label =
                Html.span("label", told.words())
                        + (told.remarks().isEmpty() ? "" : " " + Verdicts.badges(told.remarks()));
        var inside =
                told.frame().isPresent() && told.frame().get() instanceof FullFrame full
                        ? Letter.html(told, full)
                        : "<p>No full frame.</p>";
        return "<details class=\"row %s\"><summary><span class=\"time\">%s</span>%s</summary>%s</details>"
                .formatted(way(told.from()), seconds(told), lane(label), inside);
    }

    private String way(PeerEnd from) {
        return from.equals(caller) ? "right" : "left";
    }

    /// The words above, the arrow below; the lines of the two ends run through all rows.
    private static String lane(String label) {
        return "<span class=\"lane\"><span class=\"said\">"
                + label
                + "</span><svg aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">"
                + "<path class=\"shaft\" d=\"M0 5H100\"/></svg></span>";
    }

    private static String seconds(Told told) {
        return String.format(Locale.ROOT, "%.3f", told.nanos() / 1e9);
    }
}
