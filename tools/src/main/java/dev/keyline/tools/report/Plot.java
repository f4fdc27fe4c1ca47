package dev.keyline.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A picture as SVG that takes its colours from the page around it.
final class Plot {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 190;
    private static final double LEFT = 42;
    private static final double RIGHT = 8;
    private static final double TOP = 10;
    private static final double BOTTOM = 24;
    private static final double X_UNIT = WIDTH - LEFT - RIGHT;
    private static final double Y_UNIT = HEIGHT - TOP - BOTTOM;

    private final String title;
    private final StringBuilder marks = new StringBuilder();
    private final StringBuilder legend = new StringBuilder();

    /// One line of a plot over time.
    ///
    /// @param name for the legend
    record Series(String name, ToDoubleFunction<Moment> value) {
        double most(List<Moment> moments) {
            return moments.stream().mapToDouble(value).filter(Double::isFinite).max().orElse(0);
        }
    }

    private Plot(String title) {
        this.title = title;
    }

    /// Lines over time.
    static String over(List<Moment> moments, String title, Series... series) {
        var plot = new Plot(title);
        var x = Axis.upTo(moments.isEmpty() ? 1 : moments.getLast().second());
        var y = Axis.upTo(most(moments, series));
        plot.axes(x, y, "s");
        for (int i = 0; i < series.length; i++) {
            plot.line(moments, x, y, series[i], i + 1);
        }
        return plot.figure();
    }

    private static double most(List<Moment> moments, Series... series) {
        double most = 0;
        for (var one : series) {
            most = Math.max(most, one.most(moments));
        }
        return most == 0 ? 1 : most;
    }

    private void line(List<Moment> moments, Axis x, Axis y, Series series, int colour) {
        var points = new ArrayList<String>();
        for (var moment : moments) {
            double value = series.value().applyAsDouble(moment);
            if (Double.isFinite(value)) {
                points.add(point(x.of(moment.second()), y.of(value)));
            }
        }
        if (points.isEmpty()) {
            return;
        }
        points.add(points.getLast()); // a single point becomes a dot
        marks.append("<polyline class=\"s%d\" points=\"".formatted(colour))
                .append(String.join(" ", points))
                .append("\"/>");
        if (!series.name().isEmpty()) {
            legend.append("<span class=\"k%d\">%s</span> ".formatted(colour, series.name()));
        }
    }

    private static String point(double x, double y) {
        return format("%.1f,%.1f", LEFT + x * X_UNIT, TOP + (1 - y) * Y_UNIT);
    }

    /// Columns side by side.
    static String columns(String title, List<Column> columns) {
        var plot = new Plot(title);
        var y =
                Axis.upTo(
                        Math.max(1, columns.stream().mapToDouble(Column::height).max().orElse(1)));
        plot.lines(y);
        double width = X_UNIT / Math.max(1, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            plot.column(columns.get(i), LEFT + i * width, width, y);
        }
        return plot.figure();
    }

    /// @param label under it, possibly empty
    /// @param words said when somebody points at it
    record Column(String label, double height, String words) {}

    private void column(Column column, double at, double width, Axis y) {
        double height = y.of(column.height()) * Y_UNIT;
        if (column.height() > 0) {
            marks.append(
                    format(
                            "<rect class=\"b\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                                    + "<title>%s</title></rect>",
                            at + width * 0.08,
                            TOP + Y_UNIT - Math.max(1, height),
                            width * 0.84,
                            Math.max(1, height),
                            column.words()));
        }
        text(at, HEIGHT - 8, "start", column.label());
    }

    private void axes(Axis x, Axis y, String unit) {
        lines(y);
        for (double value : x.lines()) {
            boolean last = value > x.top() - x.step() / 2;
            text(
                    LEFT + x.of(value) * X_UNIT,
                    HEIGHT - 8,
                    last ? "end" : "middle",
                    Axis.label(value) + (last ? " " + unit : ""));
        }
    }

    private void lines(Axis y) {
        for (double value : y.lines()) {
            double at = TOP + (1 - y.of(value)) * Y_UNIT;
            marks.append(
                    format(
                            "<line class=\"g\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                            LEFT, WIDTH - RIGHT, at, at));
            text(LEFT - 5, at + 4, "end", Axis.label(value));
        }
    }

    private void text(double x, double y, String anchor, String words) {
        if (!words.isEmpty()) {
            marks.append(
                    format(
                            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                            x, y, anchor, words));
        }
    }

    private String figure() {
        return """
        <figure>
        <figcaption>%s</figcaption>
        <svg viewBox="0 0 %.0f %.0f" role="img" aria-label="%s">%s</svg>
        <p class="legend">%s</p>
        </figure>
        """
                .formatted(title, WIDTH, HEIGHT, title, marks, legend);
    }

    @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a library
    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
