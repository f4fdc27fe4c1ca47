package dev.keyline.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.tools.load.ScenarioReader.Reading;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final long SECOND = 1_000_000_000L;

    private static final Sounds SOUNDS =
            file -> {
                if (!file.equals("hello.wav")) {
                    throw new IOException(file + ": there is no such file");
                }
                return new Sample(file, new short[320]);
            };

    private static Reading read(Map<String, String> commandLine, String file) {
        var texts = Texts.of(Map.of("load.conf", file));
        return ScenarioReader.read(commandLine, "load.conf", texts, SOUNDS);
    }

    private static Scenario good(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return reading instanceof Reading.Good(var scenario) ? scenario : fail();
    }

    private static Scenario fail() {
        throw new AssertionError("not read");
    }

    private static List<String> complaints(Reading reading) {
        return reading instanceof Reading.Bad(var complaints) ? complaints : List.of();
    }

    @Test
    void rolesTakeWhatGeneralSaysAndTheirOwn() {
        var scenario =
                good(
                        read(
                                Map.of(),
                                """
                                [general]
                                rate = 300/m
                                calls = 500
                                hold = 30s
                                loss = 2%
                                apart = yes
                                trunkmtu = 3000
                                sources = 127.0.1.1-127.0.1.3,127.0.0.2:4571
                                to = nobody@127.0.0.1

                                [office]
                                share = 3
                                to = alice:[alice]@127.0.0.1/600
                                codec = gsm,ulaw
                                talk = 1s/1.5s
                                dtmf = w12
                                trunk = yes
                                play = hello.wav

                                [phones]
                                kind = register
                                to = bob{n}@127.0.0.1
                                numbers = 5-7
                                hold = 2m
                                """));
        assertThat(scenario.pacing().rate()).isEqualTo(5);
        assertThat(scenario.pacing().calls()).isEqualTo(500);
        assertThat(scenario.weather().loss()).isEqualTo(0.02);
        assertThat(scenario.apart()).isTrue();
        assertThat(scenario.trunkMtu()).isEqualTo(3000);
        assertThat(scenario.sources())
                .containsExactly(
                        PeerAddress.ofIPv4("127.0.1.1", 0),
                        PeerAddress.ofIPv4("127.0.1.2", 0),
                        PeerAddress.ofIPv4("127.0.1.3", 0),
                        PeerAddress.ofIPv4("127.0.0.2", 4571));
        assertThat(scenario.roles())
                .satisfiesExactly(
                        role -> assertThat(role).satisfies(ScenarioReaderTest::isOffice),
                        role -> {
                            assertThat(role).isInstanceOf(Role.Registering.class);
                            assertThat(role.hold()).isEqualTo(120 * SECOND);
                            assertThat(role.first()).isEqualTo("bob5@127.0.0.1");
                        });
    }

    private static void isOffice(Role role) {
        assertThat(role).isInstanceOf(Role.Calling.class);
        if (role instanceof Role.Calling office) {
            assertThat(office.hold()).isEqualTo(30 * SECOND);
            assertThat(office.codecs()).containsExactly(MediaFormat.GSM, MediaFormat.ULAW);
            assertThat(office.talk()).isEqualTo(new TalkPattern(SECOND, SECOND * 3 / 2));
            assertThat(office.digits()).isEqualTo("w12");
            assertThat(office.trunk()).isTrue();
            assertThat(office.encrypt()).isFalse();
            assertThat(office.play().file()).isEqualTo("hello.wav");
        }
    }

    @Test
    void rolesTakeTurnsByTheirShares() {
        var scenario =
                good(
                        read(
                                Map.of(),
                                "[a]\nshare = 2\nto = x@h/{n}\nnumbers = 1-3\n[b]\nto = y@h\n"));
        var names =
                List.of(0L, 1L, 2L, 3L, 4L, 5L).stream()
                        .map(call -> scenario.turn(call))
                        .map(turn -> turn.role().name() + turn.count())
                        .toList();
        assertThat(names).containsExactly("a0", "a1", "b0", "a2", "a3", "b1");
    }

    @Test
    void theCommandLineCountsMoreThanTheFile() {
        var scenario =
                good(
                        read(
                                Map.of("rate", "7", "hold", "1s"),
                                "[general]\nrate = 9\n[a]\nto = x@h\nhold = 5s\n"));
        assertThat(scenario.pacing().rate()).isEqualTo(7);
        assertThat(scenario.roles().getFirst().hold()).isEqualTo(SECOND);
    }

    @Test
    void withoutCountAndTimeThereIsOneCall() {
        assertThat(good(ScenarioReader.read(Map.of("to", "x@h"), SOUNDS)).pacing().calls()).isOne();
        var timed = ScenarioReader.read(Map.of("to", "x@h", "time", "5s"), SOUNDS);
        assertThat(good(timed).pacing().calls()).isEqualTo(Long.MAX_VALUE);
    }

    /// Every mistake is said with its option, and nothing is run.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hold|30x|is not a duration",
                "rate|0|is not a rate",
                "calls|0|is not a whole number",
                "loss|2|is not a part",
                "apart|perhaps|is not yes or no",
                "trunkmtu|171|is not 0 or a number from 172 to 4000",
                "trunkmtu|4001|is not 0 or a number from 172 to 4000",
                "codec|ulaw,opus|is not a list",
                "talk|1s|is not always, never",
                "dtmf|12x|is not digits",
                "numbers|9-1|is not a range",
                "sources|127.0.1.1-127.0.9.1|is not a list of IPv4 addresses",
                "sources|::1|is not a list of IPv4 addresses",
                "kind|fax|is not call or register",
                "trunk|perhaps|is not yes or no",
                "play|none.wav|none.wav: there is no such file",
            })
    void mistakesAreSaid(String option, String value, String words) {
        var given = new HashMap<>(Map.of("to", "x@h"));
        given.put(option, value);
        assertThat(complaints(ScenarioReader.read(given, SOUNDS)))
                .singleElement()
                .asString()
                .startsWith("--" + option + ": ")
                .contains(words);
    }

    @Test
    void mistakesInAFileHaveTheirLine() {
        assertThat(complaints(read(Map.of(), "[general]\nhlod = 3s\n[a]\nto = x@h\nrate = 5\n")))
                .containsExactly(
                        "load.conf:2: hlod: there is no such option; perhaps hold was meant",
                        "load.conf:5: rate: counts for the whole test and belongs into [general]");
        assertThat(complaints(read(Map.of(), "[a]\nhold = 3s\n")))
                .containsExactly("[a]: whom to call is missing: to = user@host/extension");
        assertThat(complaints(read(Map.of(), "[general]\nrate = 3\n")))
                .singleElement()
                .asString()
                .contains("no section but [general]");
    }

    @Test
    void summariesHoldNoSecret() {
        var reading = ScenarioReader.read(Map.of("to", "bob:builder:[key]@h:4570/600@in"), SOUNDS);
        assertThat(Summary.of(good(reading)))
                .containsEntry("[call]", "calls bob@h:4570/600@in for 10 s in ulaw, talks")
                .hasToString(Summary.of(good(reading)).toString().replace("builder", ""));
    }
}
