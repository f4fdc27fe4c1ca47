package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How elements are read that a tidy peer would not send.
class FieldsTest {
    private static Message read(IaxCommand command, String hex) throws MalformedFrame {
        return Message.read(Body.of(FrameType.IAX, command.number(), Bytes.hex(hex)));
    }

    private static New readNew(String hex) throws MalformedFrame {
        return (New) read(IaxCommand.NEW, hex);
    }

    @Test
    void ofSeveralTheLastCounts() throws MalformedFrame {
        assertThat(read(IaxCommand.HANGUP, "2a0110 2a0111")).isEqualTo(new Hangup("", 17));
    }

    @Test
    void oneOfTheWrongSizeIsPassedOver() throws MalformedFrame {
        assertThat(read(IaxCommand.HANGUP, "2a0110 2a020011")).isEqualTo(new Hangup("", 16));
        assertThat(read(IaxCommand.ACCEPT, "09020004")).isEqualTo(new Accept(0));
    }

    @Test
    void strangersArePassedOver() throws MalformedFrame {
        assertThat(read(IaxCommand.HANGUP, "c80401020304 2a0110 0000"))
                .isEqualTo(new Hangup("", 16));
    }

    @Test
    void theWideFormatCountsWhereverItStands() throws MalformedFrame {
        var wide = new Accept(1L << 34);
        var element = "3809000000000400000000";
        assertThat(read(IaxCommand.ACCEPT, element + "090400000004")).isEqualTo(wide);
        assertThat(read(IaxCommand.ACCEPT, "090400000004" + element)).isEqualTo(wide);
    }

    @Test
    void aWideFormatOfAnotherVersionOrSizeDoesNotCount() throws MalformedFrame {
        var narrow = new Accept(4);
        assertThat(read(IaxCommand.ACCEPT, "090400000004 3809010000000400000000"))
                .isEqualTo(narrow);
        assertThat(read(IaxCommand.ACCEPT, "090400000004 38080000000400000000")).isEqualTo(narrow);
    }

    @Test
    void bit31IsNotASign() throws MalformedFrame {
        assertThat(read(IaxCommand.ACCEPT, "090480000000")).isEqualTo(new Accept(1L << 31));
    }

    @Test
    void whatIsMissingFromANewGetsItsDefault() throws MalformedFrame {
        var nothing = readNew("");
        assertThat(nothing)
                .isEqualTo(
                        new New(
                                2,
                                "s",
                                null,
                                null,
                                CallerId.NONE,
                                new MediaOffer(0, 0, List.of()),
                                0,
                                "",
                                false,
                                List.of(),
                                null,
                                null));
    }

    @Test
    void aVersionIsNotJudgedHere() throws MalformedFrame {
        assertThat(readNew("0b020001").version()).isEqualTo(1);
    }

    @Test
    void aNumberWithoutPresentationIsAllowed() throws MalformedFrame {
        assertThat(readNew("020139").caller().presentation()).isEqualTo(CallerId.ALLOWED);
        assertThat(readNew("0200").caller().presentation()).isEqualTo(CallerId.NOT_AVAILABLE);
    }

    @Test
    void preferencesTheCallerCannotSpeakAreNotBelieved() throws MalformedFrame {
        // D ulaw, O g722, A nothing, E alaw; the mask has ulaw and alaw.
        var offer = readNew("2d04444f4145 090400000004 08040000000c").media();
        assertThat(offer.preferences()).containsExactly(MediaFormat.ULAW, MediaFormat.ALAW);
    }

    @Test
    void aCallTokenMayBeAbsentEmptyOrThere() throws MalformedFrame {
        assertThat(readNew("").callToken()).isNull();
        assertThat(readNew("3600").callToken()).isEqualTo(Bytes.EMPTY);
        assertThat(readNew("3602abcd").callToken()).isEqualTo(Bytes.hex("abcd"));
    }

    @Test
    void textsEndAtTheirNul() throws MalformedFrame {
        assertThat(readNew("0604726f6200").username()).isEqualTo("rob");
    }

    @Test
    void latin1IsReadWhereUtf8IsNot() throws MalformedFrame {
        assertThat(readNew("04034afc67").caller().name()).isEqualTo("J\u00fcg");
        assertThat(readNew("04044ac3bc67").caller().name()).isEqualTo("J\u00fcg");
    }

    @Test
    void aCallerNameLosesItsControlCharacters() throws MalformedFrame {
        assertThat(readNew("04061b5b324a4d65").caller().name()).isEqualTo("[2JMe");
    }

