package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Two exchanges, a key between them, and a secret to encrypt with.
class EncryptedCallTest {
    private static final String CODECS = "[general]\ndisallow=all\nallow=ulaw\n";

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();

    private Scene.Office west(String lines) {
        return scene.office(
                CODECS
                        + """
                        [east]
                        type=user
                        auth=rsa
                        inkeys=east
                        secret=shared
                        context=in
                        """
                        + lines,
                """
                [in]
                exten => 600,1,Answer()
                 same => n,NoOp(${CHANNEL(auth_method)}/${CHANNEL(secure_signaling)}/${CHANNEL(secure_media)})
                 same => n,Echo()
                """,
                TestKeys.ring(List.of(), List.of("east")));
    }

    private Scene.Office east(Scene.Office west, String lines, String set) {
        return scene.office(
                CODECS
                        + """
                        [guest]
                        type=user
                        context=public
                        [west]
                        type=peer
                        host=%s
                        username=east
                        outkey=east
                        %s
                        """
                                .formatted(west.address.host(), lines),
                """
                [public]
                exten => 600,1,NoOp(%s)
                 same => n,Dial(IAX2/west/600)
                 same => n,NoOp(${DIALSTATUS} ${HANGUPCAUSE})
                exten => 601,1,Dial(IAX2/east:[east]:shared@west/600)
                """
                        .formatted(set),
                TestKeys.ring(List.of("east"), List.of()));
    }

    @Test
    void bothEndsEncryptWhereBothMay() {
        var west = west("encryption=yes\n");
        var east = east(west, "secret=shared\nencryption=yes", "");
        alice.dials(east, "600");
        scene.pass(SECOND);
        assertThat(alice.isAnswered()).isTrue();
        assertThat(west.noted()).containsExactly("RSA/1/1");
    }

    @Test
    void oneEndAloneCallsInClear() {
        var west = west("encryption=no\n");
        var east = east(west, "secret=shared\nencryption=yes", "");
        alice.dials(east, "600");
        scene.pass(SECOND);
        assertThat(west.noted()).containsExactly("RSA//");
    }

    @Test
    void theSecretOfADialStringEncrypts() {
        var west = west("forceencryption=yes\n");
        var east = east(west, "encryption=yes", "");
        alice.dials(east, "601");
        scene.pass(SECOND);
        assertThat(west.noted()).containsExactly("RSA/1/1");
    }

    @Test
    void theCalleeForcesAndTheCallerDoesNotEncrypt() {
        var west = west("forceencryption=yes\n");
        var east = east(west, "secret=shared", "");
        alice.dials(east, "600");
        scene.pass(3 * SECOND);
        assertThat(alice.isAnswered()).isFalse();
        assertThat(west.noted()).isEmpty();
        assertThat(east.noted()).contains("CHANUNAVAIL 50");
    }

    @Test
    void theCallerForcesAndTheCalleeDoesNotEncrypt() {
        var west = west("encryption=no\n");
        var east = east(west, "secret=shared\nforceencryption=yes", "");
        alice.dials(east, "600");
        scene.pass(3 * SECOND);
        assertThat(west.noted()).isEmpty();
        assertThat(east.noted()).last().asString().endsWith(" 58");
    }

    @Test
    void aChannelThatInsistsIsNotConnectedInClear() {
        var west = west("encryption=no\n");
        var east =
                east(
                        west,
                        "secret=shared\nencryption=yes",
                        ")\n same => n,Set(CHANNEL(secure_bridge_media)=1");
        alice.dials(east, "600");
        scene.pass(3 * SECOND);
        assertThat(west.noted()).isEmpty();
        assertThat(east.noted()).last().asString().endsWith(" 58");
    }

    @Test
    void aChannelMayInsistOnEncryption() {
        var west = west("encryption=yes\n");
        var east =
                east(
                        west,
                        "secret=shared",
                        "${CHANNEL(secure_bridge_signaling)})\n same =>"
                                + " n,Set(CHANNEL(secure_bridge_signaling)=1");
        alice.dials(east, "600");
        scene.pass(3 * SECOND);
        assertThat(west.noted()).as("the peer section says nothing of encryption").isEmpty();
        assertThat(east.noted()).last().asString().endsWith(" 58");
    }
}
