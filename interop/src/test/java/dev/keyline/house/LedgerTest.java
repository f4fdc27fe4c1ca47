package dev.keyline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.house.Sources.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/rfc5456.md`, `docs/rsa-matrix.md`, `docs/traps.md` and `docs/security.md` say nothing that
/// is not so: what they give as evidence exists.
class LedgerTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final List<Map<String, String>> ROWS =
            Stream.of("docs/rfc5456.md", "docs/rsa-matrix.md", "docs/traps.md", "docs/security.md")
                    .flatMap(
                            page ->
                                    Table.all("id", REPOSITORY.root().resolve(page))
                                            .rows()
                                            .stream())
                    .toList();

    @Test
    void everyIdIsGivenOnce() {
        assertThat(ROWS).hasSizeGreaterThan(50);
        assertThat(ROWS).extracting(row -> row.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void everyStatusIsOneOfFive() {
        assertThat(ROWS)
                .extracting(row -> row.get("status"))
                .isSubsetOf("done", "partly", "untested", "open", "declined");
    }

    @Test
    void whatIsDoneHasEvidence() {
        assertThat(rows("done", "partly").filter(row -> evidence(row).isEmpty()))
                .as("rows that claim to be done and name no test")
                .isEmpty();
    }

    @Test
    void whatIsNotDoneHasNone() {
        assertThat(rows("open", "untested").filter(row -> !evidence(row).isEmpty()))
                .as("rows that name a test and do not claim to be done")
                .isEmpty();
    }

    @Test
    void allEvidenceExists() {
        var known = Stream.concat(tests(), captures()).collect(Collectors.toSet());
        var missing =
                ROWS.stream()
                        .flatMap(
                                row ->
                                        evidence(row).stream()
                                                .map(name -> cell(row, "id") + ": " + name))
                        .filter(named -> !known.contains(named.substring(named.indexOf(' ') + 1)));
        assertThat(missing).as("tests and captures that do not exist").isEmpty();
    }

    private static Stream<Map<String, String>> rows(String... statuses) {
        return ROWS.stream().filter(row -> Set.of(statuses).contains(cell(row, "status")));
    }

    /// The methods of all test classes, as `Class#method`.
    private static Stream<String> tests() {
        var files =
                REPOSITORY.javaFiles().stream()
                        .filter(file -> REPOSITORY.relative(file).contains("/src/test/java/"))
                        .toList();
        return Sources.parse(files).methods().stream().map(LedgerTest::told);
    }

    private static String told(Spot method) {
        var file = String.valueOf(method.file().getFileName());
        return file.substring(0, file.length() - ".java".length()) + "#" + method.name();
    }

    /// The names of all captures, as `name.pcap`.
    private static Stream<String> captures() {
        return REPOSITORY.modules().stream()
                .map(module -> module.resolve("src/test/resources/captures"))
                .filter(Files::isDirectory)
                .flatMap(LedgerTest::names);
    }

    private static Stream<String> names(Path folder) {
        var names = folder.toFile().list();
        return names == null ? Stream.of() : Arrays.stream(names);
    }

    private static List<String> evidence(Map<String, String> row) {
        var cell = cell(row, "evidence");
        if (cell.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(cell.split(",")).map(name -> name.strip().replace("`", "")).toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
