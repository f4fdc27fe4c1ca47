package dev.keyline.pbx.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.pbx.application.Leg.Result;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The letters behind `Dial`, and what a dial comes to.
class DialOptionsTest {
    @Test
    void lettersAndWhatIsInTheirParentheses() {
        var options = DialOptions.parse("rgS(10)L(5000:1000:500)");
        assertThat(options.rings()).isTrue();
        assertThat(options.goesOn()).isTrue();
        assertThat(options.longest()).isEqualTo(5 * Durations.SECOND);
        assertThat(options.remarks()).isEmpty();
    }

    @Test
    void musicIsRinging() {
        assertThat(DialOptions.parse("m(default)").rings()).isTrue();
    }

    @Test
    void whatHasNoEffectIsSaid() {
        assertThat(DialOptions.parse("t?S(x)").remarks())
                .containsExactlyInAnyOrder(
                        "Dial option 't' is accepted and has no effect",
                        "Dial has no option '?'",
                        "Dial option S(x) is no time and sets no limit");
        assertThat(DialOptions.parse("g(").remarks()).hasSize(1);
    }

    @Property
    void anyTextIsOptions(@ForAll String text) {
        assertThat(DialOptions.parse(text).longest()).isPositive();
    }

    private static String status(Result... results) {
        return Leg.status(List.of(results).stream().<Leg>map(Leg.Over::new).toList());
    }

    @Test
    void whatManyLegsComeTo() {
        assertThat(status(Result.UNAVAILABLE)).isEqualTo("CHANUNAVAIL");
        assertThat(status(Result.UNAVAILABLE, Result.CONGESTION)).isEqualTo("CONGESTION");
        assertThat(status(Result.CONGESTION, Result.BUSY)).isEqualTo("BUSY");
        assertThat(status(Result.BUSY, Result.NOTHING)).isEqualTo("NOANSWER");
    }

    @Test
    void causesAsAsteriskCountsThem() {
        assertThat(Result.of(17)).isEqualTo(Result.BUSY);
        assertThat(Result.of(34)).isEqualTo(Result.CONGESTION);
        assertThat(Result.of(16)).isEqualTo(Result.NOTHING);
        assertThat(Result.of(19)).isEqualTo(Result.NOTHING);
        for (int other : new int[] {0, 3, 18, 20, 27, 50, 58, 66}) {
            assertThat(Result.of(other)).isEqualTo(Result.UNAVAILABLE);
        }
    }

    @Test
    void choices() {
        assertThat(Choice.of("1?a,b,1:c")).isEqualTo(new Choice("1", "a,b,1", "c"));
        assertThat(Choice.of("x?Set(a=1:2):")).isEqualTo(new Choice("x", "Set(a=1:2)", ""));
        assertThat(Choice.of("x")).isEqualTo(new Choice("x", "", ""));
        assertThat(Choice.isTrue("0")).isFalse();
        assertThat(Choice.isTrue(" ")).isFalse();
        assertThat(Choice.isTrue("00")).isFalse();
        assertThat(Choice.isTrue("no")).isTrue();
    }
}
