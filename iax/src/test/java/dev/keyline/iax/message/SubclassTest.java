package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.MalformedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a subclass octet means, frame type by frame type.
class SubclassTest {
    private static Message read(FrameType type, int subclass) throws MalformedFrame {
        return Message.read(new Body(type.octet(), subclass, Bytes.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"0x04, 4", "0x82, 4", "0x40, 64", "0x86, 64", "0x88, 256", "0xA2, 17179869184"})
    void aVoiceFormatIsReadPlainlyOrAsAPowerOfTwo(String octet, long format) throws MalformedFrame {
        assertThat(read(FrameType.VOICE, Integer.decode(octet)))
                .isEqualTo(new Voice(format, Bytes.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"0", "0x05", "0xC0", "0xFE", "0xFF"})
    void noneOrSeveralFormatsAreUnknown(String octet) throws MalformedFrame {
        assertThat(read(FrameType.VOICE, Integer.decode(octet))).isInstanceOf(Unknown.class);
        assertThat(read(FrameType.IMAGE, Integer.decode(octet))).isInstanceOf(Unknown.class);
    }

    @Test
    void bit6OfVideoIsTheMark() throws MalformedFrame {
        assertThat(read(FrameType.VIDEO, 0x93)).isEqualTo(new Video(1 << 19, false, Bytes.EMPTY));
        assertThat(read(FrameType.VIDEO, 0xD3)).isEqualTo(new Video(1 << 19, true, Bytes.EMPTY));
        assertThat(read(FrameType.VIDEO, 0x40)).isEqualTo(new Video(0, true, Bytes.EMPTY));
    }

    @Test
    void aVideoFormatThatLooksLikeTheMarkIsWrittenAsAPower() {
        assertThat(new Video(0x40, false, Bytes.EMPTY).body().subclass()).isEqualTo(0x86);
        assertThat(new Video(0x40, true, Bytes.EMPTY).body().subclass()).isEqualTo(0xC6);
    }

    @Test
    void minusOneStopsSounds() throws MalformedFrame {
        assertThat(read(FrameType.CONTROL, 0xFF)).isEqualTo(new Control(Indication.STOP_SOUNDS));
        assertThat(read(FrameType.CONTROL, 0x87)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "19", "20", "21", "25", "26", "27", "29", "32", "37", "100"})
    void indicationsThatNeverTravelAreUnknown(int number) throws MalformedFrame {
        assertThat(read(FrameType.CONTROL, number)).isInstanceOf(Unknown.class);
    }

    @Test
    void aCommandMayBeWrittenAsAPowerOfTwo() throws MalformedFrame {
        assertThat(read(FrameType.IAX, 0x82)).isEqualTo(new Ack());
    }

    @ParameterizedTest
    @CsvSource({"x", "E", "' '"})
    void keysNoTelephoneHasAreUnknown(char key) throws MalformedFrame {
        assertThat(read(FrameType.DTMF_END, key)).isInstanceOf(Unknown.class);
    }

    @Test
    void smallLettersAreKeysToo() throws MalformedFrame {
        assertThat(read(FrameType.DTMF_BEGIN, 'd')).isEqualTo(new Digit('D', true));
    }

    @Test
    void aTextMayLackItsNul() throws MalformedFrame {
        var without = new Body(FrameType.TEXT.octet(), 0, Bytes.utf8("hi"));
        assertThat(Message.read(without)).isEqualTo(new Text("hi"));
    }
}
