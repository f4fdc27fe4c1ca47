package dev.keyline.pbx.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where ours is another answer on purpose: a table of findings, the reason, and the parts in which
/// they are found.
record Differences(List<Difference> all) {
    private static final Path TABLE = Path.of("src/test/resources/replay/differences.txt");

    /// @param findings as a replay says them, exactly
    /// @param parts `recording/party`
    record Difference(List<String> findings, List<String> parts, String reason) {}

    static Differences read() {
        try {
            return new Differences(
                    Pattern.compile("\n\n+")
                            .splitAsStream(Files.readString(TABLE))
                            .filter(entry -> entry.startsWith("= "))
                            .map(Differences::difference)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Difference difference(String entry) {
        var parts = lines(entry, "@ ").stream().flatMap(line -> Stream.of(line.split(" +")));
        var reason = entry.lines().filter(line -> !line.matches("[=@] .*"));
        return new Difference(
                lines(entry, "= "), parts.toList(), reason.collect(Collectors.joining("\n")));
    }

    private static List<String> lines(String entry, String mark) {
        return entry.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    Set<String> of(Part part) {
        return all.stream()
                .filter(difference -> difference.parts().contains(part.toString()))
                .flatMap(difference -> difference.findings().stream())
                .collect(Collectors.toSet());
    }
}
