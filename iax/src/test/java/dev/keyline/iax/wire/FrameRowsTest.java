package dev.keyline.iax.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of frame both ways, then truncated, with junk behind, and with each bit flipped: what
/// parses encodes back to the same octets, the rest is [MalformedFrame].
class FrameRowsTest {
    record Row(Frame frame, Bytes octets, String source) {
        @Override
        public String toString() {
            return frame.getClass().getSimpleName() + " (" + source + ")";
        }
    }

    private static final String RFC = "laid out by hand after RFC 5456 §8.1";

    static List<Row> rows() {
        return List.of(
                //  F source  R dest   timestamp oseq iseq type sub   data
                row(
                        full(12722, 0, false, 3, 0, 0, 6, 1, "0b020002"),
                        "b1b2     0000     00000003  00   00   06   01    0b020002",
                        RFC),
                row(
                        full(2960, 7099, false, 0x5e4, 2, 5, 6, 4, ""),
                        "8b90     1bbb     000005e4  02   05   06   04",
                        "capture transfer-command"),
                row(
                        full(1, 0x7FFF, true, -1, 255, 128, 2, 0xA2, "00"),
                        "8001     ffff     ffffffff  ff   80   02   a2    00",
                        RFC),
                //  0 source  timestamp payload
                row(
                        new MiniFrame(new CallNumber(0x360f), 0x0230, Bytes.hex("998a")),
                        "360f      0230      998a",
                        "capture probe-quelch, its payload shortened"),
                row(new MiniFrame(new CallNumber(1), 0xFFFF, Bytes.EMPTY), "0001 ffff", RFC),
                //  0000 V source  M timestamp payload
                row(
                        new MetaFrame.Video(new CallNumber(5), true, 0x7FFF, Bytes.hex("aa")),
                        "0000  8005      ffff        aa",
                        RFC),
                row(
                        new MetaFrame.Video(new CallNumber(5), false, 0, Bytes.EMPTY),
                        "0000  8005      0000",
                        RFC),
                //  0000 command kind timestamp entries
                row(
                        new MetaFrame.Trunk(0, 0x14, Bytes.hex("0005 0002 ffff")),
                        "0000   01     00   00000014  0005 0002 ffff",
                        RFC),
                row(
                        new MetaFrame.Trunk(1, 0, Bytes.hex("0001 0005 0014 ff")),
                        "0000   01     01   00000000  0001 0005 0014 ff",
                        RFC),
                row(new MetaFrame.Other(2, 9, Bytes.hex("01")), "0000 02 09 01", RFC),
                row(new MetaFrame.Other(0, 0, Bytes.EMPTY), "0000 00 00", RFC));
    }

    private static Row row(Frame frame, String hex, String source) {
        return new Row(frame, Bytes.hex(hex), source);
    }

    private static FullFrame full(
            int source,
            int destination,
            boolean retry,
            int timestamp,
            int sent,
            int expected,
            int type,
            int subclass,
            String data) {
        return new FullFrame(
                new CallNumber(source),
                new CallNumber(destination),
                retry,
                timestamp,
                new SeqNo(sent),
                new SeqNo(expected),
                new Body(type, subclass, Bytes.hex(data)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWrittenAndRead(Row row) throws MalformedFrame {
        assertThat(Bytes.copyOf(row.frame().encode())).isEqualTo(row.octets());
        assertThat(Frame.parse(row.octets().toArray())).isEqualTo(row.frame());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settlesWhenTruncated(Row row) {
        for (int length = 0; length < row.octets().length(); length++) {
            settles(row.octets().slice(0, length));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settlesWithJunkBehind(Row row) {
        for (int junk : new int[] {0, 1, 0x80, 0xFF}) {
            settles(new Writer().bytes(row.octets()).u8(junk).toBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settlesWithEachBitFlipped(Row row) {
        for (int bit = 0; bit < row.octets().length() * 8; bit++) {
            var flipped = row.octets().toArray();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            settles(Bytes.copyOf(flipped));
        }
    }

    @Test
    void everyPrefixOfAHeaderIsRefusedWithItsReason() {
        assertThat(reason("8001 0000 00000000 00 00 06")).contains("at least 12 octets");
        assertThat(reason("000100")).contains("at least 4 octets, this datagram 3");
        assertThat(reason("0000 8005")).contains("2 octets wanted, 0 are left");
        assertThat(reason("0000 0100 000000")).contains("2 octets wanted, 1 are left");
    }

    @Test
    void aDatagramLongerThanAnyPeerSendsIsRefused() throws MalformedFrame {
        var longest = new byte[Frame.MAX_DATAGRAM];
        longest[1] = 1;
        assertThat(Frame.parse(longest)).isInstanceOf(MiniFrame.class);
        assertThat(reason("0001" + "00".repeat(Frame.MAX_DATAGRAM - 1)))
                .contains("longer than 4096 octets");
    }

    @Test
    void onlyTheGivenLengthIsRead() throws MalformedFrame {
        var buffer = new byte[1500];
        buffer[1] = 7;
        assertThat(Frame.parse(buffer, 5))
                .isEqualTo(new MiniFrame(new CallNumber(7), 0, Bytes.of(0)));
    }

    private static String reason(String hex) {
        try {
            return "no reason: " + Frame.parse(Bytes.hex(hex).toArray());
        } catch (MalformedFrame refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    static void settles(Bytes octets) {
        try {
            var frame = Frame.parse(octets.toArray());
            assertThat(Bytes.copyOf(frame.encode())).isEqualTo(octets);
        } catch (MalformedFrame expected) {
            assertThat(expected.offset()).isBetween(0, octets.length());
        }
    }
}
