package dev.keyline.pbx.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private static final Surroundings HERE =
            new Surroundings() {
                @Override
                public String variable(String name) {
                    return Map.of("DEVICE", "IAX2-west-7", "COUNT", "9").getOrDefault(name, "");
                }

                @Override
                public Instant moment() {
                    return Instant.parse("2026-01-02T03:04:06Z");
                }

                @Override
                public ZoneId zone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public RandomGenerator chance() {
                    return new SplittableRandom(1);
                }
            };

    @ParameterizedTest(name = "{0}({1})")
    @CsvSource(
            delimiter = ';',
            value = {
                "LEN;hello;5",
                "LEN;a,b;3",
                "TOUPPER;abc;ABC",
                "TOLOWER;ABC;abc",
                "FILTER;0-9,+49(30)-1;49301",
                "FILTER;a-c1,abcd123;abc1",
                "CUT;DEVICE,-,2;west",
                "CUT;DEVICE,-,2-;west-7",
                "CUT;DEVICE,-,1&3;IAX2-7",
                "FIELDQTY;DEVICE,-;3",
                "ISNULL;;1",
                "EXISTS;x;1",
                "IF;1?yes:no;yes",
                "IF;0?yes:no;no",
                "IF;0?yes;''",
                "IFTIME;03:00-04:00,fri,*,*?in:out;in",
                "IFTIME;05:00-06:00,*,*,*?in:out;out",
                "MATH;1+2,i;3",
                "MATH;7/2;3.500000",
                "MATH;7/2,i;3",
                "MATH;2**8,i;256",
                "MATH;3>2;TRUE",
                "MATH;9**999;''",
                "MATH;6 AND 3,i;2",
                "INC;COUNT;10",
                "DEC;COUNT;8",
                "REGEX;\"^1[0-9]\" 123;1",
                "REGEX;\"^2\" 123;0",
                "REGEX;\"^[0-9 ]+$\" 12 34;1",
                "MD5;123456789mysecret;aba26d296bb0ae595d7c90fb8e38e67e",
                "URIENCODE;a b/c;a%20b%2Fc",
                "URIDECODE;a%20b;a b",
                "QUOTE;ab;\"ab\"",
                "SORT;a:3,b:1,c:2;b,c,a",
                "STRFTIME;,,%Y-%m-%d %H:%M:%S;2026-01-02 03:04:06",
                "STRFTIME;0,UTC,%F %T %a %j;1970-01-01 00:00:00 Thu 001",
                "STRFTIME;0,,%I%p%%%;12AM%%",
            })
    void answers(String name, String arguments, String expected) {
        assertThat(Functions.call(name, arguments == null ? "" : arguments, HERE))
                .contains(expected);
    }

    @Test
    void chanceStaysWithinItsBounds() {
        var drawn = Functions.call("RAND", "5,7", HERE).orElseThrow();
        assertThat(Integer.parseInt(drawn)).isBetween(5, 7);
    }

    @Test
    void namesAreSpelledInAnyCaseAndUnknownOnesAreUnknown() {
        assertThat(Functions.call("len", "ab", HERE)).contains("2");
        assertThat(Functions.call("SHELL", "id", HERE)).isEmpty();
        assertThat(Functions.call("ENV", "HOME", HERE)).isEmpty();
    }

    @Property
    void anyArgumentsGetAnAnswer(@ForAll String arguments) {
        for (var name : Functions.names()) {
            assertThat(Functions.call(name, arguments, HERE)).as(name).isPresent();
        }
    }
}
