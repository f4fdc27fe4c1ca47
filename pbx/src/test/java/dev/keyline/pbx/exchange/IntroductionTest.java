package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Redirecting;
import dev.keyline.iax.wire.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is told who else is in the call (`connectedline=`).
class IntroductionTest {
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

    private static final ConnectedLine CAROL =
            new ConnectedLine("1003", "Carol", CallerId.ALLOWED, 0);

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone().as(CallerId.of("1001", "Alice"));
    private final Phone bob = scene.phone().answeringAfter(SECOND);

    private Scene.Office call(String guest, String peer, String dialplan) {
        var office =
                scene.office(
                        IAX.replace("GUEST", guest)
                                .replace("HOST", bob.address().host())
                                .replace("PEER", peer),
                        "[public]\n" + dialplan);
        alice.dials(office, "1");
        scene.pass(3 * SECOND);
        return office;
    }

    private static final String DIAL = "exten => 1,1,Dial(IAX2/bob/1)\n";

    private static List<Bytes> told(Phone phone, Indication what) {
        return phone.heard(CallEvent.Indicated.class).stream()
                .filter(event -> event.indication() == what)
                .map(CallEvent.Indicated::data)
                .toList();
    }

    private static List<ConnectedLine> lines(Phone phone) {
        return told(phone, Indication.CONNECTED_LINE).stream()
                .flatMap(data -> ConnectedLine.read(data).stream())
                .toList();
    }

    private void says(Phone phone, Indication what, Bytes data) {
        phone.tell(new Command.Indicate(what, data));
        scene.pass(SECOND);
    }

    @Test
    void theCallerIsToldWhoAnswered() {
        call("connectedline=yes", "", DIAL);
        assertThat(lines(alice)).containsExactly(new ConnectedLine("1", "", CallerId.ALLOWED, 0));
    }

    @Test
    void withIDialTellsNothing() {
        call("connectedline=yes", "", "exten => 1,1,Dial(IAX2/bob/1,,I)\n");
        assertThat(lines(alice)).isEmpty();
    }

    @Test
    void nobodyIsToldWhereItIsNotWritten() {
        call("", "", DIAL);
        says(bob, Indication.CONNECTED_LINE, CAROL.write());
        assertThat(lines(alice)).isEmpty();
    }

    @Test
    void whatAPartySaysGoesAcross() {
        call("connectedline=send", "connectedline=receive", DIAL);
        says(bob, Indication.CONNECTED_LINE, CAROL.write());
        assertThat(lines(alice)).endsWith(CAROL);
    }

    @Test
    void whoMayOnlyBeToldIsNotBelieved() {
        call("connectedline=yes", "connectedline=send", DIAL);
        says(bob, Indication.CONNECTED_LINE, CAROL.write());
        assertThat(lines(alice)).hasSize(1).doesNotContain(CAROL);
    }

    @Test
    void whatOverrunsIsIgnored() {
        call("connectedline=yes", "connectedline=yes", DIAL);
        says(bob, Indication.CONNECTED_LINE, Bytes.hex("0009313030"));
        assertThat(lines(alice)).doesNotContain(CAROL).allMatch(line -> line.name().isEmpty());
    }

    @Test
    void redirectingGoesAcross() {
        var away = new Redirecting("1002", "Bob", "1003", "Carol", 10, 1);
        call("connectedline=yes", "connectedline=yes", DIAL);
        says(bob, Indication.REDIRECTING, away.write());
        assertThat(told(alice, Indication.REDIRECTING)).containsExactly(away.write());
    }

    @Test
    void theDialplanReadsAndTells() {
        var office =
                call(
                        "connectedline=yes",
                        "",
                        """
                        exten => 1,1,Set(CONNECTEDLINE(name,i)=Carol)
                         same => n,Set(CONNECTEDLINE(num)=1003)
                         same => n,Set(REDIRECTING(from-num,i)=1002)
                         same => n,Set(REDIRECTING(reason)=cfb)
                         same => n,NoOp(${CONNECTEDLINE(all)} ${REDIRECTING(from-num)})
                         same => n,NoOp(${REDIRECTING(reason)} ${CONNECTEDLINE(pres)})
                         same => n,Wait(5)
                        """);
        assertThat(office.noted())
                .containsExactly("\"Carol\" <1003> 1002", "cfb allowed_not_screened");
        assertThat(lines(alice)).containsExactly(CAROL);
        assertThat(told(alice, Indication.REDIRECTING))
                .containsExactly(new Redirecting("1002", "", "", "", 1, 0).write());
    }

    @Test
    void whatACallerSaysOfItselfIsItsCallerId() {
        var office =
                call(
                        "connectedline=yes",
                        "",
                        "exten => 1,1,Wait(5)\n same => n,NoOp(${CALLERID(all)})\n");
        says(alice, Indication.CONNECTED_LINE, CAROL.write());
        scene.pass(5 * SECOND);
        assertThat(office.noted()).containsExactly("\"Carol\" <1003>");
    }
}
