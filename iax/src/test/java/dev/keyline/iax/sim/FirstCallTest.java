package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One call between two endpoints in still weather, told to the end.
class FirstCallTest {
    private static final long SECOND = 1_000_000_000L;

    private final Network net = new Network(1, Weather.STILL);
    private final Actor west =
            new Actor(
                            net,
                            Actor.at(2),
                            TestKeys.ring(List.of(), List.of("east")),
                            Actor.guarded(
                                    Map.of(
                                            "east",
                                            Actor.rsa("east", "east"),
                                            "md5",
                                            Actor.md5("md5", "s3cret"))))
                    .echoing();
    private final Actor east =
            new Actor(
                    net,
                    Actor.at(1),
                    TestKeys.ring(List.of("east", "other"), List.of()),
                    dev.keyline.iax.call.Door.CLOSED);

    /// Whoever has overheard an answer has nothing: the next challenge is another.
    @Test
    void anAnswerThatWasOverheardOpensNothing() {
        east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        var overheard =
                IntStream.range(0, net.sent())
                        .mapToObj(net::passage)
                        .filter(p -> is(p, IaxCommand.AUTHREP))
                        .findFirst()
                        .orElseThrow();
        east.dial(west, Actor.key("east", "other"));
        net.run(SECOND / 2);
        assertThat(west.heard(CallEvent.TurnedAway.class)).hasSize(1);
        net.inject(overheard.from(), overheard.to(), overheard.datagram());
        net.run(5 * SECOND);
        assertThat(west.heard(CallEvent.Arrived.class)).hasSize(1);
        assertThat(east.last())
                .contains(new CallEvent.Ended(new Ending.TheyRefused(50, "No authority found")));
    }

    private static boolean is(Network.Passage passage, IaxCommand command) {
        try {
            return Frame.parse(passage.datagram().toArray()) instanceof FullFrame full
                    && full.body().is(FrameType.IAX)
                    && full.body().value() == command.number();
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keyOpensTheLine() {
        var call = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);

        assertThat(west.heard(CallEvent.Arrived.class))
                .singleElement()
                .satisfies(
                        arrived -> {
                            assertThat(arrived.name()).isEqualTo("east");
                            assertThat(arrived.proof())
                                    .isEqualTo(
                                            new CallEvent.Proven(
                                                    new Verdict.LetIn(
                                                            AuthMethod.RSA, "east", "SHA256:east"),
                                                    false));
                        });
        assertThat(east.heard(CallEvent.Accepted.class)).hasSize(1);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);

        east.speak(call, 50);
        net.run(2 * SECOND);
        assertThat(west.heard(CallEvent.Heard.class)).hasSize(50);
        assertThat(east.heard(CallEvent.Heard.class)).hasSize(50);
        assertThat(
                        east.heard(CallEvent.Heard.class).getLast().timestamp()
                                - east.heard(CallEvent.Heard.class).getFirst().timestamp())
                .isEqualTo(49 * 20);

        east.tell(call, new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        assertThat(east.last()).contains(new CallEvent.Ended(new Ending.WeHungUp(16)));
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.TheyHungUp(16, "")));
        assertNothingLeft();
    }

    @Test
    void secretOpensTheLine() {
        east.dial(west, Actor.secret("md5", "s3cret"));
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
    }

    @Test
    void wrongKeyIsRefusedAfterAPause() {
        east.dial(west, Actor.key("east", "other"));
        net.run(SECOND / 2);
        assertThat(west.heard(CallEvent.TurnedAway.class))
                .singleElement()
                .satisfies(
                        turned ->
                                assertThat(turned.verdict().toString())
                                        .contains(
                                                "no key in inkeys=",
                                                "key 'east' (SHA256:east) did not make it"));
        assertThat(east.heard(CallEvent.Ended.class)).isEmpty();
        net.run(SECOND);
        assertThat(east.last())
                .contains(new CallEvent.Ended(new Ending.TheyRefused(50, "No authority found")));
        assertNothingLeft();
    }

    @Test
    void missingKeyIsSaidAtTheCaller() {
        east.dial(west, Actor.key("east", "nokey"));
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Ended.class))
                .singleElement()
                .satisfies(
                        ended ->
                                assertThat(ended.why().words())
                                        .contains("private key 'nokey': no file nokey.key"));
        net.run(20 * SECOND);
        assertNothingLeft();
    }

    @Test
    void unknownNameGetsAChallengeLikeAnyOther() {
        east.dial(west, Actor.key("nobody", "east"));
        net.run(3 * SECOND);
        assertThat(east.heard(CallEvent.Challenged.class)).hasSize(1);
        assertThat(east.last())
                .contains(new CallEvent.Ended(new Ending.TheyRefused(50, "No authority found")));
        assertNothingLeft();
    }

    @Test
    void hungUpBeforeTheTokenCameTheCallNeverArrives() {
        var call = east.dial(west, Actor.key("east", "east"));
        east.tell(call, new Command.Finish(Cause.NORMAL));
        net.run(5 * SECOND);
        assertThat(east.last()).contains(new CallEvent.Ended(new Ending.WeHungUp(16)));
        assertThat(west.heard(CallEvent.Arrived.class)).isEmpty();
        assertThat(
                        net.passages().stream()
                                .filter(p -> p.datagram().at(10) == 6 && p.datagram().at(11) == 1))
                .as("requests sent: one, and none after hanging up")
                .hasSize(1);
        assertNothingLeft();
    }

    @Test
    void nobodyThere() {
        var lonely =
                new Actor(
                        net,
                        Actor.at(3),
                        TestKeys.ring(List.of("east"), List.of()),
                        dev.keyline.iax.call.Door.CLOSED);
        net.weather(Weather.STILL.withLoss(1));
        lonely.dial(west, Actor.key("east", "east"));
        net.run(31 * SECOND);
        assertThat(lonely.heard(CallEvent.Ended.class)).isEmpty();
        net.run(2 * SECOND);
        assertThat(lonely.last()).contains(new CallEvent.Ended(new Ending.Vanished()));
    }

    private void assertNothingLeft() {
        net.run(100 * SECOND);
        assertThat(east.endpoint().isIdle()).as("east is idle").isTrue();
        assertThat(west.endpoint().isIdle()).as("west is idle").isTrue();
    }
}
