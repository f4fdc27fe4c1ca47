package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallLeg.Linked;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.Side;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Dial;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.DialplanRequest;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.trace.Captures;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The figure says what a real Asterisk said, when it is told what Asterisk was told.
class DiallingCaptureTest {
    private final List<Message> said = new ArrayList<>();
    private final List<CallEvent> news = new ArrayList<>();
    private CallLeg leg = new Offered(true);

    private static List<Message> messages(String capture) {
        return Captures.story(capture).stream()
                .flatMap(told -> told.frame().stream())
                .filter(FullFrame.class::isInstance)
                .map(frame -> read((FullFrame) frame))
                .filter(DiallingCaptureTest::matters)
                .toList();
    }

    private static Message read(FullFrame frame) {
        try {
            return Message.read(frame.body());
        } catch (MalformedFrame damaged) {
            throw new AssertionError(damaged);
        }
    }

    private static boolean matters(Message message) {
        return switch (message) {
            case Accept _, DialplanRequest _, DialplanReply _, Dial _ -> true;
            case Control(var what, _) -> what == Indication.PROGRESS;
            default -> false;
        };
    }

    private void given(Input input) {
        var step =
                CallFigure.next(
                        leg,
                        input,
                        new Circumstances(
                                PeerAddress.ofIPv4("127.0.0.1", 4571),
                                Credentials.none(""),
                                TestKeys.ring(List.of(), List.of()),
                                MediaOffer.of(List.of(MediaFormat.ULAW)),
                                Encryption.NONE,
                                true,
                                Circumstances.Delays.USUAL));
        leg = step.next();
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var message) -> said.add(message);
                case Act.Tell(var event) -> news.add(event);
                default -> throw new AssertionError(act);
            }
        }
    }

    /// Asterisk is the one who is asked, a scripted peer dials.
    @Test
    void weAnswerAsItDoes() {
        var theirs = new ArrayList<Message>();
        for (var message : messages("probe-dial")) {
            switch (message) {
                case Accept(var bit) -> given(new Input.Told(new Command.Await(format(bit))));
                case DialplanReply reply -> given(new Input.Told(new Command.Reply(reply)));
                case Control _ -> given(new Input.Told(new Command.Accept(MediaFormat.ULAW)));
                default -> given(new Input.Heard(message));
            }
            if (!(message instanceof DialplanRequest || message instanceof Dial)) {
                theirs.add(message);
            }
        }
        assertThat(said).isEqualTo(theirs).hasSize(4);
        assertThat(news)
                .startsWith(
                        new CallEvent.Asked("6"),
                        new CallEvent.Asked("608"),
                        new CallEvent.Dialled("609"))
                .hasSize(4);
        assertThat(leg).isInstanceOf(Linked.class);
    }

    private static MediaFormat format(long bit) {
        return Objects.requireNonNull(MediaFormat.ofBit(bit));
    }

    /// Asterisk asks, and another one answers.
    @Test
    void weAskAsItDoes() {
        leg = new Linked(Side.CALLER, MediaFormat.ULAW);
        var questions = new ArrayList<Message>();
        for (var message : messages("dialplan-switch-rsa")) {
            if (message instanceof DialplanRequest(var number)) {
                questions.add(message);
                given(new Input.Told(new Command.Ask(number)));
            } else if (message instanceof DialplanReply) {
                given(new Input.Heard(message));
            }
        }
        assertThat(said).isEqualTo(questions).isNotEmpty();
        assertThat(news).hasSameSizeAs(questions);
    }
}
