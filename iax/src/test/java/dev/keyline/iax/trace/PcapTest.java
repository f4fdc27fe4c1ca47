package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapTest {
    private static final PeerEnd ALICE = PeerEnd.of(192, 0, 2, 1, 4569);
    private static final PeerEnd BOB = PeerEnd.of(192, 0, 2, 2, 4570);

    private static final String UDP = "11d9 11da 000c 0000 80010203";
    private static final String IPV4 = "4500 0020 0000 0000 40 11 0000 c0000201 c0000202" + UDP;
    private static final String IPV6 =
            "60000000 000c 11 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                    + UDP;

    private static byte[] capture(int link, String... frames) {
        var out = new Writer().i32(0xA1B2C3D4).u16(2).u16(4).i64(0).i32(0xFFFF).i32(link);
        for (var frame : frames) {
            var octets = Bytes.hex(frame);
            out.i32(1700000000).i32(250001).i32(octets.length()).i32(octets.length());
            out.bytes(octets);
        }
        return out.toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 02000000",
        "0, 00000002",
        "1, 000000000000 000000000000 0800",
        "1, 000000000000 000000000000 8100 0005 0800",
        "1, 000000000000 000000000000 88a8 0005 8100 0006 0800",
        "12, ''",
        "14, ''",
        "101, ''",
        "108, 00000002",
        "113, 0000 0304 0006 0000000000000000 0800",
        "228, ''",
        "276, 0800 0000 00000001 0304 00 06 0000000000000000"
    })
    void aDatagramIsFoundBehindEveryLink(int link, String header) throws MalformedCapture {
        assertThat(Pcap.read(capture(link, header + IPV4)))
                .containsExactly(
                        new Packet(1_700_000_000_250_001_000L, ALICE, BOB, Bytes.hex("80010203")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1e000000",
        "1, 000000000000 000000000000 86dd",
        "101, ''",
        "229, ''",
        "113, 0000 0304 0006 0000000000000000 86dd"
    })
    void ipv6IsReadToo(int link, String header) throws MalformedCapture {
        var packet = Pcap.read(capture(link, header + IPV6)).getFirst();
        assertThat(packet.from()).hasToString("[2001:db8:0:0:0:0:0:1]:4569");
        assertThat(packet.payload()).isEqualTo(Bytes.hex("80010203"));
    }

    @Test
    void ipv6OptionsAreSteppedOver() throws MalformedCapture {
        var options =
                IPV6.replace("000c 11 40", "0014 00 40").replace(UDP, "11 00 000000000000" + UDP);
        assertThat(Pcap.read(capture(101, options))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // TCP, a fragment with more to come, a later fragment, a cut one, no IP at all
                "4500 0020 0000 0000 40 06 0000 c0000201 c0000202 11d9 11da 000c 0000 80010203",
                "4500 0020 0000 2000 40 11 0000 c0000201 c0000202 11d9 11da 000c 0000 80010203",
                "4500 0020 0000 0002 40 11 0000 c0000201 c0000202 11d9 11da 000c 0000 80010203",
                "4500 0020 0000 0000 40 11 0000 c0000201 c0000202 11d9 11da 000c 0000 8001",
                "4500 0020 0000 0000 40 11 0000 c0000201",
                "4100 0020 0000 0000 40 11 0000 c0000201 c0000202 11d9 11da 000c 0000 80010203",
                "4500 0020 0000 0000 40 11 0000 c0000201 c0000202 11d9 11da 0003 0000 80010203",
                "6000 0000",
                "f0",
                ""
            })
    void whatIsNoWholeDatagramIsPassedOver(String frame) throws MalformedCapture {
        assertThat(Pcap.read(capture(101, frame, IPV4))).hasSize(1);
    }

    @Test
    void otherEthertypesArePassedOver() throws MalformedCapture {
        assertThat(Pcap.read(capture(1, "000000000000 000000000000 0806 0001"))).isEmpty();
        assertThat(Pcap.read(capture(1, "000000000000 000000000000 8100"))).isEmpty();
        assertThat(Pcap.read(capture(276, "0800"))).isEmpty();
    }

    @Test
    void paddingBehindADatagramIsNotPayload() throws MalformedCapture {
        var padded = Pcap.read(capture(101, IPV4 + "00000000"));
        assertThat(padded.getFirst().payload()).isEqualTo(Bytes.hex("80010203"));
    }

    @Test
    void littleEndianAndNanosecondsAreRead() throws MalformedCapture {
        var file =
                Bytes.hex(
                        """
                        4d3cb2a1 0200 0400 00000000 00000000 ffff0000 65000000
                        01000000 05000000 20000000 20000000
                        """
                                + IPV4);
        assertThat(Pcap.read(file.toArray()).getFirst().nanos()).isEqualTo(1_000_000_005L);
    }

    @Test
    void whatIsWrittenIsRead() throws MalformedCapture {
        var v6 = new PeerEnd(Bytes.hex("20010db8000000000000000000000001"), 4569);
        var packets =
                List.of(
                        new Packet(1, ALICE, BOB, Bytes.hex("8001000000")),
                        new Packet(1_700_000_000_999_999_999L, BOB, ALICE, Bytes.EMPTY),
                        new Packet(2_000_000_000, v6, v6, Bytes.hex("00")));
        assertThat(Pcap.read(Pcap.write(packets))).isEqualTo(packets);
    }

    /// IPv4 header checksum and UDP checksum worked out by hand (RFC 1071).
    @Test
    void checksumsAreRight() {
        var packet = new Packet(0, ALICE, BOB, Bytes.hex("80010203"));
        assertThat(Pcap.record(packet).asHex())
                .isEqualTo(
                        Bytes.hex(
                                        """
                                        00000000 00000000 00000020 00000020
                                        4500 0020 0000 0000 40 11 f6c9 c0000201 c0000202
                                        11d9 11da 000c d61a 80010203
                                        """)
                                .asHex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-call", "trunk-timestamps", "rsaenc-key-rotation"})
    void recordingsSurviveRewriting(String name) throws MalformedCapture {
        var packets = Captures.packets(name);
        assertThat(Pcap.read(Pcap.write(packets))).isEqualTo(packets);
    }

    @Test
    void aDamagedFileGivesOneClearReason() {
        assertThatThrownBy(() -> Pcap.read(new byte[5]))
                .isInstanceOf(MalformedCapture.class)
                .hasMessage("not a capture: 5 octets, the header alone has 24");
        assertThatThrownBy(() -> Pcap.read(new byte[24]))
                .hasMessage("not a capture: it does not begin with pcap's magic number");
        assertThatThrownBy(() -> Pcap.read(Bytes.hex("0a0d0d0a" + "00".repeat(24)).toArray()))
                .hasMessageContaining("a pcapng file; `editcap -F pcap IN OUT`");
        assertThatThrownBy(() -> Pcap.read(capture(105, IPV4)))
                .hasMessageStartingWith("link type 105 is not read here");
    }

    @Test
    void everyTruncationIsReadOrExplained() {
        var file = capture(101, IPV4, IPV6);
        for (int length = 0; length < file.length; length++) {
            var cut = Bytes.copyOf(file, 0, length).toArray();
            if (length == 24 || length == 24 + 16 + 32) {
                assertThat(readable(cut)).isTrue();
            } else {
                assertThatThrownBy(() -> Pcap.read(cut))
                        .isInstanceOf(MalformedCapture.class)
                        .hasMessageMatching(
                                "not a capture: .*|the file ends in the middle of packet [12] .*");
            }
        }
    }

    private static boolean readable(byte[] file) {
        try {
            return Pcap.read(file).size() <= 2;
        } catch (MalformedCapture damaged) {
            return false;
        }
    }

    @Test
    void everyFlippedBitIsReadOrExplained() {
        var file = capture(1, "000000000000 000000000000 8100 0005 0800" + IPV4);
        for (int bit = 0; bit < file.length * 8; bit++) {
            var flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertThat(Pcap.read(flipped)).hasSizeLessThanOrEqualTo(1);
            } catch (MalformedCapture explained) {
                assertThat(explained)
                        .hasMessageMatching(
                                "(not a capture|packet \\d+|link type|the file ends).*");
            }
        }
    }

    @Test
    void aLengthNoPacketHasIsDamage() {
        var file = capture(101, IPV4);
        file[24 + 8] = (byte) 0xFF;
        assertThatThrownBy(() -> Pcap.read(file))
                .hasMessageContaining("packet 1 (at octet 24) claims 4278190112 octets");
    }
}
