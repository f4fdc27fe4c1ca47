package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.MILLI;
import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import org.junit.jupiter.api.Test;

/// Applications that speak, listen and signal.
class ApplicationTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            allow=gsm
            [guest]
            type=user
            context=public
            """;

    private final Scene scene = new Scene();
    private final Phone phone = scene.phone();

    private Scene.Office office(String dialplan) {
        return scene.office(IAX, "[public]\n" + dialplan);
    }

    private static Sound tone(double hertz, int millis) {
        return new Sound(8000, Cadence.once(Tone.of(hertz, -10), millis).samples());
    }

    private double level(double hertz) {
        var sound = phone.sound();
        return Level.at(hertz, sound, 0, sound.length);
    }

    @Test
    void playbackAnswersPlaysAllFilesAndGoesOn() {
        var office = office("exten => 1,1,Playback(one&two)\n same => n,NoOp(${PLAYBACKSTATUS})\n");
        office.sounds.put("one", tone(500, 1000));
        office.sounds.put("two", tone(1500, 1000));
        phone.dials(office, "1");
        scene.pass(1900 * MILLI);
        assertThat(phone.isAnswered()).isTrue();
        assertThat(office.noted()).isEmpty();
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("SUCCESS");
        assertThat(phone.heard(CallEvent.Heard.class)).hasSize(100);
        var sound = phone.sound();
        assertThat(Level.at(500, sound, 0, 8000)).isBetween(-11.0, -9.0);
        assertThat(Level.at(1500, sound, 8000, 8000)).isBetween(-11.0, -9.0);
    }

    @Test
    void playbackAt16KilohertzAndInGsm() {
        var office = office("exten => 1,1,Playback(wide)\n");
        var cadence = new short[16000];
        for (int i = 0; i < cadence.length; i++) {
            cadence[i] = (short) (8000 * Math.sin(2 * Math.PI * 500 * i / 16000));
        }
        office.sounds.put("wide", new Sound(16000, cadence));
        phone.speaking(MediaFormat.GSM).dials(office, "1");
        scene.pass(2 * SECOND);
        assertThat(phone.heard(CallEvent.Heard.class))
                .hasSize(50)
                .allMatch(heard -> heard.format() == MediaFormat.GSM);
        assertThat(level(500)).isGreaterThan(-12);
    }

    @Test
    void aMissingSoundIsSaidAndTheOthersArePlayed() {
        var office =
                office("exten => 1,1,Playback(none&one)\n same => n,NoOp(${PLAYBACKSTATUS})\n");
        office.sounds.put("one", tone(500, 200));
        phone.dials(office, "1");
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("FAILED");
        assertThat(phone.heard(CallEvent.Heard.class)).hasSize(10);
        assertThat(office.said("extensions.conf:2: not played: none: there is no such sound"))
                .hasSize(1);
    }

    @Test
    void playbackWithNoanswerPlaysBeforeTheAnswer() {
        var office = office("exten => 1,1,Playback(one,noanswer)\n same => n,Wait(5)\n");
        office.sounds.put("one", tone(500, 200));
        phone.dials(office, "1");
        scene.pass(SECOND);
        assertThat(phone.isAnswered()).isFalse();
        assertThat(phone.heard(CallEvent.Heard.class)).hasSize(10);
    }

    @Test
    void milliwattSoundsUntilTheCallerLeaves() {
        phone.dials(office("exten => 1,1,Answer()\n same => n,Milliwatt()\n"), "1");
        scene.pass(10 * SECOND);
        assertThat(phone.heard(CallEvent.Heard.class).size()).isBetween(499, 501);
        assertThat(level(1004)).isBetween(-0.2, 0.2);
        phone.hangsUp();
        scene.pass(SECOND);
        assertThat(phone.ending()).contains(new Ending.WeHungUp(16));
    }

    @Test
    void recordKeepsWhatIsSaidUntilHash() {
        var office =
                office(
                        """
                        exten => 1,1,Record(greeting.wav,,,q)
                         same => n,NoOp(${RECORD_STATUS} ${RECORDED_FILE})
                        """);
        phone.dials(office, "1");
        scene.pass(SECOND);
        phone.speaks(Cadence.steady(Tone.of(700, -10)), 100);
        scene.pass(3 * SECOND);
        phone.presses("#");
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("DTMF greeting");
        var kept = office.recordings.get("greeting.wav");
        assertThat(kept).isNotNull();
        assertThat(kept.samples()).hasSize(100 * 160);
        assertThat(Level.at(700, kept.samples(), 0, 16000)).isBetween(-11.0, -9.0);
    }

    @Test
    void recordEndsBySilenceAndCountsUp() {
        var office =
                office(
                        """
                        exten => 1,1,Record(m%d.gsm,2)
                         same => n,NoOp(${RECORD_STATUS} ${RECORDED_FILE})
                         same => n,Goto(1)
                        """);
        phone.dials(office, "1");
        scene.pass(10 * SECOND);
        assertThat(office.noted()).startsWith("SILENCE m0", "SILENCE m1");
        assertThat(level(1400)).as("a beep").isGreaterThan(-60);
    }

    @Test
    void recordEndsByTimeAndByTheCallerLeaving() {
        var office =
                office(
                        """
                        exten => 1,1,Record(a.wav,,3,q)
                         same => n,NoOp(${RECORD_STATUS})
                         same => n,Record(b.wav,,,q)
                        exten => h,1,NoOp(${RECORD_STATUS} ${RECORDED_FILE})
                        """);
        phone.dials(office, "1");
        scene.pass(4 * SECOND);
        assertThat(office.noted()).containsExactly("TIMEOUT");
        phone.speaks(Cadence.MILLIWATT, 20);
        scene.pass(SECOND);
        phone.hangsUp();
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("TIMEOUT", "HANGUP b");
        assertThat(office.recordings.get("b.wav")).isNotNull();
    }

    @Test
    void recordNeedsAFormat() {
        var office = office("exten => 1,1,Record(a.mp3)\n same => n,NoOp(${RECORD_STATUS})\n");
        phone.dials(office, "1");
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("ERROR");
        assertThat(office.said("write a name and one of the endings")).hasSize(1);
    }

    @Test
    void readTakesDigitsUntilHash() {
        var office = office("exten => 1,1,Read(PIN)\n same => n,NoOp(${PIN} ${READSTATUS})\n");
        phone.dials(office, "1");
        scene.pass(SECOND);
        phone.presses("12*4#");
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("12*4 OK");
    }

    @Test
    void readStopsAtTheMostAndTheFirstDigitStopsThePrompt() {
        var office =
                office("exten => 1,1,Read(PIN,ask,3)\n same => n,NoOp(${PIN} ${READSTATUS})\n");
        office.sounds.put("ask", tone(500, 10_000));
        phone.dials(office, "1");
        scene.pass(SECOND);
        int before = phone.heard(CallEvent.Heard.class).size();
        assertThat(before).isBetween(40, 51);
        phone.presses("1");
        scene.pass(SECOND);
        assertThat(phone.heard(CallEvent.Heard.class).size()).isLessThan(before + 3);
        phone.presses("23");
        scene.pass(SECOND);
        assertThat(office.noted()).containsExactly("123 OK");
    }

    @Test
    void readGivesUpAfterItsTime() {
        var office =
                office(
                        """
                        exten => 1,1,Read(PIN,,4,,2,3)
                         same => n,NoOp(${PIN}. ${READSTATUS})
                        """);
        phone.dials(office, "1");
        scene.pass(5 * SECOND);
        assertThat(office.noted()).isEmpty();
        scene.pass(2 * SECOND);
        assertThat(office.noted()).containsExactly(". TIMEOUT");
    }

    @Test
    void busyBeforeTheAnswerIsSaid() {
        phone.dials(office("exten => 1,1,Busy(3)\n"), "1");
        scene.pass(SECOND);
        assertThat(phone.indications()).containsExactly(Indication.BUSY);
        scene.pass(3 * SECOND);
        assertThat(phone.ending()).contains(new Ending.TheyHungUp(17, ""));
    }

    @Test
    void congestionAfterTheAnswerIsHeard() {
        phone.dials(office("exten => 1,1,Answer()\n same => n,Congestion(2)\n"), "1");
        scene.pass(3 * SECOND);
        assertThat(level(480)).isGreaterThan(-32);
        assertThat(phone.ending()).contains(new Ending.TheyHungUp(34, ""));
    }

    @Test
    void callersAreToldWhatGoesOn() {
        phone.dials(
                office(
                        """
                        exten => 1,1,Proceeding()
                         same => n,Progress()
                         same => n,Ringing()
                         same => n,Wait(1)
                        """),
                "1");
        scene.pass(SECOND / 2);
        assertThat(phone.indications())
                .containsExactly(Indication.PROCEEDING, Indication.PROGRESS, Indication.RINGING);
    }

    @Test
    void digitsAndTextAreSent() {
        var office =
                office(
                        """
                        exten => 1,1,Answer()
                         same => n,SendText(hello, you)
                         same => n,SendDTMF(1w#,100,50)
                         same => n,NoOp(sent)
                        """);
        phone.dials(office, "1");
        scene.pass(2 * SECOND);
        assertThat(phone.heard(CallEvent.Wrote.class))
                .containsExactly(new CallEvent.Wrote("hello, you"));
        assertThat(phone.heard(CallEvent.Pressed.class))
                .containsExactly(
                        new CallEvent.Pressed('1', true),
                        new CallEvent.Pressed('1', false),
                        new CallEvent.Pressed('#', true),
                        new CallEvent.Pressed('#', false));
        assertThat(office.noted()).containsExactly("sent");
    }
}
