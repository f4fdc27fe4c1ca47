package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Ending;
import org.junit.jupiter.api.Test;

/// The shortest story: somebody calls 600 and hears themselves.
class EchoTest {
    private final Scene scene = new Scene();
    private final Scene.Office west =
            scene.office(
                    """
                    [general]
                    disallow=all
                    allow=ulaw
                    [guest]
                    type=user
                    context=public
                    """,
                    """
                    [public]
                    exten => 600,1,Answer()
                     same => n,Echo()
                     same => n,Hangup()
                    """);
    private final Phone phone = scene.phone();

    @Test
    void phoneCalls600HearsEchoPressesHashAndIsHungUp() {
        phone.dials(west, "600");
        scene.pass(SECOND);
        assertThat(phone.isAnswered()).isTrue();

        phone.speaks(Cadence.MILLIWATT, 100);
        scene.pass(3 * SECOND);
        assertThat(phone.heard(CallEvent.Heard.class)).hasSize(100);
        var sound = phone.sound();
        assertThat(Level.at(1004, sound, 0, sound.length)).isBetween(-0.5, 0.5);

        phone.presses("#");
        scene.pass(SECOND);
        assertThat(phone.ending()).contains(new Ending.TheyHungUp(16, ""));
        scene.pass(100 * SECOND);
        assertThat(west.exchange().isIdle()).isTrue();
        assertThat(phone.isIdle()).isTrue();
    }
}
