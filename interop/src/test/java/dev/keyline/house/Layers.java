package dev.keyline.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who may lean on whom, as ARCHITECTURE.md has it.
///
/// Packages are named without `dev.keyline.`, in the order of the page.
record Layers(Map<String, List<String>> libraries, Map<String, Row> packages) {

    /// What a package may touch of the world outside.
    enum Touch {
        PURE,
        FILES,
        WORLD
    }

    record Row(String name, List<String> leansOn, Touch touches) {
        boolean mayLeanOn(String other) {
            return leansOn.stream().anyMatch(pattern -> covers(pattern, other));
        }
    }

    static Layers in(Path page) {
        var libraries = new LinkedHashMap<String, List<String>>();
        for (var row : Table.under("### Modules", page).rows()) {
            libraries.put(names(cell(row, "module")).getFirst(), names(cell(row, "libraries")));
        }
        var packages = new LinkedHashMap<String, Row>();
        for (var row : Table.under("### Packages", page).rows()) {
            var name = names(cell(row, "package")).getFirst();
            var touches = Touch.valueOf(cell(row, "touches").toUpperCase(Locale.ROOT));
            var added = new Row(name, names(cell(row, "may lean on")), touches);
            if (packages.put(name, added) != null) {
                throw new IllegalStateException("ARCHITECTURE.md has two rows for " + name);
            }
        }
        return new Layers(libraries, packages);
    }

    /// The entries that name something not above them.
    List<String> downwards() {
        var above = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var row : packages.values()) {
            for (var pattern : row.leansOn()) {
                if (above.stream().noneMatch(name -> covers(pattern, name))) {
                    wrong.add("`" + row.name() + "` leans on `" + pattern + "`, no row above it");
                }
            }
            above.add(row.name());
        }
        return wrong;
    }

    /// The row of the package a class lives in, if it is one of ours.
    Optional<Row> row(String className) {
        return shortPackage(className).map(packages::get);
    }

    /// The package of one of our classes without `dev.keyline.`; empty for anybody else's.
    static Optional<String> shortPackage(String className) {
        if (!className.startsWith("dev.keyline.")) {
            return Optional.empty();
        }
        var inner = className.substring("dev.keyline.".length());
        int dot = inner.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(inner.substring(0, dot));
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith(".*")
                ? (name + ".").startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }

    /// The names between backticks; a dash means none.
    private static List<String> names(String cell) {
        if (cell.equals("–")) {
            return List.of();
        }
        return Arrays.stream(cell.split(",")).map(name -> name.strip().replace("`", "")).toList();
    }

    private static String cell(Map<String, String> row, String column) {
        var cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("ARCHITECTURE.md: a table lacks the column " + column);
        }
        return cell;
    }
}
