package dev.keyline.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table of a Markdown page: one map from column to cell for each row.
record Table(List<Map<String, String>> rows) {

    /// The first table below a heading.
    static Table under(String heading, Path page) {
        var lines = Repository.lines(page);
        int at = lines.indexOf(heading);
        if (at < 0) {
            throw new IllegalStateException(page.getFileName() + " has no line " + heading);
        }
        var drawn =
                lines.stream()
                        .skip(at + 1L)
                        .dropWhile(line -> !line.startsWith("|"))
                        .takeWhile(line -> line.startsWith("|"))
                        .toList();
        return of(drawn);
    }

    /// All tables of a page whose first column bears this name, one below the other.
    static Table all(String firstColumn, Path page) {
        var rows = new ArrayList<Map<String, String>>();
        var drawn = new ArrayList<String>();
        for (String line : Repository.lines(page)) {
            if (line.startsWith("|")) {
                drawn.add(line);
            } else if (!drawn.isEmpty()) {
                rows.addAll(of(drawn).rows());
                drawn.clear();
            }
        }
        rows.removeIf(row -> !row.containsKey(firstColumn));
        return new Table(rows);
    }

    private static Table of(List<String> drawn) {
        var columns = cells(drawn.getFirst());
        var rows = new ArrayList<Map<String, String>>();
        for (String line : drawn.subList(2, drawn.size())) {
            var cells = cells(line);
            if (cells.size() != columns.size()) {
                throw new IllegalStateException("not " + columns.size() + " cells: " + line);
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return new Table(rows);
    }

    private static List<String> cells(String line) {
        var inner = line.strip().substring(1, line.strip().length() - 1);
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
    }
}
