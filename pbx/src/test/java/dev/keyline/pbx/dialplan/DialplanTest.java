package dev.keyline.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DialplanTest {
    private static final LocalDateTime MONDAY_NOON = LocalDateTime.of(2026, 11, 23, 12, 0);

    private final List<Problem> problems = new ArrayList<>();

    private Dialplan plan(String text) {
        return DialplanReader.read(
                (Conf.Usable)
                        ConfReader.read(
                                "extensions.conf", Texts.of(Map.of("extensions.conf", text))),
                problems);
    }

    private static Optional<Extension> find(Dialplan plan, String context, String number) {
        return plan.find(context, number, "", MONDAY_NOON);
    }

    private static String steps(Extension extension) {
        var text = new StringBuilder();
        extension
                .steps()
                .forEach(
                        s ->
                                text.append(s.priority())
                                        .append(' ')
                                        .append(s.application())
                                        .append('(')
                                        .append(s.arguments())
                                        .append(") "));
        return text.toString().strip();
    }

    @Test
    void prioritiesLabelsAndSame() {
        var plan =
                plan(
                        """
                [in]
                exten => 600,1,Answer()
                 same => n,Playback(hello,world)
                 same => n(loop),Wait(1)
                 same => n+2,Goto(loop)
                exten => 600,s,NoOp
                exten => 601,1(start),Dial,IAX2/west/100
                """);
        assertThat(steps(find(plan, "in", "600").orElseThrow()))
                .isEqualTo("1 Answer() 2 Playback(hello,world) 3 Wait(1) 6 Goto(loop)");
        assertThat(find(plan, "in", "600").orElseThrow().labelled("loop")).contains(3);
        assertThat(steps(find(plan, "in", "601").orElseThrow())).isEqualTo("1 Dial(IAX2/west/100)");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("extensions.conf:6", "has priority 6 already");
    }

    @Test
    void includesAreSearchedAfterTheContextAndOnce() {
        var plan =
                plan(
                        """
                [a]
                include => b
                include => night,22:00-06:00,*,*,*
                exten => _6XX,1,NoOp(a)
                [b]
                include => a
                exten => 600,1,NoOp(b)
                exten => 700,1,NoOp(b)
                [night]
                exten => 800,1,NoOp(night)
                """);
        assertThat(steps(find(plan, "a", "600").orElseThrow())).isEqualTo("1 NoOp(a)");
        assertThat(steps(find(plan, "a", "700").orElseThrow())).isEqualTo("1 NoOp(b)");
        assertThat(find(plan, "a", "900")).isEmpty();
        assertThat(find(plan, "a", "800")).isEmpty();
        assertThat(plan.find("a", "800", "", MONDAY_NOON.withHour(23))).isPresent();
    }

    @Test
    void callersCanBeToldApart() {
        var plan = plan("[in]\nexten => 600,1,NoOp(all)\nexten => 600/_55X,1,NoOp(some)\n");
        assertThat(steps(plan.find("in", "600", "551", MONDAY_NOON).orElseThrow()))
                .isEqualTo("1 NoOp(some)");
        assertThat(steps(plan.find("in", "600", "661", MONDAY_NOON).orElseThrow()))
                .isEqualTo("1 NoOp(all)");
    }

    @Test
    void oneLineForEachMistakeAndNothingElseStops() {
        var plan =
                plan(
                        """
                [in]
                same => n,NoOp
                exten => _[12,1,NoOp
                exten => 601
                exten => 602,x,NoOp
                extne => 603,1,NoOp
                include => nowhere
                exten => 604,2,NoOp
                exten => 600,1,NoOp(fine)
                """);
        assertThat(find(plan, "in", "600")).isPresent();
        assertThat(problems)
                .extracting(p -> p.place().line())
                .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8);
        assertThat(problems)
                .extracting(Problem::text)
                .anyMatch(t -> t.contains("did you mean 'exten'"));
    }

    @Test
    void howFarANumberLeads() {
        var plan = plan("[in]\nexten => 600,1,NoOp\nexten => _60XX,1,NoOp\nexten => 7,1,NoOp\n");
        assertThat(plan.fit("in", "60", "", MONDAY_NOON, Elsewhere.UNASKED))
                .isEqualTo(Pattern.Fit.PARTLY);
        assertThat(plan.fit("in", "600", "", MONDAY_NOON, Elsewhere.UNASKED))
                .isEqualTo(Pattern.Fit.ALREADY);
        assertThat(plan.fit("in", "7", "", MONDAY_NOON, Elsewhere.UNASKED))
                .isEqualTo(Pattern.Fit.EXACTLY);
        assertThat(plan.fit("in", "8", "", MONDAY_NOON, Elsewhere.UNASKED))
                .isEqualTo(Pattern.Fit.NONE);
    }

    @Test
    void argumentsAreSplitOutsideQuotesAndBrackets() {
        assertThat(Arguments.of("IAX2/west/100,20,L(60000:10000)tr").list())
                .containsExactly("IAX2/west/100", "20", "L(60000:10000)tr");
        assertThat(Arguments.of("\"a,b\",c\\,d,$[1,2]").list())
                .containsExactly("a,b", "c,d", "$[1,2]");
        assertThat(Arguments.of("").count()).isZero();
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll String text) {
        if (ConfReader.read("x", Texts.of(Map.of("x", "[in]\nexten => " + text)))
                instanceof Conf.Usable conf) {
            assertThat(DialplanReader.read(conf, new ArrayList<>()).contexts()).containsKey("in");
        }
    }
}
