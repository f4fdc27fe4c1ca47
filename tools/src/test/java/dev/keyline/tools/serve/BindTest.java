package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class BindTest {
    private static String bind(String text) throws UnknownHostException {
        var address = Bind.address(text, 4569, OptionalInt.empty());
        return address.getAddress().getHostAddress() + " " + address.getPort();
    }

    @Test
    void nothingIsEverywhere() throws UnknownHostException {
        assertThat(bind("")).isIn("0.0.0.0 4569", "0:0:0:0:0:0:0:0 4569");
    }

    @Test
    void linesKeepTheirOrder() throws UnknownHostException {
        assertThat(Bind.addresses(List.of("::1", "127.0.0.1:4570"), 4569, OptionalInt.empty()))
                .extracting(InetSocketAddress::getPort)
                .containsExactly(4569, 4570);
        assertThat(Bind.addresses(List.of(), 4569, OptionalInt.empty()))
                .containsExactly(new InetSocketAddress(4569));
    }

    @Test
    void addressMayHaveItsPort() throws UnknownHostException {
        assertThat(bind("127.0.0.1")).isEqualTo("127.0.0.1 4569");
        assertThat(bind("127.0.0.1:4570")).isEqualTo("127.0.0.1 4570");
    }

    @Test
    void newerAddressesStandInBracketsOrBare() throws UnknownHostException {
        assertThat(bind("[::1]:4570")).isEqualTo("0:0:0:0:0:0:0:1 4570");
        assertThat(bind("[::1]")).isEqualTo("0:0:0:0:0:0:0:1 4569");
        assertThat(bind("::1")).isEqualTo("0:0:0:0:0:0:0:1 4569");
    }

    @Test
    void portOfTheCommandLineCountsMost() throws UnknownHostException {
        assertThat(Bind.address("127.0.0.1:4570", 4569, OptionalInt.of(5000)).getPort())
                .isEqualTo(5000);
    }

    @Test
    void nonsenseIsRefusedWithItsOption() {
        assertThatThrownBy(() -> bind("127.0.0.1:99999")).hasMessageStartingWith("bindaddr=127");
        assertThatThrownBy(() -> bind("127.0.0.1:x")).hasMessageStartingWith("bindaddr=127");
    }
}
