package dev.keyline.pbx.exchange;

import static dev.keyline.pbx.exchange.Scene.MILLI;
import static dev.keyline.pbx.exchange.Scene.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two exchanges with a trunk between them, by `iax.conf`.
class TrunkedTest {
    private static final int CALLS = 5;

    private final Scene scene = new Scene();
    private final List<Phone> phones = new ArrayList<>();

    private static String iax(String general, String other, String section) {
        return "[general]\ndisallow=all\nallow=ulaw\n"
                + general
                + "[guest]\ntype=user\ncontext=in\n[other]\ntype=peer\nhost="
                + other
                + "\n"
                + section;
    }

    /// Phones call the near exchange, which calls the far one, which echoes.
    private Scene.Office far(String near, String general, String section) {
        return scene.office(
                iax(general, near, section), "[in]\nexten => 600,1,Answer()\n same => n,Echo()\n");
    }

    private void talk(Scene.Office near) {
        for (int i = 0; i < CALLS; i++) {
            var phone = scene.phone();
            phones.add(phone);
            phone.dials(near, "1");
            scene.pass(7 * MILLI);
        }
        scene.pass(SECOND);
        phones.forEach(phone -> phone.speaks(Cadence.steady(Tone.of(700, -10)), 100));
        scene.pass(3 * SECOND);
    }

    private void allHearThemselves() {
        assertThat(phones)
                .allSatisfy(
                        phone -> {
                            assertThat(phone.heard(CallEvent.Heard.class)).hasSize(100);
                            var sound = phone.sound();
                            assertThat(Level.at(700, sound, 0, sound.length))
                                    .isBetween(-11.0, -9.0);
                        });
    }

    private long sent(PeerAddress from, PeerAddress to, Class<? extends Frame> kind) {
        return scene.net().passages().stream()
                .filter(p -> p.from().equals(from) && p.to().equals(to))
                .filter(p -> kind.isInstance(frame(p.datagram().toArray())))
                .count();
    }

    private static Frame frame(byte[] datagram) {
        try {
            return Frame.parse(datagram);
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bothWaysByTrunk() {
        var far = far("10.0.0.3", "", "trunk=yes\n");
        var near =
                scene.office(
                        iax("trunktimestamps=yes\n", far.address.host(), "trunk=yes\n"),
                        "[in]\nexten => 1,1,Dial(IAX2/other/600)\n");
        talk(near);
        allHearThemselves();
        assertThat(sent(near.address, far.address, MiniFrame.class)).isZero();
        assertThat(sent(far.address, near.address, MiniFrame.class)).isZero();
        assertThat(sent(near.address, far.address, MetaFrame.Trunk.class)).isBetween(90L, 210L);
        assertThat(sent(far.address, near.address, MetaFrame.Trunk.class)).isBetween(90L, 210L);
    }

    @Test
    void oneSideMayDoWithout() {
        var far = far("10.0.0.3", "", "");
        var near =
                scene.office(
                        iax("", far.address.host(), "trunk=yes\n"),
                        "[in]\nexten => 1,1,Dial(IAX2/other/600)\n");
        talk(near);
        allHearThemselves();
        assertThat(sent(near.address, far.address, MiniFrame.class)).isZero();
        assertThat(sent(far.address, near.address, MetaFrame.Trunk.class)).isZero();
    }

    @Test
    void theMtuIsKept() {
        var far = far("10.0.0.3", "", "");
        var near =
                scene.office(
                        iax("trunkmtu=400\n", far.address.host(), "trunk=yes\n"),
                        "[in]\nexten => 1,1,Dial(IAX2/other/600)\n");
        talk(near);
        allHearThemselves();
        assertThat(
                        scene.net().passages().stream()
                                .filter(p -> p.from().equals(near.address))
                                .filter(p -> frame(p.datagram().toArray()) instanceof MetaFrame))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.datagram().length()).isLessThanOrEqualTo(400));
    }
}
