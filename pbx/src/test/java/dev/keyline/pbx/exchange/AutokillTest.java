package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Calls of which nothing is heard.
class AutokillTest {
    private static final String PLAN =
            """
            [in]
            exten => 1,1,Dial(IAX2/nobody/7)
             same => n,NoOp(${DIALSTATUS})
            """;
    private static final String PHONE = "[phone]\ntype=user\ncontext=in\n";

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();

    private Scene.Office office(String general, String peer) {
        return scene.office(
                "[general]\n" + general + PHONE + "[nobody]\ntype=peer\nhost=10.9.9.9\n" + peer,
                PLAN);
    }

    private boolean isGivenUp(Scene.Office office, long after) {
        alice.dials(office, "1");
        scene.pass(after);
        return !office.said("Auto-congesting call due to slow response").isEmpty();
    }

    @Test
    void aDeadPeerIsGivenUpAfterTwiceTheTime() {
        var office = office("autokill=yes\n", "");
        assertThat(isGivenUp(office, 3 * SECOND)).isFalse();
        scene.pass(2 * SECOND);
        assertThat(office.said("Auto-congesting")).hasSize(1);
        assertThat(office.noted()).containsExactly("CONGESTION");
    }

    @Test
    void withoutItRepetitionsTakeTheirTime() {
        assertThat(isGivenUp(office("", ""), 10 * SECOND)).isFalse();
        assertThat(isGivenUp(office("autokill=0\n", ""), 10 * SECOND)).isFalse();
    }

    @Test
    void aPeerThatIsWatchedHasItsOwnTime() {
        var office = office("autokill=5000\n", "qualify=500\n");
        assertThat(isGivenUp(office, 2 * SECOND)).isTrue();
    }

    @Test
    void whoeverSaysAnythingIsWaitedFor() {
        var bob = scene.phone();
        var office =
                scene.office(
                        "[general]\nautokill=1000\n"
                                + PHONE
                                + "[nobody]\ntype=peer\nhost=%s\n".formatted(bob.address().host()),
                        PLAN);
        bob.answeringAfter(20 * SECOND);
        assertThat(isGivenUp(office, 30 * SECOND)).isFalse();
        assertThat(alice.isAnswered()).isTrue();
    }
}
