package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.Unquelch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A peer that wants no voice gets none (RFC 5456 §6.4.4).
class QuelchTest {
    private static final long SECOND = 1_000_000_000L;

    private final Network net = new Network(5, Weather.STILL);
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);
    private CallId call = new CallId(0);

    @BeforeEach
    void up() {
        call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
    }

    private int heardAfterSpeaking() {
        int before = west.heard(CallEvent.Heard.class).size();
        east.speak(call, 50);
        net.run(2 * SECOND);
        return west.heard(CallEvent.Heard.class).size() - before;
    }

    private void says(Command.Carry wish) {
        west.tell(west.call(), wish);
        net.run(SECOND);
    }

    @Test
    void quelchStopsVoiceAndUnquelchBringsItBack() {
        assertThat(heardAfterSpeaking()).isEqualTo(50);
        says(new Command.Carry(new Quelch(true)));
        assertThat(heardAfterSpeaking()).isZero();
        says(new Command.Carry(new Unquelch()));
        assertThat(heardAfterSpeaking()).isEqualTo(50);
    }

    @Test
    void keysAndTextsGoOnMeanwhile() {
        says(new Command.Carry(new Quelch(false)));
        east.tell(call, new Command.Press('5', true));
        east.tell(call, new Command.Write("still here"));
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Pressed.class)).hasSize(1);
        assertThat(west.heard(CallEvent.Wrote.class)).hasSize(1);
    }

    @Test
    void itConcernsOneDirectionOnly() {
        says(new Command.Carry(new Quelch(false)));
        west.speak(west.call(), 50);
        net.run(2 * SECOND);
        assertThat(east.heard(CallEvent.Heard.class)).hasSize(50);
    }
}
