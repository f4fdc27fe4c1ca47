package dev.keyline.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.text.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private final Run eventful = Runs.eventful();
    private final Run barren = Runs.barren();

    @Test
    void theTableSaysWhatHappened() {
        assertThat(Table.of(eventful))
                .contains("Calls   40 attempted, 40 answered, 40 completed, 0 failed, 0 dropped")
                .containsPattern("set-up +40 ")
                .containsPattern("voice there and back +\\d+ +2\\d\\.\\d ")
                .containsPattern("\\d+ of \\d+ echoes came, [34]\\.\\d+ % lost")
                .contains("CPU     the generator: 1.20 s, 0.10 cores, 30.00 ms for each call")
                .contains("the server: 2.40 s, 0.20 cores, 60.00 ms for each call")
                .doesNotContain("Why calls failed");
    }

    @Test
    void theTableSaysWhyNothingHappened() {
        assertThat(Table.of(barren))
                .contains("3 attempted, 0 answered, 0 completed, 3 failed")
                .contains("       3  no answer within 4 s")
                .doesNotContain("set-up", "Voice", "opinion");
    }

    @Test
    void jsonCanBeRead() {
        var json = map(JsonReader.read(RunJson.of(eventful).toString()));
        assertThat(json)
                .containsEntry("title", "Load: x@server/<600>")
                .containsEntry("seconds", 12.0);
        assertThat(in(json, "counts"))
                .containsEntry("attempted", 40.0)
                .containsEntry("echoed", (double) eventful.of(Count.ECHOED));
        assertThat(in(in(json, "milliseconds"), "setUp")).containsEntry("count", 40.0);
        assertThat(in(json, "milliseconds")).containsKeys("ownLateness", "roundTrip");
        assertThat(in(json, "laterThan")).containsOnlyKeys("2", "10", "20", "40", "100");
        assertThat(json.get("moments")).asInstanceOf(LIST).hasSize(12);
        var none = map(JsonReader.read(RunJson.of(barren).toString()));
        assertThat(in(none, "reasons")).containsEntry("no answer within 4 s", 3.0);
    }

    private static Map<String, Object> in(Map<String, Object> object, String name) {
        return map(Objects.requireNonNull(object.get(name), name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void thePageNeedsNothingButItself() {
        for (var page : List.of(RunPage.of(eventful), RunPage.of(barren))) {
            assertThat(page)
                    .doesNotContain("http:", "https:", "src=", "@import", "url(", "<script")
                    .doesNotContainPattern("@[A-Z]+@")
                    .doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void thePageShowsFiguresPlotsAndReasons() {
        assertThat(RunPage.of(eventful))
                .contains("Load: x@server/&lt;600&gt;")
                .contains("<b>40</b><span>calls attempted</span>")
                .contains("Voice there and back, blocks")
                .contains("<polyline class=\"s1\" points=\"")
                .contains("<rect class=\"b\"")
                .contains("No call failed.");
        assertThat(RunPage.of(barren))
                .contains("<b>3</b> no answer within 4 s")
                .doesNotContain("Blocks of voice a second");
    }

    @Test
    void theProgressLineIsOneLine() {
        var moment = eventful.moments().getFirst();
        assertThat(Progress.line(moment, eventful.tally()))
                .startsWith("    1 s  40 calls, 0 up, ")
                .contains("set-up p50 ", "voice ", "lost ")
                .doesNotContain("\n", "LATE");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 1",
        "40, 10, 40",
        "41, 20, 60",
        "7, 2, 8",
        "0.3, 0.1, 0.3",
        "2600, 1000, 3000"
    })
    void axesHaveRoundSteps(double most, double step, double top) {
        var axis = Axis.upTo(most);
        assertThat(axis.step()).isCloseTo(step, within(1e-9));
        assertThat(axis.top()).isCloseTo(top, within(1e-9));
        assertThat(axis.lines()).hasSizeBetween(2, 5);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "40, 40", "2.5, 2.5", "12000, 12k", "1500, 1500"})
    void labelsAreShort(double value, String label) {
        assertThat(Axis.label(value)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1 µs", "1584893, 1.58 ms", "10000000, 10 ms", "2511886431, 2.51 s"})
    void durationsHaveTheirUnit(long nanos, String words) {
        assertThat(Distribution.words(nanos)).isEqualTo(words);
    }
}
