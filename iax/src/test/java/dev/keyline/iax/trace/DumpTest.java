package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.SeqNo;
import dev.keyline.iax.wire.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The dump against lines that a real Asterisk printed, its answers and tokens apart.
class DumpTest {
    private static final PeerEnd THEM = PeerEnd.of(127, 0, 0, 2, 4572);

    private static List<String> dump(
            boolean sent, int from, int to, int time, int o, int i, Body body) {
        var frame =
                new FullFrame(
                        new CallNumber(from),
                        new CallNumber(to),
                        false,
                        time,
                        new SeqNo(o),
                        new SeqNo(i),
                        body);
        var out = new Writer();
        frame.writeTo(out);
        return Dump.of(sent, THEM, out.toBytes().toArray());
    }

    private static Body iax(IaxCommand command, InformationElement... elements) {
        return new Body(
                FrameType.IAX.octet(), command.number(), new Elements(List.of(elements)).encode());
    }

    private static InformationElement text(ElementId id, String value) {
        return new InformationElement(id.number(), Bytes.utf8(value));
    }

    private static InformationElement octets(ElementId id, String hex) {
        return new InformationElement(id.number(), Bytes.hex(hex));
    }

    @Test
    void aChallengeLooksAsInAsterisk() {
        var body =
                iax(
                        IaxCommand.AUTHREQ,
                        octets(ElementId.AUTHMETHODS, "0004"),
                        text(ElementId.CHALLENGE, "28948478"),
                        text(ElementId.USERNAME, "rsab"));
        assertThat(dump(true, 15669, 7620, 16, 0, 1, body))
                .containsExactly(
                        "Tx-Frame Retry[000] -- OSeqno: 000 ISeqno: 001 Type: IAX     Subclass: AUTHREQ",
                        "   Timestamp: 00016ms  SCall: 15669  DCall: 07620 127.0.0.2:4572",
                        "   AUTHMETHODS     : 4",
                        "   CHALLENGE       : \\x32\\x38\\x39\\x34\\x38\\x34\\x37\\x38",
                        "   USERNAME        : rsab",
                        "");
    }

    @Test
    void aNewLooksAsInAsterisk() {
        var body =
                iax(
                        IaxCommand.NEW,
                        octets(ElementId.VERSION, "0002"),
                        text(ElementId.CODEC_PREFS, "CHDEK".replace("K", "B")),
                        octets(ElementId.CALLINGPRES, "43"),
                        octets(ElementId.CALLINGTON, "00"),
                        octets(ElementId.CALLINGTNS, "0000"),
                        octets(ElementId.FORMAT, "00000040"),
                        octets(ElementId.FORMAT2, "000000000000000040"),
                        octets(ElementId.DATETIME, Integer.toHexString(0x3577416E)),
                        octets(ElementId.CALLTOKEN, ""));
        var lines = dump(false, 7620, 0, 15, 0, 0, body);
        assertThat(lines)
                .startsWith(
                        "Rx-Frame Retry[ No] -- OSeqno: 000 ISeqno: 000 Type: IAX     Subclass: NEW    ",
                        "   Timestamp: 00015ms  SCall: 07620  DCall: 00000 127.0.0.2:4572",
                        "   VERSION         : 2")
                .contains(
                        "   CALLING PRESNTN : 67",
                        "   CALLING TYPEOFN : 0",
                        "   CALLING TRANSIT : 0",
                        "   FORMAT          : 64",
                        "   FORMAT2         : slin",
                        "   DATE TIME       : 2026-11-23  08:11:28",
                        "   CALLTOKEN       : Present");
    }

    @Test
    void anAddressLooksAsInAsterisk() {
        var body =
                iax(
                        IaxCommand.REGACK,
                        octets(ElementId.APPARENT_ADDR, "020011dc7f0000020000000000000000"));
        assertThat(dump(true, 1, 2, 15, 1, 2, body))
                .contains("   APPARENT ADDRES : IPV4 127.0.0.2:4572");
    }

    @Test
    void acknowledgementsAndIndicationsLookAsInAsterisk() {
        assertThat(dump(true, 14664, 11971, 18, 1, 2, iax(IaxCommand.ACK)))
                .containsExactly(
                        "Tx-Frame Retry[-01] -- OSeqno: 001 ISeqno: 002 Type: IAX     Subclass: ACK    ",
                        "   Timestamp: 00018ms  SCall: 14664  DCall: 11971 127.0.0.2:4572");
        var stop = new Body(FrameType.CONTROL.octet(), 255, Bytes.EMPTY);
        assertThat(dump(true, 15669, 7620, 23, 3, 2, stop).getFirst())
                .isEqualTo(
                        "Tx-Frame Retry[000] -- OSeqno: 003 ISeqno: 002 Type: CONTROL Subclass: (255?)");
    }

    /// Asterisk prints the first three of these in full.
    @Test
    void whatOpensADoorIsOnlyCounted() {
        var body =
                iax(
                        IaxCommand.AUTHREP,
                        text(ElementId.PASSWORD, "opensesame"),
                        text(ElementId.MD5_RESULT, "0123456789abcdef0123456789abcdef"),
                        text(ElementId.RSA_RESULT, "c2lnbmF0dXJl"),
                        text(ElementId.CALLTOKEN, "1795417964?token"));
        assertThat(dump(false, 1, 2, 3, 1, 1, body))
                .contains(
                        "   PASSWORD        : 10 bytes",
                        "   MD5 RESULT      : 32 bytes",
                        "   RSA RESULT      : 12 bytes",
                        "   CALLTOKEN       : 16 bytes");
    }

    @Test
    void wrongSizesAndStrangersAreSaid() {
        var body =
                iax(
                        IaxCommand.NEW,
                        octets(ElementId.VERSION, "02"),
                        octets(ElementId.FORMAT, "40"),
                        new InformationElement(99, Bytes.of(1)),
                        text(ElementId.CALLING_NAME, "\u001b[31mred"));
        assertThat(dump(false, 1, 0, 3, 0, 0, body))
                .contains(
                        "   VERSION         : Invalid SHORT",
                        "   FORMAT          : Invalid INT",
                        "   Unknown IE 099  : Present",
                        "   CALLING NAME    : ?[31mred");
    }

    @Test
    void voiceIsNotPrinted() {
        assertThat(Dump.of(true, THEM, new byte[] {0, 1, 0, 2, 3, 4})).isEmpty();
        assertThat(Dump.of(true, THEM, new byte[] {1})).isEmpty();
    }
}