    @Test
    void namesAreCutAt80Octets() throws MalformedFrame {
        var long200 = "06c8" + "61".repeat(200);
        assertThat(readNew(long200).username()).isEqualTo("a".repeat(80));
        var wide = "06c8" + "c3bc".repeat(100);
        assertThat(readNew(wide).username()).isEqualTo("\u00fc".repeat(40));
    }

    @Test
    void whatPeopleOnlyLookAtLosesItsControlCharacters() throws MalformedFrame {
        var caller = readNew("0203310a32 0303330d34 0d03351b36 ").caller();
        assertThat(caller.number()).isEqualTo("12");
        assertThat(caller.ani()).isEqualTo("34");
        assertThat(caller.dnid()).isEqualTo("56");
    }

    @Test
    void controlCharactersInNamesThatAreLookedUpAreSeen() throws MalformedFrame {
        for (var field : List.of("01", "05", "06")) {
            assertThat(readNew(field + "03610a62").hasControls()).as(field).isTrue();
            assertThat(readNew(field + "03612062").hasControls()).as(field).isFalse();
        }
        assertThat(((FirstMessage) read(IaxCommand.REGREQ, "0603610a62")).hasControls()).isTrue();
        assertThat(((FirstMessage) read(IaxCommand.REGREL, "0603610a62")).hasControls()).isTrue();
    }

    @Test
    void aLanguageIsAWordOrNothing() throws MalformedFrame {
        assertThat(readNew("0a056465 5f4154").language()).isEqualTo("de_AT");
        for (var odd : List.of("0a022e2e", "0a04 61 2f 2e 62", "0a03 61 0a 62", "0a03610062")) {
            assertThat(readNew(odd).language()).as(odd).isIn("", "a");
        }
        assertThat(readNew("0a29" + "61".repeat(41)).language()).isEmpty();
    }

    @Test
    void ofSeveralAnswersTheStrongestCounts() throws MalformedFrame {
        assertThat(read(IaxCommand.AUTHREP, "070161 100162 110163"))
                .isEqualTo(new AuthReply(new AuthResult.Rsa("c")));
        assertThat(read(IaxCommand.AUTHREP, "070161 100162 1100"))
                .isEqualTo(new AuthReply(new AuthResult.Md5("b")));
    }

    @Test
    void anAddressOfAnotherShapeIsNone() throws MalformedFrame {
        for (var shape :
                new String[] {
                    "1204 7f000001",
                    "1210 0300 11dd 7f000003 0000000000000000",
                    "1210 0000 11dd 7f000003 0000000000000000"
                }) {
            var request = (TransferRequest) read(IaxCommand.TXREQ, shape);
            assertThat(request.address()).isEqualTo(ApparentAddress.NONE);
        }
    }

    @Test
    void addressesOfOtherHostsAreRead() throws MalformedFrame {
        var wanted = new ApparentAddress(Bytes.of(127, 0, 0, 3), 4573);
        for (var family : new String[] {"0200", "0002", "1002"}) {
            var hex = "1210" + family + "11dd 7f000003 0000000000000000";
            assertThat(((TransferRequest) read(IaxCommand.TXREQ, hex)).address()).isEqualTo(wanted);
        }
    }

    @Test
    void floodsAreRefused() {
        assertThatThrownBy(() -> read(IaxCommand.NEW, "c800".repeat(201)))
                .isInstanceOf(MalformedFrame.class)
                .hasMessageContaining("201 elements, at most 200");
        assertThatThrownBy(() -> read(IaxCommand.NEW, "3403613d62".repeat(65)))
                .isInstanceOf(MalformedFrame.class)
                .hasMessageContaining("65 variables, at most 64");
    }

    @Test
    void asManyAsAllowedAreRead() throws MalformedFrame {
        assertThat(readNew("c800".repeat(200))).isEqualTo(readNew(""));
        assertThat(readNew("3403613d62".repeat(64)).variables())
                .containsExactly(new Variable("a", "b".repeat(64)));
    }

    @Test
    void elementsThatDoNotEndWithTheFrameSpoilItEvenForUnknownCommands() {
        for (var hex : new String[] {"01", "0105 3630", "2a0110 ff"}) {
            assertThatThrownBy(() -> read(IaxCommand.ACK, hex)).isInstanceOf(MalformedFrame.class);
            assertThatThrownBy(() -> Message.read(Body.of(FrameType.IAX, 77, Bytes.hex(hex))))
                    .isInstanceOf(MalformedFrame.class);
        }
    }
}
