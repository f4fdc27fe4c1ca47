package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is acknowledged and what counts, as seen on the wire (RFC 5456 §6.9.1, §7).
class AcknowledgementsTest {
    private static final long SECOND = 1_000_000_000L;

    /// As long as a datagram takes, and not as long as a signature.
    private static final long ARRIVAL = 50_000;

    private final Network net = new Network(1, Weather.STILL);
    private final Actor west = Actor.called(net);
    private final Actor east = Actor.caller(net);
    private CallId call = new CallId(0);

    @BeforeEach
    void up() {
        call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
    }

    /// The frames of the call that somebody sent, in order; answers from nobody are not among them.
    private List<FullFrame> sent(Actor by) {
        return net.passages().stream()
                .filter(p -> p.from().equals(by.address()))
                .map(p -> parse(p.datagram()))
                .filter(FullFrame.class::isInstance)
                .map(FullFrame.class::cast)
                .filter(frame -> !frame.source().equals(CallNumber.STATELESS))
                .toList();
    }

    private static Frame parse(Bytes datagram) {
        try {
            return Frame.parse(datagram.toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private static boolean is(FullFrame frame, IaxCommand command) {
        return Wire.command(frame) == command;
    }

    /// The time stamps that somebody acknowledged.
    private List<Integer> acknowledged(Actor by) {
        return sent(by).stream()
                .filter(frame -> is(frame, IaxCommand.ACK))
                .map(FullFrame::timestamp)
                .toList();
    }

    private static FullFrame first(List<FullFrame> frames, IaxCommand command) {
        return frames.stream().filter(frame -> is(frame, command)).findFirst().orElseThrow();
    }

    @Test
    void acceptPongAndControlFramesAreAcknowledged() {
        net.run(22 * SECOND);
        var frames = sent(west);
        var answer =
                frames.stream()
                        .filter(frame -> frame.body().is(FrameType.CONTROL))
                        .findFirst()
                        .orElseThrow();
        assertThat(answer.body().value()).isEqualTo(4);
        assertThat(acknowledged(east))
                .contains(
                        first(frames, IaxCommand.ACCEPT).timestamp(),
                        first(frames, IaxCommand.PONG).timestamp(),
                        answer.timestamp());
    }

    @Test
    void fullVoiceIsAcknowledgedAndMiniFramesAreNot() {
        int before = acknowledged(west).size();
        east.speak(call, 20);
        net.run(SECOND);
        var voice = sent(east).stream().filter(frame -> frame.body().is(FrameType.VOICE)).toList();
        assertThat(voice).hasSize(1);
        assertThat(acknowledged(west).subList(before, acknowledged(west).size()))
                .containsExactly(voice.getFirst().timestamp());
    }

    /// ACK bears the number of what comes next and leaves it to that; VNAK does not take one
    /// either.
    @Test
    void acknowledgementsAndComplaintsDoNotCount() {
        var mini = new MiniFrame(sent(east).getFirst().source(), 20, Bytes.of(1, 2, 3));
        net.inject(east.address(), west.address(), Bytes.copyOf(mini.encode()));
        net.run(SECOND);
        east.tell(call, new Command.Press('1', true));
        west.tell(west.call(), new Command.Press('2', true));
        net.run(22 * SECOND);
        assertThat(sent(west)).anyMatch(frame -> is(frame, IaxCommand.VNAK));
        for (var party : List.of(east, west)) {
            var next = SeqNo.ZERO;
            for (var frame : sent(party)) {
                next = is(frame, IaxCommand.NEW) ? SeqNo.ZERO : next;
                if (!is(frame, IaxCommand.VNAK)) {
                    assertThat(frame.sent()).as("%s", frame).isEqualTo(next);
                    next = is(frame, IaxCommand.ACK) ? next : next.next();
                }
            }
        }
    }

    /// A challenge is acknowledged by its answer, and that by what whoever runs the endpoint says
    /// to it; so it is between two Asterisks (`rsa-call.pcap`).
    @Test
    void whatIsAnsweredGetsNoAcknowledgementBesides() {
        assertThat(acknowledged(east))
                .doesNotContain(first(sent(west), IaxCommand.AUTHREQ).timestamp());
        assertThat(acknowledged(west))
                .doesNotContain(first(sent(east), IaxCommand.AUTHREP).timestamp());
    }

    @Test
    void voiceThatGoesBackAcknowledgesTheFirstBlock() {
        west.echoing();
        int before = acknowledged(west).size();
        east.speak(call, 20);
        net.run(SECOND);
        assertThat(sent(west)).anyMatch(frame -> frame.body().is(FrameType.VOICE));
        assertThat(acknowledged(west)).hasSize(before);
    }

    /// Who repeats a challenge has not been answered in time, and would go on.
    @Test
    void aChallengeThatComesAgainIsAcknowledgedWhileItsAnswerIsBeingSigned() {
        east.dial(west, Actor.key("east", "east"));
        long challenges = challenges().size();
        while (challenges().size() == challenges) {
            net.run(ARRIVAL);
        }
        net.run(ARRIVAL);
        var challenge = challenges().getLast();
        assertThat(acknowledged(east)).doesNotContain(challenge.timestamp());
        net.inject(west.address(), east.address(), Bytes.copyOf(challenge.encode()));
        assertThat(acknowledged(east)).contains(challenge.timestamp());
        net.run(SECOND);
        assertThat(west.news()).filteredOn(CallEvent.Arrived.class::isInstance).hasSize(2);
    }

    private List<FullFrame> challenges() {
        return sent(west).stream().filter(frame -> is(frame, IaxCommand.AUTHREQ)).toList();
    }
}
