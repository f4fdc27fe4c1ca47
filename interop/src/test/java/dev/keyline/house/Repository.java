package dev.keyline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// This repository as it lies on disk, whichever folder the tests were started in.
record Repository(Path root) {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".keyline", ".idea", ".vscode", ".jqwik-database");

    /// What holds octets instead of lines.
    private static final Set<String> NO_TEXT =
            Set.of(
                    "pcap", "wav", "gsm", "ulaw", "alaw", "sln", "sln16", "png", "der", "bin",
                    "jar");

    static Repository here() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            var above = folder.getParent();
            if (above == null) {
                throw new IllegalStateException("no ARCHITECTURE.md above " + Path.of("."));
            }
            folder = above;
        }
        return new Repository(folder);
    }

    /// The folders with a `pom.xml` of their own.
    List<Path> modules() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All Java files, main and test and examples.
    List<Path> javaFiles() {
        return files(file -> file.toString().endsWith(".java"));
    }

    /// The Java files that become part of the product.
    List<Path> mainJavaFiles() {
        return files(file -> file.toString().endsWith(".java") && isMain(file));
    }

    List<Path> documents() {
        return files(file -> file.toString().endsWith(".md"));
    }

    /// What builds and runs the product: POMs, scripts, settings of tools.
    List<Path> buildFiles() {
        return files(
                file -> {
                    var name = relative(file);
                    return name.endsWith("pom.xml")
                            || name.startsWith(".mvn/")
                            || name.startsWith(".ci/")
                            || name.equals("keyline")
                            || name.equals("check");
                });
    }

    /// Everything that holds lines.
    List<Path> texts() {
        return files(file -> !NO_TEXT.contains(ending(file)));
    }

    /// Whether a file becomes part of the product.
    boolean isMain(Path file) {
        return relative(file).contains("/src/main/java/");
    }

    /// How a message names a file: from the root, with slashes.
    String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// What a file says; octets that are no UTF-8 do not stop a search.
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(this::isOurs)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isOurs(Path file) {
        for (Path part : root.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static String ending(Path file) {
        var name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
