package dev.keyline.iax.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.trace.Captures;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What real peers said, read as messages and written again.
class CaptureMessagesTest {
    /// Frames that say what we would say otherwise: how many in which recording, and why.
    private static final Map<String, Integer> WORDED_DIFFERENTLY = new TreeMap<>();

    static {
        // Asterisk behind a Local channel sends ADSICPE 0 ("not known"); we always send 2.
        WORDED_DIFFERENTLY.put("callerid-and-variables", 2);
        // The same twice, and the call that only asks for the dialplan (extension TBD), for which
        // Asterisk sends a short NEW with nothing but the necessary, in 32 bits.
        WORDED_DIFFERENTLY.put("dialplan-switch-guest", 4);
        WORDED_DIFFERENTLY.put("dialplan-switch-rsa", 4);
        // Asterisk 11 knows no CALLINGANI2.
        WORDED_DIFFERENTLY.put("native-transfer", 2);
        WORDED_DIFFERENTLY.put("native-transfer-mediaonly", 2);
        // libiax2 has an order of its own, and no 64-bit formats.
        WORDED_DIFFERENTLY.put("iaxmodem-call-in", 1);
        WORDED_DIFFERENTLY.put("iaxmodem-call-out", 1);
        WORDED_DIFFERENTLY.put("iaxmodem-plaintext", 2);
        WORDED_DIFFERENTLY.put("iaxmodem-register", 1);
    }

    static List<String> names() {
        return Captures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsReadIsWrittenAlike(String name) throws MalformedFrame {
        var different = new ArrayList<FullFrame>();
        for (var frame : clear(name)) {
            var message = Message.read(frame.body());
            assertThat(Message.read(message.body())).isEqualTo(message);
            if (!message.body().equals(frame.body())) {
                different.add(frame);
            }
        }
        // The scripted peer writes by hand, and as little as it can.
        if (!name.startsWith("probe-")) {
            assertThat(different).hasSize(WORDED_DIFFERENTLY.getOrDefault(name, 0));
        } else {
            assertThat(different).allMatch(CaptureMessagesTest::opensOrAnswers);
        }
    }

    private static boolean opensOrAnswers(FullFrame frame) {
        var command = IaxCommand.of(frame.body().value());
        return frame.body().is(FrameType.IAX)
                && (command == IaxCommand.NEW
                        || command == IaxCommand.AUTHREP
                        || command == IaxCommand.POKE);
    }

    private static List<FullFrame> clear(String name) {
        return Captures.story(name).stream()
                .filter(told -> !told.words().startsWith("encrypted"))
                .flatMap(told -> told.frame().stream())
                .filter(FullFrame.class::isInstance)
                .map(FullFrame.class::cast)
                .toList();
    }

    @Test
    void anAdsiElementAloneMakesTheLocalChannelsDiffer() throws MalformedFrame {
        var frame = clear("callerid-and-variables").getFirst();
        assertThat(Message.read(frame.body()).body().data()).isEqualTo(withAdsi2(frame));
    }

    private static Bytes withAdsi2(FullFrame frame) throws MalformedFrame {
        var adsi = new InformationElement(ElementId.ADSICPE.number(), Bytes.of(0, 2));
        return new Elements(
                        Elements.parse(frame.body().data()).list().stream()
                                .map(one -> one.id() == adsi.id() ? adsi : one)
                                .toList())
                .encode();
    }

    @Test
    void nothingClearIsMalformedOrUnknownButWhatTheScriptMadeUp() {
        var strange =
                names().stream()
                        .flatMap(name -> Captures.story(name).stream().map(Told::words))
                        .filter(words -> words.contains("malformed") || words.startsWith("("))
                        .toList();
        assertThat(strange).containsExactly("(77?) subclass 77, 14 octets");
    }

    @Test
    void aNewIsReadInFull() throws MalformedFrame {
        var request = (New) Message.read(clear("callerid-and-variables").getFirst().body());
        assertThat(request.calledNumber()).isEqualTo("611");
        assertThat(request.calledContext()).isEqualTo("in");
        assertThat(request.username()).isEqualTo("rsab");
        assertThat(request.caller().number()).isEqualTo("1001");
        assertThat(request.caller().name()).isEqualTo("Bob Builder");
        assertThat(request.caller().rdnis()).isEqualTo("1003");
        assertThat(request.variables())
                .containsExactly(new Variable("color", "blue"), new Variable("shape", "round"));
        assertThat(request.media().format()).isEqualTo(MediaFormat.SLIN.bit());
        assertThat(Formats.names(request.media().capability()))
                .isEqualTo("gsm|ulaw|alaw|slin|g722");
        assertThat(request.callToken()).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void aFormatAboveBit31IsReadFromTheWideElement() throws MalformedFrame {
        var request = (New) Message.read(clear("codec-speex16").getFirst().body());
        assertThat(MediaFormat.ofBit(request.media().format())).isEqualTo(MediaFormat.SPEEX16);
    }
}
