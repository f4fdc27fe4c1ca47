package dev.keyline.pbx.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Limits;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The limits of the port are written in `[general]`.
class LimitsTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<Problem> problems = new ArrayList<>();

    private Config port(String general) {
        return general(general).port();
    }

    private General general(String general) {
        var texts = Texts.of(Map.of("iax.conf", "[general]\n" + general));
        var conf = (Conf.Usable) ConfReader.read("iax.conf", texts);
        return LinesReader.read(conf, KeyRing.EMPTY, problems).general();
    }

    @Test
    void eachLimitHasItsOption() {
        var port =
                port(
                        """
                        maxcallnumbers=1
                        maxcallnumbers_nonvalidated=2
                        maxunproven=3
                        calltokenexpiration=4
                        numberrest=5
                        strangerspersecond=6
                        strangersperaddress=7
                        noticespersecond=8
                        pingspersecond=9
                        signaturespersecond=10
                        signaturequeue=15
                        maxtransfersperminute=11
                        maxunacknowledged=12
                        vnakpause=13
                        authtimeout=14
                        delayreject=no
                        """);
        assertThat(port.limits())
                .isEqualTo(new Limits(1, 2, 3, 4 * SECOND, 5 * SECOND, 6, 7, 8, 9, 10, 15, 11));
        assertThat(port.pace().window()).isEqualTo(12);
        assertThat(port.pace().vnakPause()).isEqualTo(13_000_000);
        assertThat(port.delays().proof()).isEqualTo(14 * SECOND);
        assertThat(port.delays().refusal()).isZero();
        assertThat(problems).isEmpty();
    }

    @Test
    void theSocketsHaveTheirOptions() {
        var read = general("threads=4\ncoalesce=250\nbusypoll=40\nsocketbuffer=128\n").sockets();
        assertThat(read).isEqualTo(new SocketRules(4, 250_000, 40_000, 128 * 1024));
        assertThat(general("").sockets()).isEqualTo(new SocketRules(1, 1_000_000, 0, 4096 * 1024));
        assertThat(general("coalesce=1001\n").sockets().rest()).isEqualTo(1_000_000);
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("coalesce must be a number from 0 to 1000");
    }

    @Test
    void aPortHasOneToSixtyFourThreads() {
        assertThat(general("threads=64\n").sockets().threads()).isEqualTo(64);
        assertThat(problems).isEmpty();
        assertThat(general("threads=0\n").sockets().threads()).isOne();
        assertThat(general("threads=65\n").sockets().threads()).isOne();
        assertThat(general("threads=many\n").sockets().threads()).isOne();
        assertThat(problems)
                .hasSize(3)
                .allMatch(it -> it.toString().contains("threads must be a number from 1 to 64"));
    }

    @Test
    void whatIsNotWrittenIsAsUsual() {
        assertThat(port("").limits()).isEqualTo(Limits.USUAL);
        assertThat(port("").pace()).isEqualTo(Config.USUAL.pace());
        assertThat(port("").delays()).isEqualTo(Config.USUAL.delays());
    }

    @Test
    void aWindowThatHoldsHalfOfAllNumbersIsRefused() {
        assertThat(port("maxunacknowledged=128\n").pace().window()).isEqualTo(64);
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("maxunacknowledged must be a number from 8 to 127");
    }
}
