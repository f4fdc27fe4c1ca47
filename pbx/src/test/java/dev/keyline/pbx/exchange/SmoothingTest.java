package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.MILLI;
import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.sim.Weather;
import org.junit.jupiter.api.Test;

/// Who gets a jitter buffer, and what it does for the ear. The tone has half a wave too many for a
/// block, so that blocks in the wrong order do not fit together.
class SmoothingTest {
    private static final double HERTZ = 725;
    private static final Weather GUSTS = new Weather(0, 0, 0, 0, MILLI, 60 * MILLI);

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();
    private final Phone bob = scene.phone();

    private Scene.Office office(String general, String section, String dialplan) {
        return scene.office(
                "[general]\ndisallow=all\nallow=ulaw\n"
                        + general
                        + "[guest]\ntype=user\ncontext=public\n"
                        + section,
                "[public]\n" + dialplan.replace("BOB", "IAX2/" + bob.address().host() + "/bob"));
    }

    private short[] recorded(Scene.Office office, Weather weather) {
        alice.dials(office, "1");
        scene.pass(SECOND);
        scene.net().weather(weather);
        alice.speaks(Cadence.steady(Tone.of(HERTZ, -10)), 200);
        scene.pass(5 * SECOND);
        scene.net().weather(Weather.STILL);
        alice.presses("#");
        scene.pass(SECOND);
        return office.recordings.values().iterator().next().samples();
    }

    private double levelOf(Scene.Office office, Weather weather) {
        var samples = recorded(office, weather);
        return Level.at(HERTZ, samples, 4000, 24000);
    }

    private static final String RECORD = "exten => 1,1,Record(a.wav,,,q)\n";

    @Test
    void withoutABufferBlocksAreRecordedAsTheyCome() {
        assertThat(levelOf(office("", "", RECORD), GUSTS)).isLessThan(-14);
    }

    @Test
    void withABufferTheRecordingIsAsItWasSpoken() {
        assertThat(levelOf(office("jitterbuffer=yes\n", "", RECORD), GUSTS)).isGreaterThan(-10.5);
    }

    @Test
    void aSectionMaySayOtherwise() {
        assertThat(levelOf(office("jitterbuffer=yes\n", "jitterbuffer=no\n", RECORD), GUSTS))
                .isLessThan(-14);
    }

    @Test
    void whatIsLostIsMadeUp() {
        var samples = recorded(office("", "jitterbuffer=yes\n", RECORD), GUSTS.withLoss(0.05));
        assertThat(samples.length).isBetween(196 * 160, 215 * 160);
        assertThat(longestSilence(samples)).isLessThan(160);
    }

    private static int longestSilence(short[] samples) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < 190 * 160; i++) {
            run = samples[i] == 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private int heardByBobAtTheLastBlock(String general) {
        bob.answeringAfter(0);
        alice.dials(office(general, "", "exten => 1,1,Dial(BOB)\n"), "1");
        scene.pass(SECOND);
        alice.speaks(Cadence.steady(Tone.of(HERTZ, -10)), 50);
        scene.pass(49 * 20 * MILLI + 5 * MILLI);
        return bob.heard(CallEvent.Heard.class).size();
    }

    @Test
    void whatIsOnlyPassedOnIsNotDelayed() {
        assertThat(heardByBobAtTheLastBlock("jitterbuffer=yes\n")).isEqualTo(50);
    }

    @Test
    void unlessItIsForced() {
        assertThat(heardByBobAtTheLastBlock("jitterbuffer=yes\nforcejitterbuffer=yes\n"))
                .isEqualTo(48);
    }

    @Test
    void afterTheOtherPartyHasLeftItIsHeardHereAgain() {
        bob.answeringAfter(0);
        var office =
                office(
                        "jitterbuffer=yes\n",
                        "",
                        "exten => 1,1,Dial(BOB,,g)\n same => n,Record(a.wav,,,q)\n");
        alice.dials(office, "1");
        scene.pass(SECOND);
        bob.hangsUp();
        scene.pass(SECOND);
        scene.net().weather(GUSTS);
        alice.speaks(Cadence.steady(Tone.of(HERTZ, -10)), 200);
        scene.pass(5 * SECOND);
        scene.net().weather(Weather.STILL);
        alice.presses("#");
        scene.pass(SECOND);
        var samples = office.recordings.values().iterator().next().samples();
        assertThat(Level.at(HERTZ, samples, 4000, 24000)).isGreaterThan(-10.5);
    }
}
