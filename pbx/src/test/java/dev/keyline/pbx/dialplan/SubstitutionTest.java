package dev.keyline.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
    private static final Variables VARIABLES =
            new Variables() {
                private final Map<String, String> values =
                        Map.of("EXTEN", "91234", "NAME", "EXTEN", "EMPTY", "");

                @Override
                public String value(String name) {
                    return values.getOrDefault(name, "");
                }

                @Override
                public String call(String function, String arguments) {
                    return function + "<" + arguments + ">";
                }
            };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${EXTEN}|91234",
                "${EXTEN:1}|1234",
                "${EXTEN:-3}|234",
                "${EXTEN:1:2}|12",
                "${EXTEN:0:-1}|9123",
                "${EXTEN:9}|''",
                "x${EXTEN}y|x91234y",
                "${${NAME}}|91234",
                "${LEN(${EXTEN})}|LEN<91234>",
                "${MISSING}|''",
                "$[1 + 2]|3",
                "$[${EXTEN} = 91234]|1",
                "$[${EMPTY} = 1]|0",
                "plain $ text|plain $ text",
                "${open|${open",
            })
    void substitutes(String text, String expected) {
        assertThat(Substitution.apply(text, VARIABLES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1 + 2 * 3#7",
                "(1 + 2) * 3#9",
                "7 / 2#3.5",
                "8 / 2#4",
                "7 % 4#3",
                "1 / 0#0",
                "-3 + 5#2",
                "10 > 9#1",
                "a < b#1",
                "010 = 10#1",
                "\"a b\" = \"a b\"#1",
                "1 & 0#0",
                "0 | 5#5",
                "! 1#0",
                "1 ? yes :: no#yes",
                "0 ? yes :: no#no",
                "1234 =~ \"2(.)\"#3",
                "1234 =~ \"23\"#2",
                "1234 : \"23\"#0",
                "1234 : \"12\"#2",
                "a ~~ b#ab",
                "a + 1#0",
                "(1#0",
            })
    void evaluates(String expression, String value) {
        assertThat(Expression.evaluate(expression)).isEqualTo(value);
    }

    @Property
    void sumsAndProductsAreJavas(@ForAll int a, @ForAll short b, @ForAll short c) {
        long expected = (long) a + (long) b * c;
        assertThat(Expression.evaluate(a + " + " + b + " * " + c))
                .isEqualTo(Long.toString(expected));
    }

    @Property
    void anyTextIsAnExpression(@ForAll String text) {
        assertThat(Expression.evaluate(text)).isNotNull();
        assertThat(Substitution.apply(text, VARIABLES)).isNotNull();
    }

    @Test
    void whatIsTooDeepComesToNothing() {
        assertThat(Expression.evaluate("(".repeat(2000) + "1" + ")".repeat(2000))).isEqualTo("0");
        assertThat(Expression.evaluate("!".repeat(5000) + "1")).isEqualTo("0");
        assertThat(Expression.evaluate("(".repeat(50) + "7" + ")".repeat(50))).isEqualTo("7");
        assertThat(Matching.find("ab".repeat(50_000), "(a|b)*", false)).isIn("", "0", "b");
    }

    @Test
    void aRunawayPatternIsStopped() {
        assertThat(Matching.find("a".repeat(40), "(a*)*b", false)).isIn("", "0");
    }
}
