package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.registration.Registrant;
import dev.keyline.pbx.store.Mailboxes.Waiting;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// A branch registers, and hears how many messages wait for it.
class MailTest {
    private static final String PLAN = "[in]\nexten => 1,1,Answer()\n";

    private final Scene scene = new Scene();
    private final Scene.Office hq =
            scene.office(
                    """
                    [branch]
                    type=friend
                    host=dynamic
                    auth=rsa
                    inkeys=branch
                    mailbox=600@default,601@sales
                    [quiet]
                    type=friend
                    host=dynamic
                    auth=rsa
                    inkeys=branch
                    """,
                    PLAN,
                    TestKeys.ring(List.of(), List.of("branch")));

    private Scene.Office branch(String name) {
        return scene.office(
                "[general]\nregister => " + name + ":[branch]@" + hq.address.host() + "\n",
                PLAN,
                TestKeys.ring(List.of("branch"), List.of()));
    }

    private static OptionalInt messages(Scene.Office office) {
        return office.exchange().peers().registrations().stream()
                .flatMap(line -> line.getValue().stream())
                .map(Registrant::messages)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMessagesOfAllItsMailboxesAreCounted() {
        hq.mail.put("600@default", new Waiting(2, 1));
        hq.mail.put("601@sales", new Waiting(1, 4));
        scene.pass(31 * SECOND);
        var branch = branch("branch");
        scene.pass(SECOND);
        assertThat(messages(branch)).hasValue(5 << 8 | 3);
        assertThat(branch.said("with 3 new and 5 old messages waiting")).hasSize(1);
    }

    @Test
    void withoutMailboxNothingIsSaid() {
        var branch = branch("quiet");
        scene.pass(SECOND);
        assertThat(messages(branch)).isEmpty();
        assertThat(branch.said("with no messages waiting")).hasSize(1);
    }

    @Test
    void aChangeIsNewsWithTheNextRegistrationAndOnlyThen() {
        scene.pass(SECOND);
        var branch = branch("branch");
        scene.pass(SECOND);
        assertThat(branch.said("Registered IAX2 to")).hasSize(1);
        hq.mail.put("600@default", new Waiting(1, 0));
        scene.pass(110 * SECOND);
        assertThat(branch.said("with 1 new message waiting")).hasSize(1);
        scene.pass(110 * SECOND);
        assertThat(branch.said("Registered IAX2 to")).hasSize(2);
    }

    @Test
    void asAsteriskWordsIt() {
        assertThat(MailWords.of(OptionalInt.of(0x0102)))
                .isEqualTo("2 new and 1 old messages waiting");
        assertThat(MailWords.of(OptionalInt.of(0x0100)))
                .isEqualTo("0 new and 1 old messages waiting");
        assertThat(MailWords.of(OptionalInt.of(2))).isEqualTo("2 new messages waiting");
        assertThat(MailWords.of(OptionalInt.of(0xFFFF))).isEqualTo("messages waiting");
    }

    @Test
    void moreThanAnOctetHoldsIsAsMuchAsItHolds() {
        assertThat(new Waiting(1000, 3).packed()).isEqualTo(3 << 8 | 255);
        assertThat(new Waiting(0, 300).packed()).isEqualTo(255 << 8);
    }
}
