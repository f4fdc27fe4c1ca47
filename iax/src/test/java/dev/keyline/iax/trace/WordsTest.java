package dev.keyline.iax.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.MessageWaiting;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Page;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.message.Text;
import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.Unsupported;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MetaFrame;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    record Row(Message message, String words) {}

    static List<Row> rows() {
        return List.of(
                new Row(
                        new New(
                                1,
                                "600",
                                null,
                                null,
                                CallerId.of("1001", "Al\u001b[2Jice"),
                                new MediaOffer(0, 0, List.of()),
                                1,
                                "",
                                false,
                                List.of(),
                                null,
                                null),
                        "NEW to 600, no token, from \"Al[2Jice\" <1001>, nothing, version 1, can aes128"),
                new Row(
                        new AuthRequest(7, null, 0x8001, "u"),
                        "AUTHREQ u by rsa|md5|plaintext, then aes128 with key rotation"),
                new Row(
                        new AuthRequest(8, null, 2, ""),
                        "AUTHREQ by no known method, then unknown encryption 0x2"),
                new Row(
                        new DialplanReply("6", 0x8002, 5),
                        "DPREP 6 could exist, more digits may match, holds 5 s"),
                new Row(new DialplanReply("6", 3, 5), "DPREP 6 status 0x3, holds 5 s"),
                new Row(new MessageWaiting(0x0203), "MWI messages: 3 new, 2 old"),
                new Row(new MessageWaiting(0xFFFF), "MWI messages waiting"),
                new Row(new MessageWaiting(null), "MWI"),
                new Row(new RegisterAck("u", null, null, null, null, "1", null), "REGACK u, <1>"),
                new Row(new Quelch(true, "jazz"), "QUELCH music \"jazz\""),
                new Row(new RotateKey(Bytes.of(1, 2)), "RTKEY a key of 2 octets"),
                new Row(new Unsupported(35), "UNSUPPORT PROVISION"),
                new Row(new Page(Elements.NONE), "PAGE 0 elements"),
                new Row(new TransferAccept(255), "TXACC transfer ff"),
                new Row(new Control(Indication.HOLD, Bytes.of(1)), "HOLD 1 octet"),
                new Row(
                        new Video(1 << 21, true, Bytes.EMPTY),
                        "VIDEO h264, 0 octets, last of a picture"),
                new Row(
                        new Video(0, true, Bytes.EMPTY),
                        "VIDEO format as before, 0 octets, last of a picture"),
                new Row(new Text("a\nb\u202ec"), "TEXT \"a?b?c\""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMessageIsPutInWords(Row row) {
        assertThat(Words.of(row.message().body())).isEqualTo(row.words());
    }

    @Test
    void strangeElementsAreMentioned() {
        var body = Body.of(FrameType.IAX, IaxCommand.PING.number(), Bytes.hex("c8020102"));
        assertThat(Words.of(body)).isEqualTo("PING, element 200 of 2 octets");
    }

    @Test
    void everyCommandHasItsName() {
        assertThat(Arrays.stream(IaxCommand.values()).map(one -> Names.command(one.number())))
                .containsExactly(
                        "NEW",
                        "PING",
                        "PONG",
                        "ACK",
                        "HANGUP",
                        "REJECT",
                        "ACCEPT",
                        "AUTHREQ",
                        "AUTHREP",
                        "INVAL",
                        "LAGRQ",
                        "LAGRP",
                        "REGREQ",
                        "REGAUTH",
                        "REGACK",
                        "REGREJ",
                        "REGREL",
                        "VNAK",
                        "DPREQ",
                        "DPREP",
                        "DIAL",
                        "TXREQ",
                        "TXCNT",
                        "TXACC",
                        "TXREADY",
                        "TXREL",
                        "TXREJ",
                        "QUELCH",
                        "UNQUELCH",
                        "POKE",
                        "PAGE",
                        "MWI",
                        "UNSUPPORT",
                        "TRANSFER",
                        "PROVISION",
                        "FWDOWNL",
                        "FWDATA",
                        "TXMEDIA",
                        "RTKEY",
                        "CALLTOKEN");
    }

    @Test
    void everyIndicationHasAName() {
        assertThat(Arrays.stream(Indication.values()))
                .noneMatch(one -> Names.of(new Control(one).body()).contains("?"));
        assertThat(Names.indication(99)).isEqualTo("(99?)");
        assertThat(Names.indication(-2)).isEqualTo("(-2?)");
        assertThat(Names.indication(1L << 40)).isEqualTo("(1099511627776?)");
    }

    @Test
    void typesAreNamedAsAsteriskDoes() {
        assertThat(Names.type(1)).isEqualTo("DTMF_E");
        assertThat(Names.type(12)).isEqualTo("DTMF_B");
        assertThat(Names.type(10)).isEqualTo("CNG");
        assertThat(Names.type(13)).isEqualTo("(13?)");
        assertThat(Names.element(6)).isEqualTo("USERNAME");
        assertThat(Names.element(99)).isEqualTo("element 99");
        assertThat(Names.format(4)).isEqualTo("ulaw");
        assertThat(Names.format(6)).isEqualTo("format 0x6");
    }

    @Test
    void anEnvelopeNamesItsCalls() {
        var entries = Bytes.hex("0005 0001 ff 0007 0000");
        assertThat(Line.words(new MetaFrame.Trunk(0, 0, entries)))
                .isEqualTo("TRUNK voice of 2 calls: 5, 7");
        assertThat(Line.words(new MetaFrame.Trunk(1, 0, Bytes.hex("0001 0005 0014 ff 0009"))))
                .isEqualTo("TRUNK voice of 1 call: 5, then a damaged entry");
        assertThat(Line.words(new MetaFrame.Trunk(9, 0, entries)))
                .isEqualTo("TRUNK of kind 9, 9 octets");
        assertThat(Line.words(new MetaFrame.Other(2, 0, entries))).isEqualTo("META command 2");
    }
}
