package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.message.Dial;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A call for `TBD`: east asks west's dialplan, and dials when it knows enough (RFC 5456 §6.8).
class DiallingSceneTest {
    private static final long SECOND = 1_000_000_000L;

    private final Network net = new Network(3, Weather.STILL);
    private final Actor west =
            new Actor(
                            net,
                            Actor.at(2),
                            TestKeys.ring(List.of(), List.of("east")),
                            Actor.guarded(Map.of("east", Actor.rsa("east", "east"))))
                    .waiting();
    private final Actor east =
            new Actor(net, Actor.at(1), TestKeys.ring(List.of("east"), List.of()), Door.CLOSED);

    /// Calls, and has west wait for a number.
    private CallId open() {
        var call =
                east.dial(
                        Destination.of(
                                west.address(),
                                "TBD",
                                null,
                                Actor.key("east", "east"),
                                Actor.ULAW));
        net.run(30 * SECOND);
        assertThat(west.heard(CallEvent.Arrived.class)).hasSize(1);
        west.tell(west.call(), new Command.Await(MediaFormat.ULAW));
        net.run(30 * SECOND);
        return call;
    }

    private void answerAll() {
        for (var asked : west.heard(CallEvent.Asked.class)) {
            west.tell(
                    west.call(),
                    new Command.Reply(
                            new DialplanReply(asked.number(), DialplanReply.EXISTS, 600)));
        }
    }

    @Test
    void asksThenDialsThenTalks() {
        var call = open();
        east.tell(call, new Command.Ask("60"));
        net.run(SECOND);
        answerAll();
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Replied.class))
                .extracting(CallEvent.Replied::reply)
                .containsExactly(new DialplanReply("60", DialplanReply.EXISTS, 600));

        east.tell(call, new Command.Dial("600"));
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Dialled.class))
                .containsExactly(new CallEvent.Dialled("600"));
        west.tell(west.call(), new Command.Accept(MediaFormat.ULAW));
        west.tell(west.call(), new Command.Answer());
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Indicated.class))
                .extracting(CallEvent.Indicated::indication)
                .containsExactly(Indication.PROGRESS);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
        east.speak(call, 10);
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Heard.class)).hasSize(10);
    }

    @Test
    void whatWasDialledMayNotExist() {
        var call = open();
        east.tell(call, new Command.Dial("999"));
        net.run(SECOND);
        west.tell(
                west.call(),
                new Command.Refuse(Cause.NO_ROUTE_DESTINATION, "No such context/extension"));
        net.run(SECOND);
        assertThat(east.last())
                .contains(
                        new CallEvent.Ended(new Ending.TheyHungUp(3, "No such context/extension")));
    }

    /// Questions and answers are registered post: none is lost, none comes twice.
    @Test
    void everyQuestionIsAnsweredOnceInAnyWeather() {
        net.weather(Weather.STILL.withLoss(0.2));
        var call = open();
        IntStream.range(0, 20).forEach(i -> east.tell(call, new Command.Ask("6" + i)));
        net.run(60 * SECOND);
        answerAll();
        net.run(60 * SECOND);
        var numbers = IntStream.range(0, 20).mapToObj(i -> "6" + i).toList();
        assertThat(east.heard(CallEvent.Replied.class))
                .extracting(r -> r.reply().number())
                .containsExactlyElementsOf(numbers);
    }

    /// A call that only waits is looked after like any other.
    @Test
    void whoHasGoneIsNoticed() {
        open();
        net.weather(Weather.STILL.withLoss(1));
        net.run(90 * SECOND);
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.Vanished()));
    }

    /// Who forges an address has never seen our number, and dials nothing without it.
    @Test
    void aDialWithoutOurNumberDialsNothing() {
        open();
        var theirs = west.endpoint().dialogues().getFirst().theirs();
        var forged =
                new FullFrame(
                        theirs,
                        CallNumber.NONE,
                        false,
                        90_000,
                        new SeqNo(west.endpoint().dialogues().getFirst().expected()),
                        SeqNo.ZERO,
                        new Dial("600").body());
        net.inject(east.address(), west.address(), Bytes.copyOf(forged.encode()));
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Dialled.class)).isEmpty();
        assertThat(west.endpoint().counters().of(Oddity.WRONG_NUMBER)).isEqualTo(1);
    }
}
