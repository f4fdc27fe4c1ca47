package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import java.util.List;

/// One row and more for every message: the value, its octets, and where the octets come from.
final class Rows {
    /// @param source where the octets come from: by hand, or `capture NAME`
    record Row(Message message, Body body, String source) {
        boolean isRecorded() {
            return source.startsWith("capture ") && !source.contains(",");
        }

        String recording() {
            return source.substring("capture ".length());
        }

        @Override
        public String toString() {
            return message.getClass().getSimpleName() + " (" + source + ")";
        }
    }

    private static final String RFC = "laid out by hand after RFC 5456";
    private static final Bytes CHALLENGE = Bytes.utf8("139198011");
    private static final Bytes TOKEN = Bytes.utf8("1700000000?fed714d7");
    private static final String MD5 = "aba26d296bb0ae595d7c90fb8e38e67e";
    private static final ApparentAddress B = new ApparentAddress(Bytes.of(127, 0, 0, 2), 4572);

    private Rows() {}

    static List<Row> all() {
        return List.of(
                iax(
                        IaxCommand.NEW,
                        new New(
                                2,
                                "611",
                                "in",
                                "rsab",
                                new CallerId("1001", "Bob Builder", "", 0, 0, 0, 0, "", "1003"),
                                new MediaOffer(
                                        0x104e,
                                        0x40,
                                        List.of(
                                                MediaFormat.SLIN,
                                                MediaFormat.ULAW,
                                                MediaFormat.ALAW,
                                                MediaFormat.GSM,
                                                MediaFormat.G722)),
                                0,
                                "en",
                                false,
                                List.of(
                                        new Variable("color", "blue"),
                                        new Variable("shape", "round")),
                                0x35773e55,
                                Bytes.EMPTY),
                        """
                        0b020002 0103363131 2d05484445434f 020431303031 260100 270100 28020000
                        390400000000 040b426f62204275696c646572 0a02656e 1c0431303033 0502696e
                        060472736162 090400000040 3809000000000000000040
                        08040000104e 370900000000000000104e 0c020002 1f0435773e55
                        340a636f6c6f723d626c7565 340b73686170653d726f756e64 3600
                        """,
                        "capture callerid-and-variables, its ADSICPE set to 2"),
                iax(
                        IaxCommand.NEW,
                        new New(
                                2,
                                "s",
                                null,
                                null,
                                new CallerId("5551", "", "99", 0x23, 0x10, 7, 0x1020304, "600", ""),
                                new MediaOffer(1L << 33, 1L << 33, List.of(MediaFormat.SPEEX16)),
                                0x8001,
                                "",
                                true,
                                List.of(),
                                null,
                                TOKEN),
                        """
                        0b020002 010173 1900 2d014c 020435353531 260123 270110 28020007
                        390401020304 03023939 0d03363030 2b028001
                        090400000000 3809000000000200000000 080400000000 3709000000000200000000
                        0c020002 3613313730303030303030303f6665643731346437
                        """,
                        RFC),
                iax(IaxCommand.PING, new Ping(), "", "capture long-call-lagrq-ping"),
                iax(IaxCommand.PONG, new Pong(null), "", "capture qualify-poke-pong"),
                iax(
                        IaxCommand.PONG,
                        new Pong(new ReceiverReport(3, 2, 5, 100, 40, 6, 7)),
                        """
                        2e0400000003 2f0402000005 300400000064 31020028 320400000006 330400000007
                        """,
                        RFC),
                iax(IaxCommand.ACK, new Ack(), "", "capture rsa-call"),
                iax(IaxCommand.HANGUP, new Hangup("", 16), "2a0110", "capture rsa-call"),
                iax(
                        IaxCommand.HANGUP,
                        new Hangup("Test done", 16),
                        "16095465737420646f6e65 2a0110",
                        RFC),
                iax(IaxCommand.REJECT, new Reject("", 0), "", "capture probe-calltoken-missing"),
                iax(IaxCommand.REJECT, new Reject("No", 29), "16024e6f 2a011d", RFC),
                iax(
                        IaxCommand.ACCEPT,
                        new Accept(4),
                        "090400000004 3809000000000000000004",
                        "capture rsa-call"),
                iax(
                        IaxCommand.AUTHREQ,
                        new AuthRequest(4, CHALLENGE, 1, "rsaenc"),
                        "0e020004 0f09313339313938303131 2b020001 0606727361656e63",
                        RFC),
                iax(
                        IaxCommand.AUTHREQ,
                        new AuthRequest(1, null, 0, "plain"),
                        "0e020001 0605706c61696e",
                        RFC),
                iax(
                        IaxCommand.AUTHREP,
                        new AuthReply(new AuthResult.Rsa("QUJD")),
                        "110451554a44",
                        RFC),
                iax(
                        IaxCommand.AUTHREP,
                        new AuthReply(new AuthResult.Md5(MD5)),
                        "1020 6162613236643239366262306165353935643763393066623865333865363765",
                        RFC),
                iax(
                        IaxCommand.AUTHREP,
                        new AuthReply(new AuthResult.Password("sesame")),
                        "0706736573616d65",
                        RFC),
                iax(IaxCommand.AUTHREP, new AuthReply(new AuthResult.None()), "", RFC),
                iax(IaxCommand.INVAL, new Inval(), "", RFC),
                iax(IaxCommand.LAGRQ, new LagRequest(), "", "capture long-call-lagrq-ping"),
                iax(IaxCommand.LAGRP, new LagReply(), "", "capture long-call-lagrq-ping"),
                iax(IaxCommand.VNAK, new Vnak(), "", "capture loss-vnak-retransmit"),
                iax(IaxCommand.POKE, new Poke(), "3600", "capture qualify-poke-pong"),
                iax(
                        IaxCommand.REGREQ,
                        new RegisterRequest("regb", 60, new AuthResult.None(), Bytes.EMPTY),
                        "060472656762 1302003c 3600",
                        "capture probe-regrel"),
                iax(
                        IaxCommand.REGREQ,
                        new RegisterRequest("regb", 60, new AuthResult.Rsa("QUJD"), null),
                        "060472656762 1302003c 110451554a44",
                        RFC),
                iax(
                        IaxCommand.REGREL,
                        new RegisterRelease("regb", 60, new AuthResult.None(), Bytes.EMPTY, "", 0),
                        "060472656762 1302003c 3600",
                        "capture probe-regrel"),
                iax(
                        IaxCommand.REGREL,
                        new RegisterRelease("u", 0, new AuthResult.Md5("00"), null, "bye", 16),
                        "060175 10023030 1603627965 2a0110",
                        RFC),
                iax(
                        IaxCommand.REGAUTH,
                        new RegisterAuth(6, CHALLENGE, "regb"),
                        "0e020006 0f09313339313938303131 060472656762",
                        RFC),
                iax(
                        IaxCommand.REGACK,
                        new RegisterAck("regmwi", 0x35773e01, 15, B, 0, "5551", "Reg Mwi"),
                        """
                        06067265676d7769 1f0435773e01 1302000f
                        1210 0200 11dc 7f000002 0000000000000000
                        18020000 020435353531 0407526567204d7769
                        """,
                        "capture reg-rsa-mwi-callerid"),
                iax(
                        IaxCommand.REGACK,
                        new RegisterAck("regb", 0x35773eea, null, null, null, null, null),
                        "060472656762 1f0435773eea",
                        "capture probe-regrel"),
                iax(IaxCommand.REGREJ, new RegisterReject("No", 29), "16024e6f 2a011d", RFC),
                iax(IaxCommand.DPREQ, new DialplanRequest("60"), "01023630", RFC),
                iax(
                        IaxCommand.DPREP,
                        new DialplanReply("60", 0x8002, 600),
                        "01023630 14028002 13020258",
                        RFC),
                iax(IaxCommand.DIAL, new Dial("600"), "0103363030", RFC),
                iax(
                        IaxCommand.TXREQ,
                        new TransferRequest(
                                new ApparentAddress(Bytes.of(127, 0, 0, 3), 4573),
                                0x3f44,
                                0x08530fc0),
                        "1210 0200 11dd 7f000003 0000000000000000 15023f44 1b0408530fc0",
                        "capture native-transfer"),
                iax(
                        IaxCommand.TXREQ,
                        new TransferRequest(
                                new ApparentAddress(
                                        Bytes.hex("20010db8000000000000000000000001"), 4569),
                                2,
                                3),
                        """
                        121c 0a00 11d9 00000000 20010db8000000000000000000000001 00000000
                        15020002 1b0400000003
                        """,
                        RFC),
                iax(
                        IaxCommand.TXCNT,
                        new TransferConnect(0x08530fc0),
                        "1b0408530fc0",
                        "capture native-transfer"),
                iax(IaxCommand.TXACC, new TransferAccept(null), "", "capture native-transfer"),
                iax(IaxCommand.TXACC, new TransferAccept(5), "1b0400000005", RFC),
                iax(
                        IaxCommand.TXREADY,
                        new TransferReady(0x2752),
                        "15022752",
                        "capture native-transfer"),
                iax(
                        IaxCommand.TXREL,
                        new TransferRelease(0x2752),
                        "15022752",
                        "capture native-transfer"),
                iax(IaxCommand.TXMEDIA, new TransferMedia(9), "15020009", RFC),
                iax(IaxCommand.TXREJ, new TransferReject("", 0), "", RFC),
                iax(
                        IaxCommand.TRANSFER,
                        new Transfer("600", null),
                        "0103363030",
                        "capture transfer-command"),
                iax(IaxCommand.TRANSFER, new Transfer("600", "in"), "0103363030 0502696e", RFC),
                iax(IaxCommand.QUELCH, new Quelch(true), "1a00", "capture probe-quelch"),
                iax(IaxCommand.QUELCH, new Quelch(true, "jazz"), "1a046a617a7a", RFC),
                iax(IaxCommand.QUELCH, new Quelch(false), "", RFC),
                iax(IaxCommand.UNQUELCH, new Unquelch(), "", "capture probe-quelch"),
                iax(IaxCommand.MWI, new MessageWaiting(0x0102), "18020102", RFC),
                iax(IaxCommand.UNSUPPORT, new Unsupported(77), "17014d", "capture probe-unsupport"),
                iax(IaxCommand.PAGE, new Page(Elements.NONE), "", "capture probe-unsupport"),
                iax(
                        IaxCommand.PROVISION,
                        new Provision(element(ElementId.PROVISIONING, "0102")),
                        "1d020102",
                        RFC),
                iax(
                        IaxCommand.FWDOWNL,
                        new FirmwareRequest(element(ElementId.DEVICETYPE, "69617879")),
                        "200469617879",
                        RFC),
                iax(
                        IaxCommand.FWDATA,
                        new FirmwareData(element(ElementId.FWBLOCKDATA, "00ff")),
                        "240200ff",
                        RFC),
                iax(
                        IaxCommand.RTKEY,
                        new RotateKey(Bytes.hex("000102030405060708090a0b0c0d0e0f")),
                        "0f10 000102030405060708090a0b0c0d0e0f",
                        RFC),
                iax(
                        IaxCommand.CALLTOKEN,
                        new CallTokenChallenge(TOKEN),
                        "3613313730303030303030303f6665643731346437",
                        RFC),
                row(FrameType.CONTROL, 4, new Control(Indication.ANSWER), "", "capture rsa-call"),
                row(
                        FrameType.CONTROL,
                        0xFF,
                        new Control(Indication.STOP_SOUNDS),
                        "",
                        "capture rsa-call"),
                row(
                        FrameType.CONTROL,
                        16,
                        new Control(Indication.HOLD, Bytes.utf8("jazz")),
                        "6a617a7a",
                        RFC),
                row(FrameType.DTMF_END, '5', new Digit('5', false), "", "capture probe-dtmfvideo"),
                row(FrameType.DTMF_BEGIN, '#', new Digit('#', true), "", RFC),
                row(FrameType.VOICE, 4, new Voice(4, Bytes.of(0xFF, 0x7F)), "ff7f", RFC),
                row(FrameType.VOICE, 0x88, new Voice(0x100, Bytes.of(1)), "01", RFC),
                row(FrameType.VOICE, 0xA2, new Voice(1L << 34, Bytes.of(1)), "01", RFC),
                row(FrameType.VOICE, 0xBF, new Voice(1L << 63, Bytes.of(1)), "01", RFC),
                row(FrameType.VIDEO, 0x95, new Video(1 << 21, false, Bytes.of(9)), "09", RFC),
                row(FrameType.VIDEO, 0xD5, new Video(1 << 21, true, Bytes.of(9)), "09", RFC),
                row(FrameType.VIDEO, 0x40, new Video(0, true, Bytes.of(9)), "09", "Asterisk 11"),
                row(
                        FrameType.TEXT,
                        0,
                        new Text("hello"),
                        "68656c6c6f00",
                        "capture probe-dtmfvideo"),
                row(
                        FrameType.IMAGE,
                        1,
                        new Image(1, Bytes.hex("696d67")),
                        "696d67",
                        "capture probe-dtmfvideo"),
                row(FrameType.HTML, 1, new Html(1, Bytes.utf8("http:")), "687474703a", RFC),
                row(FrameType.COMFORT_NOISE, 5, new ComfortNoise(5), "", "capture probe-dtmfvideo"),
                row(FrameType.IAX, 77, unknown(6, 77, "010131"), "010131", "a stranger"),
                row(FrameType.NULL, 0, unknown(5, 0, ""), "", RFC),
                row(FrameType.MODEM, 1, unknown(11, 1, "00"), "00", RFC));
    }

    private static Row iax(IaxCommand command, Message message, String hex, String source) {
        return row(FrameType.IAX, command.number(), message, hex, source);
    }

    private static Row row(
            FrameType type, int subclass, Message message, String hex, String source) {
        return new Row(message, new Body(type.octet(), subclass, Bytes.hex(hex)), source);
    }

    private static Unknown unknown(int type, int subclass, String hex) {
        return new Unknown(new Body(type, subclass, Bytes.hex(hex)));
    }

    private static Elements element(ElementId id, String hex) {
        return new Elements(List.of(new InformationElement(id.number(), Bytes.hex(hex))));
    }
}
