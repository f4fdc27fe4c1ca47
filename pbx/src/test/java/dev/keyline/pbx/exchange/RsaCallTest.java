package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Ending;
import dev.keyline.pbx.ledger.LoginEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two exchanges, east and west, and a key between them.
class RsaCallTest {
    private static final String GUEST =
            """
            [guest]
            type=user
            context=public
            """;

    private static final String CODECS = "[general]\ndisallow=all\nallow=ulaw\n";

    private static final String WEST_EXTENSIONS =
            """
            [from-east]
            exten => 600,1,Answer()
             same => n,NoOp(${CHANNEL(auth_method)} ${CHANNEL(auth_key)} ${CALLERID(num)})
             same => n,Echo()
            """;

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();

    private Scene.Office west(String section, String... publics) {
        return scene.office(
                CODECS + section, WEST_EXTENSIONS, TestKeys.ring(List.of(), List.of(publics)));
    }

    private Scene.Office east(Scene.Office west, String outkey) {
        return scene.office(
                CODECS
                        + GUEST
                        + """
                        [west]
                        type=peer
                        host=%s
                        username=east
                        outkey=%s
                        """
                                .formatted(west.address.host(), outkey),
                """
                [public]
                exten => _6XX,1,Dial(IAX2/west/${EXTEN})
                 same => n,NoOp(${DIALSTATUS} ${HANGUPCAUSE})
                """,
                TestKeys.ring(List.of("east", "other"), List.of()));
    }

    private static final String EAST_SECTION =
            """
            [east]
            type=user
            auth=rsa
            inkeys=east
            context=from-east
            """;

