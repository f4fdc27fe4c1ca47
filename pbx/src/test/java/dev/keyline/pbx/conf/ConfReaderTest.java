package dev.keyline.pbx.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConfReaderTest {
    private static Conf.Usable usable(String content) {
        return (Conf.Usable) ConfReader.read("a.conf", Texts.of(Map.of("a.conf", content)));
    }

    private static Conf.Unusable unusable(String content) {
        return (Conf.Unusable) ConfReader.read("a.conf", Texts.of(Map.of("a.conf", content)));
    }

    private static String shown(Section section) {
        return section.settings().stream()
                .map(s -> s.name() + "=" + s.value())
                .collect(Collectors.joining(" ", section.name() + ": ", ""));
    }

    @Test
    void sectionsSettingsAndTheirPlaces() {
        var conf =
                usable(
                        "\uFEFF[general]\nbindport = 4569 ; the port\nregister => a:b@c\n\n[east]\n type=user \n");
        assertThat(conf.sections())
                .extracting(ConfReaderTest::shown)
                .containsExactly("general: bindport=4569 register=a:b@c", "east: type=user");
        assertThat(conf.section("east").orElseThrow().settings().getFirst().place())
                .isEqualTo(new Place("a.conf", 6));
        assertThat(conf.problems()).isEmpty();
    }

    @Test
    void comments() {
        var conf =
                usable(
                        """
                [a]
                x = 1;2
                y = 1\\;2
                ;--- a row of dashes is a plain comment
                ;-- this and
                z = hidden
                ;-- nested --; still hidden
                --; w = 4 ; end
                """);
        assertThat(conf.sections())
                .extracting(ConfReaderTest::shown)
                .containsExactly("a: x=1 y=1;2 w=4");
    }

    @Test
    void templatesAreInheritedAsTheyStood() {
        var conf =
                usable(
                        """
                [base](!)
                a=1
                [other](!)
                b=2
                [east](base,other)
                a=3
                [base](+)
                late=yes
                [west](base)
                """);
        assertThat(conf.sections())
                .extracting(ConfReaderTest::shown)
                .containsExactly("east: a=1 b=2 a=3", "west: a=1 late=yes");
        assertThat(conf.section("east").orElseThrow().last("a").orElseThrow().value())
                .isEqualTo("3");
    }

    @Test
    void plusEqualsAppendsToTheLastOfThatName() {
        var conf = usable("[a]\nallow=ulaw\nallow+=,alaw \nnew+=x\n");
        assertThat(conf.sections())
                .extracting(ConfReaderTest::shown)
                .containsExactly("a: allow=ulaw,alaw new=x");
    }

    @Test
    void includesContinueTheSection() {
        var texts =
                Texts.of(
                        Map.of(
                                "a.conf",
                                        "[a]\n#include \"sub/*.conf\"\n#tryinclude none.conf\nz=9\n",
                                "sub/1.conf", "x=1\n",
                                "sub/2.conf", "y=2\n"));
        var conf = (Conf.Usable) ConfReader.read("a.conf", texts);
        assertThat(conf.sections())
                .extracting(ConfReaderTest::shown)
                .containsExactly("a: x=1 y=2 z=9");
    }

    @Test
    void aMissingIncludeSpoilsTheFile() {
        assertThat(unusable("[a]\n#include none.conf\n").problems())
                .singleElement()
                .asString()
                .isEqualTo(
                        "ERROR a.conf:2: #include none.conf: there is no such file (#tryinclude would not mind);"
                                + " the whole file is left out");
    }

    @Test
    void aFileThatIncludesItselfIsRefused() {
        assertThat(unusable("[a]\n#include a.conf\n").problems().getLast().text())
                .contains("does a file include itself");
    }

    @Test
    void whatSpoilsTheWholeFile() {
        assertThat(unusable("x=1\n").problems().getLast().text()).contains("before any section");
        assertThat(unusable("[a\n").problems().getLast().text()).contains("does not close");
        assertThat(unusable("[a](b)\n").problems().getLast().text()).contains("inherits from 'b'");
        assertThat(unusable("[a](+)\n").problems().getLast().text())
                .contains("does not stand above");
    }

    @Test
    void whatIsOneLineAndStopsNothing() {
        var conf = usable("[a]\nnonsense\n=x\n#exec /bin/true\n#frob\nx=1\n");
        assertThat(conf.sections()).extracting(ConfReaderTest::shown).containsExactly("a: x=1");
        assertThat(conf.problems()).extracting(p -> p.place().line()).containsExactly(2, 3, 4, 5);
    }

    @Test
    void valuesDoNotShowThemselves() {
        assertThat(usable("[a]\nsecret=geheim\n").toString()).doesNotContain("geheim");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String content) {
        assertThat(ConfReader.read("a.conf", Texts.of(Map.of("a.conf", content))).problems())
                .isNotNull();
    }

    /// What was read, printed plainly, reads the same.
    @Property(tries = 300)
    void printedItReadsTheSame(
            @ForAll
                    List<
                                    @net.jqwik.api.constraints.AlphaChars
                                    @net.jqwik.api.constraints.StringLength(min = 1, max = 8)
                                    String>
                            names) {
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(
                    i % 4 == 0 ? "[" + names.get(i) + "]\n" : names.get(i) + " => v" + i + "\n");
        }
        var once = usable(text.toString());
        var printed =
                once.sections().stream()
                        .map(
                                s ->
                                        "["
                                                + s.name()
                                                + "]\n"
                                                + s.settings().stream()
                                                        .map(
                                                                t ->
                                                                        t.name() + " = " + t.value()
                                                                                + "\n")
                                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining());
        assertThat(usable(printed).sections())
                .extracting(ConfReaderTest::shown)
                .isEqualTo(once.sections().stream().map(ConfReaderTest::shown).toList());
    }
}
