package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.Indication;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Somebody calls for `TBD`, asks what our dialplan knows, and dials.
class InquirersTest {
    /// The context that the Asterisk of `probe-dial.pcap` had, as far as it matters.
    private static final String PLAN =
            """
            [in]
            exten => 600,1,Answer()
             same => n,Echo()
            exten => 608,1,Answer()
             same => n,Wait(1)
            exten => 609,1,Answer()
             same => n,Echo()
            exten => _8.,1,Echo()
            exten => s,1,Answer()
             same => n,Echo()
            ignorepat => 9
            """;

    private static final String LINES =
            """
            [east]
            type=user
            auth=rsa
            inkeys=east
            context=in
            """;

    private final Scene scene = new Scene();
    private final Phone east = scene.phone(TestKeys.ring(List.of("east"), List.of()));

    private Scene.Office office(String more) {
        return scene.office(LINES + more, PLAN, TestKeys.ring(List.of(), List.of("east")));
    }

    private Scene.Office opened() {
        return opened("");
    }

    private Scene.Office opened(String more) {
        var office = office(more);
        east.dials(office, "TBD", Credentials.usual("east", Optional.of("east"), Optional.empty()));
        scene.pass(SECOND);
        assertThat(east.heard(CallEvent.Accepted.class)).hasSize(1);
        return office;
    }

    private int asks(String number) {
        int before = east.heard(CallEvent.Replied.class).size();
        east.tell(new Command.Ask(number));
        scene.pass(SECOND);
        var replies = east.heard(CallEvent.Replied.class);
        assertThat(replies).hasSize(before + 1);
        assertThat(replies.getLast().reply().number()).isEqualTo(number);
        assertThat(replies.getLast().reply().refresh()).isEqualTo(600);
        return replies.getLast().reply().status();
    }

    /// What Asterisk said in `probe-dial.pcap` (6 and 608) and `dialplan-switch-rsa.pcap` (h).
    @Test
    void itIsToldWhatAsteriskTells() {
        opened();
        assertThat(asks("6")).isEqualTo(0x8002);
        assertThat(asks("608")).isEqualTo(0x0001);
        assertThat(asks("h")).isEqualTo(0x0004);
    }

    @Test
    void moreDigitsMayMatchAndADialToneMayGoOn() {
        opened();
        assertThat(asks("81")).isEqualTo(DialplanReply.EXISTS | DialplanReply.MATCH_MORE);
        assertThat(asks("9")).isEqualTo(DialplanReply.NON_EXISTENT | DialplanReply.IGNORE_PATTERN);
    }

    @Test
    void whatItDialsIsCalled() {
        var office = opened();
        assertThat(office.exchange().channels()).isEmpty();
        east.tell(new Command.Dial("609"));
        scene.pass(SECOND);
        assertThat(east.indications()).contains(Indication.PROGRESS);
        assertThat(east.isAnswered()).isTrue();
        assertThat(office.exchange().channels())
                .singleElement()
                .satisfies(c -> assertThat(c.position().exten()).isEqualTo("609"));
    }

    @Test
    void whatDoesNotExistIsRefused() {
        var office = opened();
        east.tell(new Command.Dial("555"));
        scene.pass(SECOND);
        assertThat(east.ending()).map(Ending::code).contains(3);
        scene.pass(100 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }

    @Test
    void immediateBeginsAtOnce() {
        var office = opened("immediate=yes\n");
        assertThat(east.isAnswered()).isTrue();
        assertThat(office.exchange().channels())
                .singleElement()
                .satisfies(c -> assertThat(c.position().exten()).isEqualTo("s"));
    }

    @Test
    void whoAsksForNothingIsHungUp() {
        var office = opened();
        scene.pass(55 * SECOND);
        asks("600");
        scene.pass(55 * SECOND);
        assertThat(east.ending()).isEmpty();
        scene.pass(10 * SECOND);
        assertThat(east.ending()).map(Ending::code).contains(18);
        scene.pass(100 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }

    @Test
    void whoAsksTooMuchIsNotAnswered() {
        var office = opened("[general]\nmaxdialplanquestions=2\n");
        asks("600");
        asks("601");
        east.tell(new Command.Ask("602"));
        scene.pass(2 * SECOND);
        assertThat(east.heard(CallEvent.Replied.class)).hasSize(2);
        assertThat(office.exchange().polls().tooMany()).isEqualTo(1);
        scene.pass(57 * SECOND);
        asks("603");
        assertThat(office.exchange().polls().answered()).isEqualTo(3);
    }

    @Test
    void whoHangsUpLeavesNothing() {
        var office = opened();
        east.hangsUp();
        scene.pass(100 * SECOND);
        assertThat(office.exchange().isIdle()).isTrue();
    }
}
