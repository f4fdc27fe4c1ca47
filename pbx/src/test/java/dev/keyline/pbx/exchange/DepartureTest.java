package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.pbx.ledger.ChannelEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `transfer=` at both sections of a call that Dial joins.
class DepartureTest {
    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();
    private final Phone bob = scene.phone().answeringAfter(SECOND);

    private Scene.Office call(String hers, String his, String options) {
        var office =
                scene.office(
                        """
                        [general]
                        disallow=all
                        allow=ulaw
                        [alice]
                        type=user
                        context=public
                        HERS
                        [bob]
                        type=peer
                        host=HOST
                        HIS
                        """
                                .replace("HERS", hers)
                                .replace("HIS", his)
                                .replace("HOST", bob.address().host()),
                        "[public]\nexten => 1,1,Dial(IAX2/bob/2,," + options + ")\n");
        alice.dials(office, "1");
        scene.pass(SECOND / 2);
        alice.tell(new Command.Reroute(TransferRule.YES));
        bob.tell(new Command.Reroute(TransferRule.YES));
        scene.pass(2 * SECOND);
        assertThat(alice.isAnswered()).isTrue();
        return office;
    }

    private void assertThroughUs(Scene.Office office) {
        assertThat(office.exchange().channels()).hasSize(2);
        assertThat(alice.peers()).containsExactly(office.address);
        assertThat(bob.peers()).containsExactly(office.address);
    }

    private void assertTheyTalk() {
        alice.speaks(Cadence.steady(Tone.of(500, -10)), 50);
        bob.speaks(Cadence.steady(Tone.of(1500, -10)), 50);
        scene.pass(2 * SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(50);
        assertThat(bob.heard(CallEvent.Heard.class)).hasSize(50);
    }

    @AfterEach
    void nothingIsLeft() {
        alice.hangsUp();
        scene.pass(SECOND);
        assertThat(bob.ending()).contains(new Ending.TheyHungUp(16, ""));
        scene.pass(150 * SECOND);
        assertThat(alice.isIdle()).isTrue();
        assertThat(bob.isIdle()).isTrue();
    }

    @Test
    void withYesAtBothTheyGoOnWithoutUs() {
        var office = call("transfer=yes", "transfer=yes", "");
        assertThat(alice.peers()).containsExactly(bob.address());
        assertThat(bob.peers()).containsExactly(alice.address());
        assertThat(office.exchange().channels()).isEmpty();
        assertThat(office.exchange().liveCalls()).isZero();
        assertThat(office.told(ChannelEvent.Ended.class))
                .extracting(ChannelEvent.Ended::why)
                .containsExactlyInAnyOrder(
                        "transferred: the other side goes on directly with " + bob.address(),
                        "transferred: the other side goes on directly with " + alice.address());
        assertTheyTalk();
    }

    @Test
    void withMediaOnlyAtOneTheSignallingStays() {
        var office = call("transfer=yes", "transfer=mediaonly", "");
        assertThroughUs(office);
        assertThat(office.said("has its voice past us")).hasSize(2);
        assertTheyTalk();
    }

    @Test
    void unwrittenOrNoAtOneTheyStay() {
        assertThroughUs(call("transfer=yes", "", ""));
        assertTheyTalk();
    }

    @Test
    void whoeverLimitsACallStaysInIt() {
        assertThroughUs(call("transfer=yes", "transfer=yes", "S(30)"));
        assertTheyTalk();
    }
}
