package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Mouthpiece;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Voice by the short way: two ends, and an exchange in the middle that passes it on.
class SwitchboardTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int BLOCKS = 100;

    private final Network net = new Network(7, Weather.STILL);
    private final Actor west = actor(1);
    private final Actor middle = actor(2);
    private final Actor east = actor(3);

    private Actor actor(int number) {
        var ring = TestKeys.ring(List.of("east"), List.of("east"));
        Door door = Actor.guarded(Map.of("east", Actor.rsa("east", "east")));
        return new Actor(net, Actor.at(number), ring, door);
    }

    private CallId dial(Actor from, Actor to) {
        var call = from.dial(to, Actor.key("east", "east"));
        net.run(SECOND);
        return call;
    }

    private static List<CallEvent.Heard> heard(Actor by, CallId call) {
        return by.voices().getOrDefault(call, List.of());
    }

    private static List<Integer> numbers(List<CallEvent.Heard> heard) {
        return heard.stream().map(h -> (h.payload().at(0) << 8) | h.payload().at(1)).toList();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void voiceIsPassedOnWithoutBecomingNews() {
        var left = dial(west, middle);
        var comes = middle.call();
        var goes = dial(middle, east);
        middle.join(comes, goes);
        middle.endpoint().switchboard().pass(comes, goes);
        middle.endpoint().switchboard().pass(goes, comes);
        west.speak(left, BLOCKS);
        east.speak(east.call(), BLOCKS);
        net.run(3 * SECOND);
        assertThat(numbers(heard(east, east.call()))).isEqualTo(upTo(BLOCKS));
        assertThat(numbers(heard(west, left))).isEqualTo(upTo(BLOCKS));
        // Only what found the other call not speaking yet was news.
        assertThat(middle.voices().values()).allSatisfy(heard -> assertThat(heard).hasSize(1));
    }

    @Test
    void passedVoiceKeepsItsPace() {
        var left = dial(west, middle);
        var comes = middle.call();
        var goes = dial(middle, east);
        middle.join(comes, goes);
        middle.endpoint().switchboard().pass(comes, goes);
        west.speak(left, BLOCKS);
        net.run(3 * SECOND);
        var heard = heard(east, east.call());
        for (int i = 1; i < heard.size(); i++) {
            assertThat(heard.get(i).timestamp() - heard.get(i - 1).timestamp()).isEqualTo(20);
        }
    }

    @Test
    void anEchoGoesTheSameWay() {
        var call = dial(west, middle.echoing());
        middle.endpoint().switchboard().pass(middle.call(), middle.call());
        west.speak(call, BLOCKS);
        net.run(3 * SECOND);
        assertThat(numbers(heard(west, call))).isEqualTo(upTo(BLOCKS));
        assertThat(heard(middle, middle.call())).hasSize(1);
    }

    @Test
    void whatIsKeptIsNewsAgain() {
        var call = dial(west, middle);
        middle.endpoint().switchboard().listen(middle.call(), (_, _, _, _, _, _) -> true);
        west.speak(call, 3);
        net.run(SECOND);
        assertThat(middle.voices()).isEmpty();
        middle.endpoint().switchboard().keep(middle.call());
        west.speak(call, 3);
        net.run(SECOND);
        assertThat(heard(middle, middle.call())).hasSize(3);
    }

    @Test
    void whatTheOtherCannotSayIsNews() {
        var left = dial(west, middle);
        var comes = middle.call();
        var goes = dial(middle, east);
        middle.endpoint().switchboard().pass(comes, goes);
        east.tell(east.call(), new Command.Finish(16));
        net.run(SECOND);
        west.speak(left, 5);
        net.run(SECOND);
        assertThat(heard(middle, comes)).hasSize(5);
    }

    @Test
    void theEarBehindAJitterBufferHearsInOrder() {
        var call = dial(west, middle);
        var heard = new ArrayList<Integer>();
        middle.tell(middle.call(), new Command.Buffer(JitterSettings.USUAL));
        middle.endpoint()
                .switchboard()
                .listen(
                        middle.call(),
                        (_, _, octets, offset, _, _) -> heard.add((int) octets[offset + 1]));
        west.speak(call, BLOCKS);
        net.run(4 * SECOND);
        assertThat(heard).isEqualTo(upTo(BLOCKS));
    }

    /// The same octets leave by a [dev.keyline.iax.endpoint.Mouthpiece] as by the wish.
    @Test
    void spokenInPlaceIsSpokenAlike() {
        var call = dial(west, middle);
        var mouth = west.endpoint().switchboard().mouthpiece(call);
        var block = new byte[200];
        for (int i = 0; i < 5; i++) {
            block[41] = (byte) i;
            net.act(west.address(), () -> mouth.speak(MediaFormat.ULAW, block, 40, 160, net.now()));
            net.run(20_000_000);
        }
        var heard = heard(middle, middle.call());
        assertThat(numbers(heard)).isEqualTo(upTo(5));
        assertThat(heard)
                .extracting(CallEvent.Heard::payload)
                .extracting(Bytes::length)
                .containsOnly(160);
    }

    @Test
    void aMouthpieceIsMuteBeforeTheCallIsAcceptedAndAfterItsEnd() {
        var call = west.dial(middle, Actor.key("east", "east"));
        var mouth = west.endpoint().switchboard().mouthpiece(call);
        say(mouth);
        net.run(SECOND);
        say(mouth);
        net.run(SECOND);
        middle.tell(middle.call(), new Command.Finish(16));
        net.run(SECOND);
        long sent = west.endpoint().counters().datagramsOut();
        say(mouth);
        assertThat(west.endpoint().counters().datagramsOut()).isEqualTo(sent);
        assertThat(heard(middle, middle.call())).hasSize(1);
    }

    @Test
    void ofACallThatIsOverThereIsOnlyAMuteOne() {
        var call = dial(west, middle);
        assertThat(west.endpoint().switchboard().mouthpiece(call)).isNotSameAs(Mouthpiece.MUTE);
        west.tell(call, new Command.Finish(16));
        net.run(SECOND);
        assertThat(west.endpoint().switchboard().mouthpiece(call)).isSameAs(Mouthpiece.MUTE);
    }

    private void say(Mouthpiece mouth) {
        var block = new byte[160];
        net.act(
                west.address(),
                () -> mouth.speak(MediaFormat.ULAW, block, 0, block.length, net.now()));
    }
}
