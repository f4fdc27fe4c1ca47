package dev.keyline.pbx.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.DialplanReply;
import dev.keyline.pbx.dialplan.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCacheTest {
    private static final long SECOND = 1_000_000_000L;
    private static final RemoteNumber SIX = new RemoteNumber("east:[k]@west/in", "600");

    private final AnswerCache<String> cache = new AnswerCache<>();

    private static DialplanReply reply(String number, int status, int refresh) {
        return new DialplanReply(number, status, refresh);
    }

    private void answer(String number, int refresh, long now) {
        var asked = new RemoteNumber(SIX.target(), number);
        assertThat(cache.ask(asked, "w", 3, now)).isTrue();
        cache.sent(asked);
        cache.answered(SIX.target(), reply(number, DialplanReply.EXISTS, refresh), now);
    }

    @Test
    void anAnswerHoldsForItsTime() {
        assertThat(cache.known(SIX, 0)).isEmpty();
        answer("600", 30, SECOND);
        assertThat(cache.known(SIX, 30 * SECOND).map(Answer::fit)).contains(Pattern.Fit.EXACTLY);
        assertThat(cache.known(SIX, 31 * SECOND)).isEmpty();
    }

    @Test
    void anAnswerWithoutATimeHoldsForTenMinutes() {
        answer("600", 0, 0);
        assertThat(cache.known(SIX, 599 * SECOND)).isPresent();
        assertThat(cache.known(SIX, 600 * SECOND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0001, EXACTLY, EXISTS|TRANSMITTED",
        "0x8001, ALREADY, EXISTS|TRANSMITTED|MATCHMORE",
        "0x8002, PARTLY, CANEXIST|TRANSMITTED|MATCHMORE",
        "0x0002, PARTLY, CANEXIST|TRANSMITTED",
        "0x0004, NONE, NONEXISTENT|TRANSMITTED",
        "0x4004, NONE, NONEXISTENT|TRANSMITTED",
        "0x0000, NONE, UNKNOWN|TRANSMITTED"
    })
    void theBitsOfAnAnswer(String status, Pattern.Fit fit, String flags) {
        var given = new Answer.Given(Integer.decode(status), SECOND);
        assertThat(given.fit()).isEqualTo(fit);
        assertThat(String.join("|", given.flags())).isEqualTo(flags);
    }

    @Test
    void manyWaitForOneQuestion() {
        cache.ask(SIX, "a", 3, 0);
        cache.ask(SIX, "b", 3, 0);
        assertThat(cache.unsent(SIX.target())).containsExactly(SIX);
        cache.sent(SIX);
        assertThat(cache.unsent(SIX.target())).isEmpty();
        assertThat(cache.answered(SIX.target(), reply("600", 1, 600), 0))
                .contains(List.of("a", "b"));
    }

    @Test
    void butNotTooMany() {
        for (int i = 0; i < 256; i++) {
            assertThat(cache.ask(SIX, "w" + i, 3, 0)).isTrue();
        }
        assertThat(cache.ask(SIX, "one more", 3, 0)).isFalse();
    }

    @Test
    void withoutAnAnswerTheNumberLeadsNowhereForAMinute() {
        cache.ask(SIX, "a", 3, 0);
        assertThat(cache.due()).isEqualTo(5 * SECOND);
        assertThat(cache.giveUp(4 * SECOND)).isEmpty();
        assertThat(cache.giveUp(5 * SECOND)).containsEntry(SIX, List.of("a"));
        assertThat(cache.known(SIX, 59 * SECOND).map(Answer::fit)).contains(Pattern.Fit.NONE);
        assertThat(cache.known(SIX, 60 * SECOND)).isEmpty();
    }

    @Test
    void aLateAnswerCounts() {
        cache.ask(SIX, "a", 3, 0);
        cache.giveUp(5 * SECOND);
        assertThat(cache.answered(SIX.target(), reply("600", 1, 600), 6 * SECOND)).isPresent();
        assertThat(cache.known(SIX, 6 * SECOND).map(Answer::fit)).contains(Pattern.Fit.EXACTLY);
    }

    /// Asterisk believes any exchange about any number it asks anybody for.
    @Test
    void anAnswerNobodyAskedForDoesNotCount() {
        cache.ask(SIX, "a", 3, 0);
        assertThat(cache.answered("other/in", reply("600", 1, 600), 0)).isEmpty();
        assertThat(cache.answered(SIX.target(), reply("601", 1, 600), 0)).isEmpty();
        assertThat(cache.known(SIX, 0)).isEmpty();
    }

    @Test
    void whatWouldHoldShortestIsForgottenFirst() {
        answer("1", 100, 0);
        answer("2", 50, 0);
        answer("3", 200, 0);
        answer("4", 100, 0);
        assertThat(cache.list(0)).extracting(CachedAnswer::number).containsExactly("1", "3", "4");
        assertThat(cache.forgotten()).isEqualTo(1);
    }

    @Test
    void questionsAreNotForgottenSoThereMayBeNoRoom() {
        for (int i = 0; i < 3; i++) {
            assertThat(cache.ask(new RemoteNumber(SIX.target(), "" + i), "w", 3, 0)).isTrue();
        }
        assertThat(cache.ask(SIX, "w", 3, 0)).isFalse();
    }

    @Test
    void theTableHasWhatIsAskedAndWhatWasAnswered() {
        answer("600", 90, 0);
        cache.ask(new RemoteNumber(SIX.target(), "7"), "w", 3, 0);
        assertThat(cache.list(30 * SECOND))
                .containsExactly(
                        new CachedAnswer("west/in", "600", 60, 0, List.of("EXISTS", "TRANSMITTED")),
                        new CachedAnswer("west/in", "7", 570, 1, List.of("PENDING")));
    }
}
