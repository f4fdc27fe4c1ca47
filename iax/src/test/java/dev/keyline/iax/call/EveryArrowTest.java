package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.registration.RegistrationArrowsTest;
import dev.keyline.iax.transfer.TransferArrowsTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each arrow that [FiguresTest] draws has a test of its own, which says so by an [Arrow].
class EveryArrowTest {
    /// `From --> To: input / what is said`, or `- State: input / what is said`.
    private static final Pattern DRAWN =
            Pattern.compile("(?:    (\\w+) --> \\w+|- (\\w+)): ([^/]+?)(?: /.*)?");

    /// Figures whose states have different names, and their tests.
    record Figures(Set<String> titles, List<Class<?>> tests) {
        /// All arrows of these figures, as `state: input`.
        Set<String> drawn() {
            var arrows = new LinkedHashSet<String>();
            var title = "";
            for (var line : lines()) {
                title = line.startsWith("## ") ? line.substring(3) : title;
                var match = DRAWN.matcher(line);
                if (titles.contains(title) && match.matches()) {
                    var from = Optional.ofNullable(match.group(1)).orElse(match.group(2));
                    arrows.add(from + ": " + match.group(3));
                }
            }
            return arrows;
        }

        /// What the tests say they walk.
        List<String> walked() {
            return tests.stream()
                    .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(Arrow.class))
                    .flatMap(method -> Arrays.stream(method.getAnnotation(Arrow.class).value()))
                    .toList();
        }
    }

    private static Stream<String> meant(String arrow, Set<String> drawn) {
        return drawn.stream()
                .filter(
                        one ->
                                arrow.startsWith("*")
                                        ? one.endsWith(arrow.substring(1))
                                        : one.equals(arrow));
    }

    static List<Figures> figures() {
        return List.of(
                new Figures(
                        Set.of("A call"),
                        List.of(
                                ArrowsTest.class,
                                UnansweredArrowsTest.class,
                                DiallingArrowsTest.class)),
                new Figures(
                        Set.of("A registration of ours", "A registration that we take"),
                        List.of(RegistrationArrowsTest.class)),
                new Figures(
                        Set.of("An end of a transfer", "The middle of a transfer"),
                        List.of(TransferArrowsTest.class)));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("../docs/figures.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void noArrowIsWithoutATest(Figures figures) {
        var drawn = figures.drawn();
        assertThat(drawn).hasSizeGreaterThan(15);
        assertThat(figures.walked().stream().flatMap(arrow -> meant(arrow, drawn)).toList())
                .containsAll(drawn);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void noTestWalksWhatIsNotDrawn(Figures figures) {
        var drawn = figures.drawn();
        assertThat(figures.walked()).allMatch(arrow -> meant(arrow, drawn).count() > 0);
    }

    @Test
    void noFigureIsForgotten() {
        assertThat(figures().stream().flatMap(figures -> figures.titles().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        lines().stream()
                                .filter(line -> line.startsWith("## "))
                                .map(line -> line.substring(3))
                                .toList());
    }
}
