package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallLeg.Dialled;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.Linked;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.Side;
import dev.keyline.iax.call.CallLeg.Undialled;
import dev.keyline.iax.call.CallLeg.Up;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Dial;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.DialplanRequest;
import dev.keyline.iax.message.Digit;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One test for each arrow of a call whose number comes later (RFC 5456 §6.8).
class DiallingArrowsTest {
    private static final MediaFormat ULAW = MediaFormat.ULAW;
    private static final DialplanReply KNOWN = new DialplanReply("600", DialplanReply.EXISTS, 600);
    private static final Linked CALLER = new Linked(Side.CALLER, ULAW);

    private static Step given(CallLeg leg, Input input) {
        return CallFigure.next(
                leg,
                input,
                new Circumstances(
                        PeerAddress.ofIPv4("192.0.2.1", 4569),
                        Credentials.none(""),
                        TestKeys.ring(List.of(), List.of()),
                        MediaOffer.of(List.of(ULAW)),
                        Encryption.NONE,
                        true,
                        Circumstances.Delays.USUAL));
    }

    private static Step heard(CallLeg leg, Message message) {
        return given(leg, new Input.Heard(message));
    }

    private static Step told(CallLeg leg, Command wish) {
        return given(leg, new Input.Told(wish));
    }

    @Test
    @Arrow({"Offered: told to wait for a number", "Offered_unconfirmed: told to wait for a number"})
    void offered_await_acceptsAndWaits() {
        for (var offered : List.of(new Offered(true), new Offered(false))) {
            var step = told(offered, new Command.Await(ULAW));
            assertThat(step.next()).isEqualTo(new Undialled(ULAW));
            assertThat(step.acts()).containsExactly(new Act.Say(new Accept(ULAW.bit())));
        }
    }

    @Test
    @Arrow("Undialled: DPREQ")
    void undialled_question_isNews() {
        var step = heard(new Undialled(ULAW), new DialplanRequest("600"));
        assertThat(step.next()).isEqualTo(new Undialled(ULAW));
        assertThat(step.acts()).containsExactly(new Act.Tell(new CallEvent.Asked("600")));
    }

    @Test
    @Arrow("Undialled: told to say what the dialplan knows")
    void undialled_reply_isSaid() {
        var step = told(new Undialled(ULAW), new Command.Reply(KNOWN));
        assertThat(step.next()).isEqualTo(new Undialled(ULAW));
        assertThat(step.acts()).containsExactly(new Act.Say(KNOWN));
    }

    @Test
    @Arrow("Undialled: DIAL")
    void undialled_dial_isNewsAndWaitsForTheExchange() {
        var step = heard(new Undialled(ULAW), new Dial("600"));
        assertThat(step.next()).isEqualTo(new Dialled(ULAW));
        assertThat(step.acts()).containsExactly(new Act.Tell(new CallEvent.Dialled("600")));
    }

    @Test
    @Arrow("Dialled: told to accept")
    void dialled_accept_linksInTheFormatAgreedUpon() {
        var step = told(new Dialled(ULAW), new Command.Accept(MediaFormat.GSM));
        assertThat(step.next()).isEqualTo(new Linked(Side.CALLED, ULAW));
        assertThat(step.acts())
                .containsExactly(
                        new Act.Say(new Control(Indication.PROGRESS, Bytes.EMPTY)),
                        new Act.Tell(new CallEvent.Established(ULAW)));
    }

    @Test
    void dialled_refuse_rejects() {
        var step =
                told(
                        new Dialled(ULAW),
                        new Command.Refuse(
                                Cause.NO_ROUTE_DESTINATION, "No such context/extension"));
        assertThat(step.next())
                .isEqualTo(new Ended(new Ending.WeRefused(3, "No such context/extension")));
        assertThat(step.acts()).contains(new Act.Say(new Reject("No such context/extension", 3)));
    }

    @Test
    void dialled_finish_rejects() {
        assertThat(told(new Dialled(ULAW), new Command.Finish(Cause.CALL_REJECTED)).acts())
                .contains(new Act.Say(new Reject("", 21)));
    }

    @Test
    void undialled_finish_hangsUp() {
        assertThat(told(new Undialled(ULAW), new Command.Finish(Cause.NORMAL)).acts())
                .contains(new Act.Say(new Hangup("", 16)));
    }

    @Test
    void undialledOrDialled_hangup_ends() {
        for (var leg : List.of(new Undialled(ULAW), new Dialled(ULAW))) {
            assertThat(heard(leg, new Hangup("bye", 16)).next())
                    .isEqualTo(new Ended(new Ending.TheyHungUp(16, "bye")));
        }
    }

    @Test
    void undialledOrDialled_unreachable_ends() {
        for (var leg : List.of(new Undialled(ULAW), new Dialled(ULAW))) {
            assertThat(given(leg, new Input.Unreachable()).next())
                    .isEqualTo(new Ended(new Ending.Vanished()));
        }
    }

    @Test
    void dialled_secondDial_isOutOfPlace() {
        var step = heard(new Dialled(ULAW), new Dial("601"));
        assertThat(step.next()).isEqualTo(new Dialled(ULAW));
        assertThat(step.acts()).containsExactly(new Act.Remark("heard Dial in state Dialled"));
    }

    @Test
    void undialled_digitsAndWords_areNoNews() {
        for (var message :
                List.of(new Digit('1', true), new Control(Indication.ANSWER, Bytes.EMPTY))) {
            assertThat(heard(new Undialled(ULAW), message).acts())
                    .allMatch(Act.Remark.class::isInstance);
        }
    }

    @Test
    @Arrow("Linked_CALLER: told to ask for a number")
    void linkedCaller_ask_asks() {
        var step = told(CALLER, new Command.Ask("600"));
        assertThat(step.next()).isEqualTo(CALLER);
        assertThat(step.acts()).containsExactly(new Act.Say(new DialplanRequest("600")));
    }

    @Test
    @Arrow("Linked_CALLER: DPREP")
    void linkedCaller_answer_isNews() {
        var step = heard(CALLER, KNOWN);
        assertThat(step.next()).isEqualTo(CALLER);
        assertThat(step.acts()).containsExactly(new Act.Tell(new CallEvent.Replied(KNOWN)));
    }

    @Test
    @Arrow("Linked_CALLER: told to dial")
    void linkedCaller_dial_dials() {
        var step = told(CALLER, new Command.Dial("600"));
        assertThat(step.next()).isEqualTo(CALLER);
        assertThat(step.acts()).containsExactly(new Act.Say(new Dial("600")));
    }

    @Test
    void questionsElsewhere_areOutOfPlace() {
        for (var leg : List.of(CALLER, new Linked(Side.CALLED, ULAW), new Up(ULAW))) {
            assertThat(heard(leg, new DialplanRequest("600")).acts())
                    .as(leg.toString())
                    .allMatch(Act.Remark.class::isInstance);
            assertThat(heard(leg, new Dial("600")).acts())
                    .as(leg.toString())
                    .allMatch(Act.Remark.class::isInstance);
        }
        assertThat(heard(new Linked(Side.CALLED, ULAW), KNOWN).acts())
                .allMatch(Act.Remark.class::isInstance);
    }
}
