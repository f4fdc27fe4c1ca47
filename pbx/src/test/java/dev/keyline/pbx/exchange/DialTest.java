package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Transfer;
import dev.keyline.pbx.ledger.ChannelEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One caller, one exchange, and those it calls.
class DialTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            allow=alaw
            allow=gsm
            [guest]
            type=user
            context=public
            """;

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();
    private final Phone bob = scene.phone();
    private final Phone carol = scene.phone();

    /// `BOB` and `CAROL` in the snippet stand for what Dial calls them by.
    private Scene.Office office(String extensions) {
        return scene.office(
                IAX,
                extensions
                        .replace("BOB", "IAX2/" + bob.address().host() + "/bob")
                        .replace("CAROL", "IAX2/" + carol.address().host() + "/carol"));
    }

    @AfterEach
    void nothingIsLeft() {
        alice.tell(new Command.Finish(16));
        scene.pass(150 * SECOND);
        assertThat(alice.isIdle()).isTrue();
        assertThat(bob.isIdle()).isTrue();
        assertThat(carol.isIdle()).isTrue();
    }

    @Test
    void bobIsCalledAnswersAndBothHearEachOther() {
        bob.answeringAfter(3 * SECOND);
        var office =
                office(
                        """
                        [public]
                        exten => 1,1,Dial(BOB)
                        exten => h,1,NoOp(h ${DIALSTATUS} ${HANGUPCAUSE} ${ANSWEREDTIME})
                        """);
        alice.dials(office, "1");
        scene.pass(2 * SECOND);
        assertThat(alice.indications()).contains(Indication.RINGING);
        assertThat(alice.isAnswered()).isFalse();

        scene.pass(2 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(office.told(ChannelEvent.Joined.class)).hasSize(1);

        alice.speaks(Cadence.steady(Tone.of(500, -10)), 50);
        bob.speaks(Cadence.steady(Tone.of(1500, -10)), 50);
        scene.pass(3 * SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(50);
        assertThat(bob.heard(CallEvent.Heard.class)).hasSize(50);
        assertThat(level(alice, 1500)).isBetween(-11.0, -9.0);
        assertThat(level(bob, 500)).isBetween(-11.0, -9.0);

        bob.hangsUp();
        scene.pass(SECOND);
        assertThat(alice.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(office.noted()).containsExactly("h ANSWER 16 3");
    }

    private static final String REFERRED =
            """
            [public]
            exten => 1,1,Dial(BOB)
            exten => 2,1,NoOp(sent elsewhere)
             same => n,Wait(20)
            """;

    @Test
    void theCalledOneSendsTheCallerElsewhere() {
        bob.answeringAfter(SECOND);
        var office = office(REFERRED);
        alice.dials(office, "1");
        scene.pass(3 * SECOND);
        bob.tell(new Command.Carry(new Transfer("2", "any")));
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("sent elsewhere");
        assertThat(bob.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(alice.ending()).isEmpty();
    }

    @Test
    void theCallerSendsTheCalledOneElsewhere() {
        bob.answeringAfter(SECOND);
        var office = office(REFERRED);
        alice.dials(office, "1");
        scene.pass(3 * SECOND);
        alice.tell(new Command.Carry(new Transfer("2", null)));
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("sent elsewhere");
        assertThat(alice.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(bob.ending()).isEmpty();
    }

    @Test
    void whereNothingLeadsNobodyIsSent() {
        bob.answeringAfter(SECOND);
        var office = office(REFERRED);
        alice.dials(office, "1");
        scene.pass(3 * SECOND);
        bob.tell(new Command.Carry(new Transfer("3", null)));
        scene.pass(SECOND);
        assertThat(office.said("does not exist in context public")).hasSize(1);
        assertThat(alice.ending()).isEmpty();
        assertThat(bob.ending()).isEmpty();
    }

    @Test
    void transferAsksTheOtherExchange() {
        var office =
                office(
                        """
                        [public]
                        exten => 1,1,Answer()
                         same => n,Transfer(IAX2/600@in)
                         same => n,NoOp(${TRANSFERSTATUS})
                         same => n,Wait(5)
                        """);
        alice.dials(office, "1");
        scene.pass(2 * SECOND);
        assertThat(alice.heard(CallEvent.Carried.class))
                .containsExactly(new CallEvent.Carried(new Transfer("600", "in")));
        assertThat(office.noted()).containsExactly("SUCCESS");
    }

    private static double level(Phone phone, double hertz) {
        var sound = phone.sound();
        return Level.at(hertz, sound, 0, sound.length);
    }

    @Test
    void whoSpeaksAnotherFormatIsTranscoded() {
        alice.speaking(MediaFormat.GSM);
        bob.speaking(MediaFormat.ALAW).answeringAfter(0);
        var office = office("[public]\nexten => 1,1,Dial(BOB)\n");
        alice.dials(office, "1");
        scene.pass(SECOND);

        alice.speaks(Cadence.steady(Tone.of(500, -10)), 50);
        bob.speaks(Cadence.steady(Tone.of(1000, -10)), 50);
        scene.pass(2 * SECOND);
        assertThat(bob.heard(CallEvent.Heard.class))
                .hasSize(50)
                .allMatch(heard -> heard.format() == MediaFormat.ALAW);
        assertThat(alice.heard(CallEvent.Heard.class))
                .hasSize(50)
                .allMatch(heard -> heard.format() == MediaFormat.GSM);
        assertThat(level(bob, 500)).isBetween(-12.0, -8.0);
        assertThat(level(alice, 1000)).isBetween(-12.0, -8.0);
    }

    @Test
    void whoChangesTheFormatMeanwhileIsTranscodedAndHearsTheOneAgreedOn() {
        bob.answeringAfter(0);
        alice.dials(office("[public]\nexten => 1,1,Dial(BOB)\n"), "1");
        scene.pass(SECOND);
        alice.speaking(MediaFormat.GSM).speaks(Cadence.steady(Tone.of(500, -10)), 50);
        bob.speaks(Cadence.steady(Tone.of(1000, -10)), 50);
        scene.pass(2 * SECOND);
        assertThat(bob.heard(CallEvent.Heard.class))
                .hasSize(50)
                .allMatch(heard -> heard.format() == MediaFormat.ULAW);
        assertThat(level(bob, 500)).isBetween(-12.0, -8.0);
        assertThat(alice.heard(CallEvent.Heard.class))
                .hasSize(50)
                .allMatch(heard -> heard.format() == MediaFormat.ULAW);
    }

    @Test
    void digitsAndTextGoAcross() {
        bob.answeringAfter(0);
        alice.dials(office("[public]\nexten => 1,1,Dial(BOB)\n"), "1");
        scene.pass(SECOND);

        alice.presses("5");
        alice.tell(new Command.Write("hello"));
        scene.pass(SECOND);
        assertThat(bob.heard(CallEvent.Pressed.class))
                .containsExactly(
                        new CallEvent.Pressed('5', true), new CallEvent.Pressed('5', false));
        assertThat(bob.heard(CallEvent.Wrote.class)).containsExactly(new CallEvent.Wrote("hello"));
    }

    @Test
    void whoeverAnswersFirstGetsTheCallAndTheOtherStopsRinging() {
        bob.answeringAfter(5 * SECOND);
        carol.answeringAfter(2 * SECOND);
        alice.dials(office("[public]\nexten => 1,1,Dial(BOB&CAROL)\n"), "1");
        scene.pass(10 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(bob.ending()).contains(new Ending.TheyHungUp(26, ""));
        assertThat(carol.ending()).isEmpty();
    }

    @Test
    void nobodyAnswersInTime() {
        var office =
                office(
                        """
                        [public]
                        exten => 1,1,Dial(BOB,5)
                         same => n,NoOp(${DIALSTATUS} ${HANGUPCAUSE})
                         same => n,Hangup(${HANGUPCAUSE})
                        """);
        alice.dials(office, "1");
        scene.pass(4 * SECOND);
        assertThat(bob.ending()).isEmpty();
        scene.pass(2 * SECOND);
        assertThat(bob.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(office.noted()).containsExactly("NOANSWER 19");
        assertThat(alice.ending()).contains(new Ending.TheyHungUp(19, ""));
    }

    @Test
    void busyIsToldAndTheCallEndsAfterTenSeconds() {
        var office = office("[public]\nexten => 1,1,Dial(BOB)\n");
        alice.dials(office, "1");
        scene.pass(SECOND);
        bob.tell(new Command.Finish(17));
        scene.pass(SECOND);
        assertThat(alice.indications()).endsWith(Indication.BUSY);
        assertThat(alice.ending()).isEmpty();
        assertThat(office.said("Auto fallthrough")).singleElement().asString().contains("'BUSY'");
        scene.pass(10 * SECOND);
        assertThat(alice.ending()).contains(new Ending.TheyHungUp(17, ""));
    }

    @Test
    void busyCountsMoreThanNobodyThere() {
        var office =
                office(
                        """
                        [public]
                        exten => 1,1,Dial(BOB&IAX2/nobody/1)
                         same => n,NoOp(${DIALSTATUS})
                        """);
        alice.dials(office, "1");
        scene.pass(SECOND);
        bob.tell(new Command.Indicate(Indication.BUSY));
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("BUSY");
        assertThat(office.said("'nobody' is no peer section of iax.conf")).hasSize(1);
    }

    @Test
    void callerGivesUp() {
        var office =
                office(
                        """
                        [public]
                        exten => 1,1,Dial(BOB)
                        exten => h,1,NoOp(${DIALSTATUS})
                        """);
        alice.dials(office, "1");
        scene.pass(SECOND);
        alice.hangsUp();
        scene.pass(SECOND);
        assertThat(bob.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(office.noted()).containsExactly("CANCEL");
    }

    @Test
    void withGTheCallerGoesOn() {
        bob.answeringAfter(0);
        var office =
                office(
                        """
                        [public]
                        exten => 1,1,Dial(BOB,,g)
                         same => n,NoOp(on ${DIALSTATUS})
                         same => n,Echo()
                        """);
        alice.dials(office, "1");
        scene.pass(SECOND);
        bob.hangsUp();
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("on ANSWER");
        assertThat(alice.ending()).isEmpty();
    }

    @Test
    void withSTheTalkIsLimited() {
        bob.answeringAfter(0);
        alice.dials(office("[public]\nexten => 1,1,Dial(BOB,,S(30))\n"), "1");
        scene.pass(29 * SECOND);
        assertThat(alice.ending()).isEmpty();
        scene.pass(2 * SECOND);
        assertThat(alice.ending()).contains(new Ending.TheyHungUp(16, ""));
        assertThat(bob.ending()).contains(new Ending.TheyHungUp(16, ""));
    }

    @Test
    void whoHasBeenAnsweredHearsARingingTone() {
        alice.dials(office("[public]\nexten => 1,1,Answer()\n same => n,Dial(BOB,,r)\n"), "1");
        scene.pass(2 * SECOND);
        assertThat(level(alice, 440)).isBetween(-21.0, -17.0);
    }

    @Test
    void oddOptionsAreSaidOnceAndDoNoHarm() {
        bob.answeringAfter(0);
        var office = office("[public]\nexten => 1,1,Dial(BOB,20,tY)\n");
        alice.dials(office, "1");
        scene.pass(SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(office.said("extensions.conf:2: Dial option 't' is accepted and has no effect"))
                .hasSize(1);
        assertThat(office.said("Dial has no option 'Y'")).hasSize(1);
    }

    @Test
    void hostNamesAreLookedUpOutsideTheLoop() {
        bob.answeringAfter(0);
        var office = office("[public]\nexten => 1,1,Dial(IAX2/bob.example.net/1)\n");
        office.names.put("bob.example.net", bob.address());
        alice.dials(office, "1");
        scene.pass(SECOND);
        assertThat(alice.isAnswered()).isTrue();
    }

    @Test
    void onlyIaxCanBeDialled() {
        var office =
                office(
                        "[public]\nexten => 1,1,Dial(SIP/1)\n same => n,NoOp(${DIALSTATUS}"
                                + " ${HANGUPCAUSE})\n");
        alice.dials(office, "1");
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("CHANUNAVAIL 66");
        assertThat(office.said("No channel type registered for 'SIP'")).hasSize(1);
    }
}
