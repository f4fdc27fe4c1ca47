package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.ComfortNoise;
import dev.keyline.iax.message.Html;
import dev.keyline.iax.message.Image;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What goes from one party to the other beside the voice: after the answer, and before it.
class PassageTest {
    private static final String IAX =
            """
            [general]
            disallow=all
            allow=ulaw
            allow=h264
            mohinterpret=passthrough
            [guest]
            type=user
            context=public
            """;

    private static final Html PAGE = new Html(1, Bytes.utf8("https://example.net/"));
    private static final Image PICTURE = new Image(MediaFormat.PNG.bit(), Bytes.hex("0102"));

    private final Scene scene = new Scene();
    private final Phone alice = scene.phone();
    private final Phone bob = scene.phone();
    private final Phone carol = scene.phone();

    private Scene.Office call(String dialplan) {
        var office =
                scene.office(
                        IAX,
                        "[public]\n"
                                + dialplan.replace("BOB", "IAX2/" + bob.address().host() + "/1")
                                        .replace("CAROL", "IAX2/" + carol.address().host() + "/1"));
        alice.dials(office, "1");
        scene.pass(SECOND);
        return office;
    }

    private void says(Phone phone, Command... wishes) {
        for (var wish : wishes) {
            phone.tell(wish);
        }
        scene.pass(SECOND);
    }

    private static List<Message> carried(Phone phone) {
        return phone.heard(CallEvent.Carried.class).stream()
                .map(CallEvent.Carried::message)
                .toList();
    }

    @Test
    void picturesPagesAndComfortNoiseGoAcross() {
        bob.answeringAfter(0);
        call("exten => 1,1,Dial(BOB)\n");
        says(
                bob,
                new Command.Carry(PAGE),
                new Command.Carry(PICTURE),
                new Command.Carry(new ComfortNoise(60)));
        assertThat(carried(alice)).containsExactly(PAGE, PICTURE, new ComfortNoise(60));
        assertThat(carried(bob)).isEmpty();
    }

    @Test
    void videoGoesAcrossWhereBothSidesAllowIt() {
        bob.answeringAfter(0);
        alice.showing(MediaFormat.H264);
        call("exten => 1,1,Dial(BOB)\n");
        var h264 = new Video(MediaFormat.H264.bit(), true, Bytes.hex("0102"));
        var vp8 = new Video(MediaFormat.VP8.bit(), true, Bytes.hex("0102"));
        says(alice, new Command.Carry(h264), new Command.Carry(h264), new Command.Carry(vp8));
        says(bob, new Command.Carry(h264), new Command.Carry(vp8));
        assertThat(carried(bob)).containsExactly(h264, h264);
        assertThat(carried(alice)).containsExactly(h264);
        var offered = bob.heard(CallEvent.Arrived.class).getFirst().request().media();
        assertThat(offered.capability()).isEqualTo(MediaFormat.ULAW.bit() | MediaFormat.H264.bit());
        assertThat(offered.preferences()).containsExactly(MediaFormat.ULAW);
    }

    @Test
    void whoSpeaksOfNoVideoIsShownNone() {
        bob.answeringAfter(0);
        call("exten => 1,1,Dial(BOB)\n");
        says(bob, new Command.Carry(new Video(MediaFormat.H264.bit(), true, Bytes.hex("01"))));
        assertThat(carried(alice)).isEmpty();
    }

    @Test
    void optionsStayBetweenNeighbours() {
        bob.answeringAfter(0);
        call("exten => 1,1,Dial(BOB)\n");
        says(alice, new Command.Indicate(Indication.OPTION, Bytes.hex("000001")));
        assertThat(bob.indications()).doesNotContain(Indication.OPTION);
        assertThat(alice.ending()).isEmpty();
    }

    @Test
    void keysTextAndHoldGoToWhereItRings() {
        call("exten => 1,1,Dial(BOB&CAROL)\n");
        says(
                alice,
                new Command.Press('5', true),
                new Command.Press('5', false),
                new Command.Write("hello"),
                new Command.Indicate(Indication.HOLD),
                new Command.Carry(PAGE),
                new Command.Carry(PICTURE));
        for (var phone : List.of(bob, carol)) {
            assertThat(phone.heard(CallEvent.Pressed.class)).hasSize(2);
            assertThat(phone.heard(CallEvent.Wrote.class)).hasSize(1);
            assertThat(phone.indications()).contains(Indication.HOLD);
            // pictures only where it rings at one place
            assertThat(carried(phone)).containsExactly(PAGE);
        }
    }

    @Test
    void whereItRingsIsHeardBeforeTheAnswer() {
        call("exten => 1,1,Dial(BOB)\n");
        says(
                bob,
                new Command.Write("wait"),
                new Command.Press('1', true),
                new Command.Indicate(Indication.HOLD),
                new Command.Carry(PICTURE));
        assertThat(alice.heard(CallEvent.Wrote.class)).hasSize(1);
        assertThat(alice.heard(CallEvent.Pressed.class)).hasSize(1);
        assertThat(alice.indications()).contains(Indication.HOLD);
        assertThat(carried(alice)).containsExactly(PICTURE);
        assertThat(alice.isAnswered()).isFalse();
    }

    @Test
    void aPageForNobodyIsNotSupported() {
        call("exten => 1,1,Answer()\n same => n,Wait(10)\n");
        says(alice, new Command.Carry(PAGE));
        assertThat(carried(alice)).containsExactly(Html.NOT_SUPPORTED);
        says(alice, new Command.Carry(Html.NOT_SUPPORTED)); // which is not answered
        assertThat(carried(alice)).hasSize(1);
    }

    @Test
    void echoSendsAPageBack() {
        call("exten => 1,1,Echo()\n");
        says(alice, new Command.Carry(PAGE));
        assertThat(carried(alice)).containsExactly(PAGE);
    }
}
