package dev.keyline.pbx.dialplan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When something applies: `hours,weekdays,days,months`, each a `*`, a value, a range or `&`-joined
/// ranges. Ranges may wrap: `22:00-06:00`, `fri-mon`, `dec-feb`.
public record Times(List<Span> hours, List<Span> weekdays, List<Span> days, List<Span> months) {
    public static final Times ALWAYS = new Times(List.of(), List.of(), List.of(), List.of());

    private static final List<String> WEEKDAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /// From and to, both included.
    public record Span(int from, int to) {
        boolean contains(int value) {
            return from <= to ? value >= from && value <= to : value >= from || value <= to;
        }
    }

    /// Reads the fields, separated by commas or bars; empty when one makes no sense.
    public static Optional<Times> parse(String text) {
        var fields = text.split("[,|]", -1);
        var hours = spans(field(fields, 0), Times::minute);
        var weekdays = spans(field(fields, 1), word -> named(word, WEEKDAYS));
        var days = spans(field(fields, 2), word -> number(word, 31));
        var months = spans(field(fields, 3), word -> named(word, MONTHS));
        return hours.flatMap(
                h ->
                        weekdays.flatMap(
                                w -> days.flatMap(d -> months.map(m -> new Times(h, w, d, m)))));
    }

    /// Whether this moment is within.
    public boolean include(LocalDateTime moment) {
        return fits(hours, moment.getHour() * 60 + moment.getMinute())
                && fits(weekdays, moment.getDayOfWeek().getValue())
                && fits(days, moment.getDayOfMonth())
                && fits(months, moment.getMonthValue());
    }

    private static boolean fits(List<Span> spans, int value) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.contains(value));
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index].strip() : "*";
    }

    private interface Value {
        Optional<Integer> of(String word);
    }

    private static Optional<List<Span>> spans(String field, Value value) {
        var spans = new java.util.ArrayList<Span>();
        if (field.equals("*") || field.isEmpty()) {
            return Optional.of(spans);
        }
        for (var range : field.split("&", -1)) {
            var ends = range.split("-", 2);
            var from = value.of(ends[0].strip());
            var to = ends.length == 1 ? from : value.of(ends[1].strip());
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            spans.add(new Span(from.get(), to.get()));
        }
        return Optional.of(spans);
    }

    private static Optional<Integer> minute(String word) {
        var parts = word.split(":", -1);
        return parts.length == 2 && parts[0].matches("\\d{1,2}") && parts[1].matches("\\d{1,2}")
                ? Optional.of(Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]))
                        .filter(m -> m < 1440)
                : Optional.empty();
    }

    private static Optional<Integer> named(String word, List<String> names) {
        int index = names.indexOf(word.toLowerCase(Locale.ROOT));
        return index >= 0 ? Optional.of(index + 1) : number(word, names.size());
    }

    private static Optional<Integer> number(String word, int highest) {
        return word.matches("\\d{1,2}")
                ? Optional.of(Integer.parseInt(word)).filter(n -> n >= 1 && n <= highest)
                : Optional.empty();
    }
}
