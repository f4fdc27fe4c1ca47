package dev.keyline.iax.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static final long MAPPED = 0xFFFFL << 32;

    private final Peers peers = new Peers();

    @Test
    void aMappedAddressIsFourOctets() {
        assertThat(peers.at(0, MAPPED | 0xC000_0201L, 4569))
                .isEqualTo(PeerAddress.ofIPv4("192.0.2.1", 4569));
    }

    @Test
    void anyOtherIsSixteen() {
        var ip = Bytes.hex("20010db8000000000000000000000a01");
        assertThat(peers.at(0x2001_0DB8_0000_0000L, 0xA01, 65535))
                .isEqualTo(new PeerAddress(ip, 65535));
    }

    @Test
    void whoComesAgainIsTheSameObject() {
        var first = peers.at(0, MAPPED | 1, 4569);
        assertThat(peers.at(0, MAPPED | 1, 4569)).isSameAs(first);
        assertThat(peers.at(0, MAPPED | 1, 4570)).isNotEqualTo(first);
    }

    @Test
    void moreStrangersThanThereIsRoomAreStillToldApart() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int ip = random.nextInt();
            var peer = peers.at(0, MAPPED | (ip & 0xFFFF_FFFFL), i & 0xFFFF);
            assertThat(peer.port()).isEqualTo(i & 0xFFFF);
            assertThat(peer.ip()).isEqualTo(Bytes.of(ip >>> 24, ip >>> 16, ip >>> 8, ip));
        }
    }
}
