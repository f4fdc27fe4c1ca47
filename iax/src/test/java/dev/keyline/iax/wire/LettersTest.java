package dev.keyline.iax.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The small values of which frames are made.
class LettersTest {
    @ParameterizedTest
    @CsvSource({
        "0x00, 0",
        "0x04, 4",
        "0x7F, 127",
        "0x80, 1",
        "0x82, 4",
        "0x88, 256",
        "0xBF, -9223372036854775808",
        "0xC0, 0",
        "0xFE, 0",
        "0xFF, -1"
    })
    void aSubclassOctetDecodes(String octet, long value) {
        assertThat(new Body(2, Integer.decode(octet), Bytes.EMPTY).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0x4, 0x04", "0x40, 0x40", "0x80, 0x87", "0x100, 0x88", "0x400000000, 0xA2"})
    void aFormatEncodesAsShortAsItCan(String format, String octet) {
        assertThat(Body.ofFormat(FrameType.VOICE, Long.decode(format), Bytes.EMPTY).subclass())
                .isEqualTo(Integer.decode(octet));
    }

    @Test
    void severalFormatsDoNotFitASubclass() {
        assertThatThrownBy(() -> Body.ofFormat(FrameType.VOICE, 6, Bytes.EMPTY))
                .hasMessage("not a single format bit: 6");
        assertThatThrownBy(() -> Body.ofFormat(FrameType.VOICE, 0, Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesThatDoNotFitTheirFieldAreRefused() {
        assertThatThrownBy(() -> new CallNumber(0x8000)).hasMessageContaining("15 bits");
        assertThatThrownBy(() -> new SeqNo(256)).hasMessageContaining("8 bits");
        assertThatThrownBy(() -> new Body(256, 0, Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InformationElement(1, Bytes.copyOf(new byte[256])))
                .hasMessage("element 1 with 256 octets");
    }

    @Test
    void numbersOfNamesMatchTheirPlace() {
        assertThat(Arrays.stream(IaxCommand.values()))
                .allMatch(one -> IaxCommand.of(one.number()) == one);
        assertThat(Arrays.stream(FrameType.values()))
                .allMatch(one -> FrameType.of(one.octet()) == one);
        assertThat(Arrays.stream(ElementId.values()))
                .allMatch(one -> ElementId.of(one.number()) == one);
        assertThat(IaxCommand.CALLTOKEN.number()).isEqualTo(40);
        assertThat(FrameType.DTMF_BEGIN.octet()).isEqualTo(12);
        assertThat(ElementId.CALLINGANI2.number()).isEqualTo(57);
    }

    @Test
    void strangersHaveNoName() {
        assertThat(IaxCommand.of(0)).isNull();
        assertThat(IaxCommand.of(41)).isNull();
        assertThat(IaxCommand.of((1L << 32) + 1)).isNull();
        assertThat(FrameType.of(13)).isNull();
        assertThat(ElementId.of(58)).isNull();
    }

    @Test
    void sixCommandsHaveNoNumberOfTheirOwn() {
        assertThat(Arrays.stream(IaxCommand.values()).filter(one -> !one.isNumbered()))
                .containsExactlyInAnyOrder(
                        IaxCommand.ACK,
                        IaxCommand.INVAL,
                        IaxCommand.VNAK,
                        IaxCommand.TXCNT,
                        IaxCommand.TXACC,
                        IaxCommand.CALLTOKEN);
    }

    @Test
    void elementsKeepOrderRepetitionsAndStrangers() throws MalformedFrame {
        var elements = Elements.parse(Bytes.hex("c80101 060161 060162 0600"));
        assertThat(elements.list())
                .containsExactly(
                        new InformationElement(200, Bytes.of(1)),
                        new InformationElement(6, Bytes.utf8("a")),
                        new InformationElement(6, Bytes.utf8("b")),
                        new InformationElement(6, Bytes.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({
        "060161 0105 3630, element 1 announces 5 octets; 2 are left (at octet 3)",
        "060161 01, element 1 ends before its length (at octet 3)"
    })
    void elementsThatDoNotEndWithTheDataSaySo(String hex, String reason) {
        assertThatThrownBy(() -> Elements.parse(Bytes.hex(hex)))
                .isInstanceOf(MalformedFrame.class)
                .hasMessage(reason.replace(';', ','));
    }

    @Test
    void aRepetitionAcknowledgesWhatArrivedSince() {
        var frame =
                new FullFrame(
                        new CallNumber(1),
                        new CallNumber(2),
                        false,
                        3,
                        new SeqNo(4),
                        new SeqNo(5),
                        new Body(6, 4, Bytes.EMPTY));
        var again = frame.again(new SeqNo(9));
        assertThat(again.retry()).isTrue();
        assertThat(again.expected()).isEqualTo(new SeqNo(9));
        assertThat(List.of(again.sent(), again.timestamp(), again.body()))
                .isEqualTo(List.of(frame.sent(), frame.timestamp(), frame.body()));
    }

    @Test
    void bytesAreEqualByContentAndCannotBeChangedFromOutside() {
        var source = new byte[] {1, 2};
        var bytes = Bytes.copyOf(source);
        source[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes).isEqualTo(Bytes.of(1, 2)).hasSameHashCodeAs(Bytes.of(1, 2));
        assertThat(bytes).hasToString("0102");
        assertThat(Bytes.copyOf(new byte[33]).toString()).endsWith("… (33 octets)");
    }

    @Test
    void aWriterGrowsAndAReaderFindsEverythingAgain() throws MalformedFrame {
        var out = new Writer();
        for (int i = 0; i < 100; i++) {
            out.u8(i).u16(0xABCD).i32(-2).i64(Long.MIN_VALUE + 1);
        }
        var in = new Reader(out.toBytes());
        for (int i = 0; i < 100; i++) {
            assertThat(in.u8()).isEqualTo(i);
            assertThat(in.u16()).isEqualTo(0xABCD);
            assertThat(in.i32()).isEqualTo(-2);
            assertThat(in.i64()).isEqualTo(Long.MIN_VALUE + 1);
        }
        assertThat(in.left()).isZero();
        assertThatThrownBy(in::u8).isInstanceOf(MalformedFrame.class);
    }
}
