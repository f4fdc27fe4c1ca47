package dev.keyline.pbx.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.pbx.conf.Place;
import dev.keyline.pbx.dialplan.Context;
import dev.keyline.pbx.dialplan.Variables;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNumberTest {
    private static final Variables WORDS =
            new Variables() {
                @Override
                public String value(String name) {
                    return name.equals("HQ") ? "west" : "1,/n&IAX2/evil/1";
                }

                @Override
                public String call(String function, String arguments) {
                    return "";
                }
            };

    private static Optional<RemoteNumber> of(String target, boolean expanded, String number) {
        return RemoteNumber.of(
                new Context.Switch(new Place("extensions.conf", 3), target, expanded),
                number,
                WORDS);
    }

    @Test
    void knowsHowToAskAndHowToCall() {
        var number = of("IAX2/east:[key]@west:4570/in", false, "600").orElseThrow();
        assertThat(number.pollString()).isEqualTo("IAX2/east:[key]@west:4570/TBD@in");
        assertThat(number.dialString()).isEqualTo("IAX2/east:[key]@west:4570/600@in");
        assertThat(number.peerAndContext()).isEqualTo("west:4570/in");
    }

    @Test
    void withoutAContextTheirsCounts() {
        assertThat(of("IAX2/west", false, "600").orElseThrow().dialString())
                .isEqualTo("IAX2/west/600");
    }

    @Test
    void onlyAnEswitchIsExpanded() {
        assertThat(of("IAX2/${HQ}/in", true, "600").orElseThrow().target()).isEqualTo("west/in");
        assertThat(of("IAX2/${HQ}/in", false, "600").orElseThrow().target()).isEqualTo("${HQ}/in");
    }

    /// What a caller chooses must not become part of the string that is dialled.
    @ParameterizedTest
    @ValueSource(
            strings = {"1&IAX2/evil/2", "1@other", "1/2", "${X}", "1,30", "a b", "", "_6", "1:2"})
    void aNumberThatMeansMoreInADialStringIsNotAskedFor(String number) {
        assertThat(of("IAX2/west/in", false, number)).isEmpty();
    }

    @Test
    void norAnEswitchIntoWhichAVariableBringsMore() {
        assertThat(of("IAX2/west/${CALLERS}", true, "600")).isEmpty();
    }

    @Test
    void onlyExchangesThatSpeakIax2CanBeAsked() {
        assertThat(of("DUNDi/e164", false, "600")).isEmpty();
    }

    @Test
    void theSecretDoesNotShow() {
        assertThat(of("IAX2/east:opensesame@west/in", false, "600").orElseThrow().toString())
                .isEqualTo("600 of IAX2/east:***@west/in");
    }
}
