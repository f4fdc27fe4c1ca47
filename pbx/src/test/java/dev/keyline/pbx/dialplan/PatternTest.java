package dev.keyline.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.pbx.dialplan.Pattern.Fit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
    @ParameterizedTest
    @CsvSource({
        "100, 100, EXACTLY",
        "100, 10, PARTLY",
        "100, 1000, NONE",
        "1-0-0, 100, EXACTLY",
        "100, 1-00, EXACTLY",
        "_1XX, 123, EXACTLY",
        "_1xx, 123, EXACTLY",
        "_1XX, 12, PARTLY",
        "_1XX, 12*, NONE",
        "_ZXX, 012, NONE",
        "_NXX, 112, NONE",
        "_[13-5]X, 42, EXACTLY",
        "_[13-5]X, 22, NONE",
        "_9., 9, PARTLY",
        "_9., 91, ALREADY",
        "_9!, 9, EXACTLY",
        "_9!, 912, EXACTLY",
        "_X., 600, ALREADY",
        "s, s, EXACTLY",
        "_[n]X, n1, EXACTLY",
        "_[n]X, 21, NONE",
    })
    void fits(String pattern, String dialled, Fit fit) {
        assertThat(Pattern.parse(pattern).orElseThrow().fit(dialled)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"_[12", "_[]", "_"})
    void badPatterns(String text) {
        assertThat(Pattern.parse(text)).isEmpty();
    }

    @Test
    void asteriskOrder() {
        var order =
                List.of(
                        "100", "200", "_1[23]X", "_1NX", "_1ZX", "_1XX", "_1X", "_1.", "_1!",
                        "_NXX", "_XXX", "_X.", "_.", "_!");
        var sorted =
                Stream.of(
                                "_!", "_X.", "_1.", "_XXX", "200", "_1ZX", "_NXX", "_.", "_1[23]X",
                                "_1X", "100", "_1!", "_1NX", "_1XX")
                        .map(text -> Pattern.parse(text).orElseThrow())
                        .sorted()
                        .map(Pattern::toString)
                        .toList();
        assertThat(sorted).isEqualTo(order);
    }

    @Property
    void patternsOfSetsMatchLikeRegularExpressions(
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = '0', to = '9') String dialled,
            @ForAll List<@net.jqwik.api.constraints.IntRange(max = 4) Integer> shape) {
        var elements = List.of("X", "Z", "N", "[2-4]", "5");
        var regex = List.of("[0-9]", "[1-9]", "[2-9]", "[2-4]", "5");
        var pattern = new StringBuilder("_");
        var expected = new StringBuilder();
        for (int index : shape.isEmpty() ? List.of(0) : shape) {
            pattern.append(elements.get(index));
            expected.append(regex.get(index));
        }
        assertThat(Pattern.parse(pattern.toString()).orElseThrow().matches(dialled))
                .isEqualTo(dialled.matches(expected.toString()));
    }

    @Property
    void anyTextIsAPatternOrNone(@ForAll String text) {
        Pattern.parse(text).ifPresent(pattern -> assertThat(pattern.fit("123")).isNotNull());
    }
}
