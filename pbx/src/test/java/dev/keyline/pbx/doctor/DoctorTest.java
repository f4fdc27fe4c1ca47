package dev.keyline.pbx.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTest {
    static Stream<Planted> faults() {
        return Planted.all().stream();
    }

    @Test
    void nothingIsWrongWithTheHealthyOne(@TempDir Path folder) {
        var diagnosis = new Sample().examined(folder);
        assertThat(diagnosis.findings()).map(Finding::line).isEmpty();
        assertThat(diagnosis.summary()).isEqualTo("nothing is wrong");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultIsFoundAndNothingElse(Planted planted, @TempDir Path folder) {
        var findings = planted.sample().examined(folder).findings();
        assertThat(findings)
                .as("%s", findings.stream().map(Finding::line).toList())
                .map(Finding::ailment)
                .containsExactly(planted.ailment());
        var spot = findings.getFirst().spot();
        assertThat(spot.place().file()).endsWith(planted.file());
        if (planted.line().isEmpty()) {
            assertThat(spot.place().line()).isBetween(0, 2);
        } else {
            var line = planted.sample().text(planted.file()).lines().toList();
            assertThat(line.get(spot.place().line() - 1).strip()).isEqualTo(planted.line());
        }
        assertThat(findings.getFirst().line())
                .doesNotContain(Planted.GOOD)
                .doesNotContain("opensesame");
    }

    @Test
    void everyAilmentOfTheFilesIsPlanted() {
        var planted = Planted.all().stream().map(Planted::ailment).collect(Collectors.toSet());
        assertThat(
                        Arrays.stream(Ailment.values())
                                .filter(it -> it.group() != Ailment.Group.LIVE)
                                .filter(it -> !planted.contains(it)))
                .isEmpty();
    }

    @Test
    void theSummaryCounts(@TempDir Path folder) {
        var diagnosis =
                new Sample()
                        .without("alice.pub")
                        .iax("context=inside", "context=*")
                        .iax("outkey=branch", "outkey=gone")
                        .examined(folder);
        assertThat(diagnosis.summary()).isEqualTo("2 things will fail, 1 door stands open");
        assertThat(diagnosis.about("hq").findings())
                .map(Finding::ailment)
                .containsExactly(Ailment.OUTKEY_MISSING);
        assertThat(diagnosis.about("nobody").findings()).isEmpty();
    }

    /// A template with a mistake is one mistake, however many sections are made of it.
    @Test
    void whatManySectionsInheritIsSaidOnce(@TempDir Path folder) {
        var findings =
                new Sample()
                        .iax("[branches](!)\ntype=user\nauth=rsa\ncontext=gone\n")
                        .iax("[x](branches)\ninkeys=x\n[y](branches)\ninkeys=y\n")
                        .key("x.pub", TestPairs.publicKey("x"))
                        .key("y.pub", TestPairs.publicKey("y"))
                        .examined(folder)
                        .findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().spot().sections()).isEqualTo(List.of("x", "y"));
        assertThat(findings.getFirst().leads())
                .isEqualTo(
                        "calls from 'x' will be refused, whatever they dial; and calls from 'y' will"
                                + " be refused, whatever they dial");
    }
}
