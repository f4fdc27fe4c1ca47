package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.audio.tone.ToneSource;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.Unquelch;
import dev.keyline.iax.wire.Bytes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One party has the other wait.
class HoldTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            [guest]
            type=user
            context=public
            GUEST
            [bob]
            type=peer
            host=HOST
            PEER
            """;

    private static final String MUSIC =
            """
            [default]
            mode=files
            directory=moh
            [jazz]
            mode=files
            directory=moh-jazz
            """;

    private static final String DIAL = "exten => 1,1,Dial(IAX2/bob/1)\n";

    /// What the folders of the music hold, in Hz.
    private static final int USUAL = 1000;

    private static final int JAZZ = 2000;

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();
    private final Phone bob = scene.phone().answeringAfter(0);

    private Scene.Office call(String guest, String peer, String dialplan) {
        var office =
                scene.office(
                        IAX.replace("GUEST", guest)
                                .replace("HOST", bob.address().host())
                                .replace("PEER", peer),
                        "[public]\n" + dialplan,
                        MUSIC);
        office.music.put("moh", List.of(tune(USUAL), tune(USUAL)));
        office.music.put("moh-jazz", List.of(tune(JAZZ)));
        alice.dials(office, "1");
        scene.pass(SECOND);
        return office;
    }

    /// One second of a tone.
    private static Sound tune(int hertz) {
        var samples = new short[8000];
        new ToneSource(Cadence.steady(Tone.of(hertz, -10))).next(samples, 0, samples.length);
        return new Sound(8000, samples);
    }

    private static void hears(Phone phone, int hertz) {
        var sound = phone.sound();
        assertThat(Level.at(hertz, sound, 0, sound.length)).isBetween(-12.0, -9.0);
    }

    private void holds(Phone phone, String musicClass) {
        phone.tell(new Command.Indicate(Indication.HOLD, Bytes.utf8(musicClass)));
        scene.pass(3 * SECOND);
    }

    @AfterEach
    void nothingIsLeft() {
        alice.tell(new Command.Finish(16));
        scene.pass(150 * SECOND);
        assertThat(alice.isIdle()).isTrue();
        assertThat(bob.isIdle()).isTrue();
    }

    @Test
    void whoIsHeldHearsMusicUntilTheyAreNot() {
        call("", "", DIAL);
        holds(bob, "");
        hears(alice, USUAL);
        assertThat(alice.indications()).doesNotContain(Indication.HOLD);
        bob.tell(new Command.Indicate(Indication.UNHOLD));
        scene.pass(SECOND);
        int heard = alice.heard(CallEvent.Heard.class).size();
        scene.pass(SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(heard);
        assertThat(heard).isBetween(145, 155);
    }

    @Test
    void whoHearsMusicHearsNobodyElse() {
        call("", "", DIAL);
        bob.speaks(Cadence.steady(Tone.of(500, -10)), 150);
        holds(bob, "");
        hears(alice, USUAL);
        assertThat(alice.heard(CallEvent.Heard.class).size()).isLessThan(160);
    }

    @Test
    void whoSpokeBeforeIsHeardAgainAfterwardsAndNotMeanwhile() {
        call("", "", DIAL);
        talk(50);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(50);
        bob.tell(new Command.Indicate(Indication.HOLD));
        talk(50);
        bob.tell(new Command.Indicate(Indication.UNHOLD));
        int heard = alice.heard(CallEvent.Heard.class).size();
        assertThat(heard).isBetween(50 + 95, 50 + 105); // two seconds of music
        talk(50);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(heard + 50);
    }

    /// Both speak, and a second passes after that.
    private void talk(int blocks) {
        alice.speaks(Cadence.steady(Tone.of(500, -10)), blocks);
        bob.speaks(Cadence.steady(Tone.of(500, -10)), blocks);
        scene.pass(2 * SECOND);
    }

    @Test
    void theClassIsSuggestedByHold() {
        call("", "", DIAL);
        holds(bob, "jazz\0");
        hears(alice, JAZZ);
    }

    @Test
    void aClassThatIsNoneIsTheUsualOne() {
        call("", "", DIAL);
        holds(bob, "../../etc");
        hears(alice, USUAL);
    }

    @Test
    void theSectionOfWhoIsHeldSaysTheClass() {
        call("mohinterpret=jazz", "", DIAL);
        holds(bob, "");
        hears(alice, JAZZ);
    }

    @Test
    void theDialplanCountsMostOfAll() {
        call("", "", "exten => 1,1,Set(CHANNEL(musicclass)=jazz)\n same => n,Dial(IAX2/bob/1)\n");
        holds(bob, "default");
        hears(alice, JAZZ);
    }

    @Test
    void passthroughIsToldToHold() {
        call("", "mohinterpret=passthrough", DIAL);
        holds(alice, "jazz\0");
        assertThat(bob.heard(CallEvent.Indicated.class))
                .contains(new CallEvent.Indicated(Indication.HOLD, Bytes.utf8("jazz\0")));
        assertThat(bob.heard(CallEvent.Heard.class)).isEmpty();
        alice.tell(new Command.Indicate(Indication.UNHOLD));
        scene.pass(SECOND);
        assertThat(bob.indications()).endsWith(Indication.UNHOLD);
    }

    @Test
    void quelchWithMusicHoldsTheOther() {
        call("", "mohsuggest=jazz", DIAL);
        bob.tell(new Command.Carry(new Quelch(true)));
        scene.pass(3 * SECOND);
        hears(alice, JAZZ);
        assertThat(alice.heard(CallEvent.Carried.class)).isEmpty();
        bob.tell(new Command.Carry(new Unquelch()));
        scene.pass(SECOND);
        int heard = alice.heard(CallEvent.Heard.class).size();
        scene.pass(SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(heard);
    }

    @Test
    void quelchWithoutMusicHoldsNobody() {
        call("", "", DIAL);
        bob.tell(new Command.Carry(new Quelch(false)));
        alice.speaks(Cadence.steady(Tone.of(500, -10)), 50);
        scene.pass(2 * SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).isEmpty();
        assertThat(bob.heard(CallEvent.Heard.class)).isEmpty();
    }

    @Test
    void whoIsLeftByTheHolderHearsNoMoreMusic() {
        call("", "", "exten => 1,1,Dial(IAX2/bob/1,,g)\n same => n,Wait(5)\n");
        holds(bob, "");
        bob.hangsUp();
        scene.pass(SECOND);
        int heard = alice.heard(CallEvent.Heard.class).size();
        scene.pass(SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(heard);
    }

    @Test
    void musicForATime() {
        var office =
                call(
                        "",
                        "",
                        "exten => 1,1,MusicOnHold(jazz,2)\n same => n,NoOp(on)\n same => n,Wait(5)\n");
        scene.pass(2 * SECOND);
        hears(alice, JAZZ);
        assertThat(office.noted()).containsExactly("on");
        assertThat(alice.heard(CallEvent.Heard.class).size()).isBetween(95, 105);
    }

    @Test
    void musicGoesOnUntilItIsStopped() {
        var office =
                call(
                        "",
                        "",
                        """
                        exten => 1,1,StartMusicOnHold()
                         same => n,Wait(2)
                         same => n,NoOp(meanwhile)
                         same => n,StopMusicOnHold()
                         same => n,Wait(5)
                        """);
        scene.pass(4 * SECOND);
        hears(alice, USUAL);
        assertThat(office.noted()).containsExactly("meanwhile");
        assertThat(alice.heard(CallEvent.Heard.class).size()).isBetween(95, 105);
    }

    @Test
    void musicInsteadOfRinging() {
        bob.answeringAfter(3 * SECOND);
        call("", "", "exten => 1,1,Dial(IAX2/bob/1,20,m(jazz))\n");
        scene.pass(SECOND);
        hears(alice, JAZZ);
        assertThat(alice.indications()).doesNotContain(Indication.RINGING);
        scene.pass(2 * SECOND);
        int heard = alice.heard(CallEvent.Heard.class).size();
        scene.pass(SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(heard);
    }

    @Test
    void whereThereIsNoMusicThereIsSilenceAndAWord() {
        var office = call("", "", DIAL);
        office.music.clear();
        holds(bob, "");
        assertThat(alice.heard(CallEvent.Heard.class)).isEmpty();
        assertThat(office.said("No music in moh")).hasSize(1);
    }
}