    @Test
    void theKeyOpensTheLineAndSoundGoesBothWays() {
        var west = west(EAST_SECTION, "east");
        var east = east(west, "east");
        alice.as(dev.keyline.iax.message.CallerId.of("1001", "Alice")).dials(east, "600");
        scene.pass(SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(west.noted()).containsExactly("RSA east 1001");
        assertThat(west.told(LoginEvent.Accepted.class))
                .singleElement()
                .satisfies(
                        letIn -> {
                            assertThat(letIn.attempt().account()).isEqualTo("east");
                            assertThat(letIn.attempt().used()).contains(AuthMethod.RSA);
                            assertThat(letIn.fingerprint()).isEqualTo("SHA256:east");
                        });
        assertThat(east.told(LoginEvent.Accepted.class))
                .filteredOn(l -> l.attempt().kind() == LoginEvent.Kind.OWN_CALL)
                .singleElement()
                .satisfies(answered -> assertThat(answered.key()).isEqualTo("east"));

        alice.speaks(Cadence.steady(Tone.of(500, -10)), 100);
        scene.pass(3 * SECOND);
        assertThat(alice.heard(CallEvent.Heard.class)).hasSize(100);
        var sound = alice.sound();
        assertThat(Level.at(500, sound, 0, sound.length)).isBetween(-11.0, -9.0);

        alice.presses("#");
        scene.pass(SECOND);
        assertThat(alice.ending()).contains(new Ending.TheyHungUp(16, ""));
        scene.pass(100 * SECOND);
        assertThat(west.exchange().isIdle()).isTrue();
        assertThat(east.exchange().isIdle()).isTrue();
    }

    @Test
    void theWrongKeyIsRefusedAndBothSidesSayWhy() {
        var west = west(EAST_SECTION, "east");
        var east = east(west, "other");
        alice.dials(east, "600");
        scene.pass(5 * SECOND);
        assertThat(east.noted()).containsExactly("CHANUNAVAIL 50");
        assertThat(alice.isAnswered()).isFalse();

        assertThat(west.log)
                .contains(
                        "WARNING No RSA public keys on file matched incoming call",
                        "WARNING Host " + east.address.host() + " failed to authenticate as east",
                        "NOTICE Rejected connect attempt from "
                                + east.address
                                + ", who was trying to reach '600@'");
        assertThat(west.said("Why " + east.address))
                .singleElement()
                .asString()
                .contains("key 'east' (SHA256:east) did not make it", "[east] at iax.conf:4");
        assertThat(west.told(LoginEvent.Refused.class))
                .singleElement()
                .satisfies(turned -> assertThat(turned.reason()).isEqualTo("no-key-matched"));
        assertThat(east.said("WARNING Call rejected by " + west.address))
                .singleElement()
                .asString()
                .contains("No authority found");
    }

    @Test
    void anInkeyWithoutFileIsSaidAtLoadAndAtTheCall() {
        var west = west(EAST_SECTION);
        assertThat(west.said("Requested inkey 'east' for RSA authentication does not exist"))
                .singleElement()
                .asString()
                .contains("iax.conf:7", "no file east.pub");
        var east = east(west, "east");
        alice.dials(east, "600");
        scene.pass(5 * SECOND);
        assertThat(west.said("Requested inkey 'east'")).hasSize(2);
        assertThat(east.noted()).containsExactly("CHANUNAVAIL 50");
    }

    @Test
    void aKeyWhoseTimeIsOverIsRefusedByThatName_andItsSuccessorFits() {
        var ring = TestKeys.expired("other", TestKeys.ring(List.of(), List.of("other", "east")));
        var west =
                scene.office(
                        CODECS + EAST_SECTION.replace("inkeys=east", "inkeys=other:east"),
                        WEST_EXTENSIONS,
                        ring);
        var late = east(west, "other");
        alice.dials(late, "600");
        scene.pass(5 * SECOND);
        assertThat(late.noted()).containsExactly("CHANUNAVAIL 50");
        assertThat(west.log).contains("WARNING No RSA public keys on file matched incoming call");
        assertThat(west.told(LoginEvent.Refused.class))
                .singleElement()
                .satisfies(
                        turned -> {
                            assertThat(turned.reason()).isEqualTo("key-out-of-term");
                            assertThat(turned.explanation()).contains("other.pub expired");
                            assertThat(turned.hint()).contains("the caller needs the new key");
                        });

        scene.phone().dials(east(west, "east"), "600");
        scene.pass(SECOND);
        assertThat(west.noted()).singleElement().asString().startsWith("RSA east");
    }

    @Test
    void theSecondOfTwoKeysFits() {
        var west = west(EAST_SECTION.replace("inkeys=east", "inkeys=old:east"), "old", "east");
        alice.dials(east(west, "east"), "600");
        scene.pass(SECOND);
        assertThat(west.noted()).singleElement().asString().startsWith("RSA east");
    }

    @Test
    void aMissingOutkeyIsSaidAtTheCaller() {
        var west = west(EAST_SECTION, "east");
        var east = east(west, "lost");
        alice.dials(east, "600");
        scene.pass(5 * SECOND);
        assertThat(east.noted()).containsExactly("CHANUNAVAIL 0");
        assertThat(east.said("WARNING I don't know how to authenticate to"))
                .singleElement()
                .asString()
                .contains("private key 'lost': no file lost.key");
    }

    @Test
    void anExtensionIsLookedForOnlyAfterTheProof() {
        var west = west(EAST_SECTION, "east");
        var stranger = scene.phone(TestKeys.ring(List.of("other"), List.of()));
        var friend = scene.phone(TestKeys.ring(List.of("east"), List.of()));
        stranger.dials(
                west,
                "999",
                dev.keyline.iax.auth.Credentials.usual(
                        "east", java.util.Optional.of("other"), java.util.Optional.empty()));
        friend.dials(
                west,
                "999",
                dev.keyline.iax.auth.Credentials.usual(
                        "east", java.util.Optional.of("east"), java.util.Optional.empty()));
        scene.pass(5 * SECOND);
        assertThat(stranger.ending()).contains(new Ending.TheyRefused(50, "No authority found"));
        assertThat(friend.ending())
                .contains(new Ending.TheyRefused(3, "No such context/extension"));
        assertThat(west.said("request '999@from-east' does not exist")).hasSize(1);
    }

    @Test
    void strangersTextsCannotWriteLogLines() {
        var west = west(EAST_SECTION, "east");
        var stranger = scene.phone(TestKeys.ring(List.of("other"), List.of()));
        stranger.dials(
                west,
                "1\nWARNING forged",
                dev.keyline.iax.auth.Credentials.usual(
                        "a\u001b[2Jb\u2028",
                        java.util.Optional.of("other"),
                        java.util.Optional.empty()));
        scene.pass(5 * SECOND);
        assertThat(west.log)
                .isNotEmpty()
                .noneMatch(line -> line.matches("(?s).*[\\p{Cntrl}\u2028].*"));
    }
}
