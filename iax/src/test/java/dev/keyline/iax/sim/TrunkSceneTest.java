package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.trunk.TrunkSettings;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty calls between two endpoints in one trunk.
class TrunkSceneTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long BLOCK = 20_000_000L;
    private static final int CALLS = 20;
    private static final int BLOCKS = 100;

    private final Network net = new Network(9, Weather.STILL);

    private static Config config(boolean timestamps) {
        var usual = Config.USUAL;
        return new Config(
                usual.limits(),
                usual.pace(),
                usual.delays(),
                usual.pingEvery(),
                usual.lagEvery(),
                new TrunkSettings(20_000_000, 1240, 128_000, timestamps),
                Config.USUAL.registering());
    }

    private Actor west(boolean timestamps) {
        return new Actor(
                net,
                Actor.at(2),
                TestKeys.ring(List.of(), List.of("east")),
                Actor.guarded(Map.of("east", Actor.rsa("east", "east"))),
                config(timestamps));
    }

    private Actor east(boolean timestamps) {
        return new Actor(
                net,
                Actor.at(1),
                TestKeys.ring(List.of("east"), List.of()),
                Door.CLOSED,
                config(timestamps));
    }

    private List<CallId> dial(Actor east, Actor west, int calls) {
        var ids = new ArrayList<CallId>();
        for (int i = 0; i < calls; i++) {
            ids.add(east.dial(west, Actor.key("east", "east")));
            net.run(SECOND / 10);
        }
        net.run(SECOND);
        ids.forEach(id -> east.tell(id, new Command.Trunk()));
        return ids;
    }

    private Stream<Frame> sent(Actor by) {
        return net.passages().stream().filter(p -> p.from().equals(by.address())).map(this::frame);
    }

    private Frame frame(Network.Passage passage) {
        try {
            return Frame.parse(passage.datagram().toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> numbers(List<CallEvent.Heard> heard) {
        return heard.stream().map(h -> (h.payload().at(0) << 8) | h.payload().at(1)).toList();
    }

    private static List<Integer> all() {
        return IntStream.range(0, BLOCKS).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachCallHearsItsOwnVoiceInOrderAndInTime(boolean timestamps) {
        var west = west(timestamps);
        var east = east(timestamps);
        var calls = dial(east, west, CALLS);
        for (int i = 0; i < CALLS; i++) {
            east.speak(calls.get(i), BLOCKS);
        }
        net.run((BLOCKS + 10) * BLOCK);
        assertThat(west.voices()).hasSize(CALLS);
        assertThat(west.voices().values())
                .allSatisfy(
                        heard -> {
                            assertThat(numbers(heard)).isEqualTo(all());
                            for (int i = 1; i < heard.size(); i++) {
                                int step = heard.get(i).timestamp() - heard.get(i - 1).timestamp();
                                assertThat(step).isBetween(1, timestamps ? 20 : 60);
                            }
                        });
        assertThat(sent(east).filter(MiniFrame.class::isInstance)).isEmpty();
        assertThat(sent(east).filter(MetaFrame.Trunk.class::isInstance).count())
                .isBetween(BLOCKS * CALLS / 8L, BLOCKS * CALLS / 4L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJitterBufferLivesWithTheirStamps(boolean timestamps) {
        var west = west(timestamps);
        var east = east(timestamps);
        var calls = dial(east, west, 5);
        net.weather(new Weather(0, 0, 0, 0, 1_000_000, 50_000_000));
        west.calls().forEach(c -> west.tell(c, new Command.Buffer(JitterSettings.USUAL)));
        calls.forEach(call -> east.speak(call, BLOCKS));
        net.run((BLOCKS + 50) * BLOCK);
        assertThat(west.voices()).hasSize(5);
        assertThat(west.voices().values())
                .allSatisfy(
                        heard -> {
                            assertThat(numbers(heard)).isSorted().doesNotHaveDuplicates();
                            assertThat(heard.size()).isGreaterThan(BLOCKS - 8);
                        });
    }

    @Test
    void bothDirectionsShareATrunkAndAfterwardsNothingIsLeft() {
        var west = west(true);
        var east = east(false);
        var calls = dial(east, west, 3);
        west.calls().forEach(call -> west.tell(call, new Command.Trunk()));
        calls.forEach(call -> east.speak(call, BLOCKS));
        west.calls().forEach(call -> west.speak(call, BLOCKS));
        net.run((BLOCKS + 10) * BLOCK);
        assertThat(east.voices().values()).allSatisfy(h -> assertThat(numbers(h)).isEqualTo(all()));
        assertThat(west.voices().values()).allSatisfy(h -> assertThat(numbers(h)).isEqualTo(all()));
        calls.forEach(call -> east.tell(call, new Command.Finish(16)));
        net.run(70 * SECOND);
        assertThat(east.endpoint().isIdle()).isTrue();
        assertThat(west.endpoint().isIdle()).isTrue();
    }

    @Test
    void aTrunkIsForgottenAfterFiveIdleSecondsAndBeginsAnew() {
        var west = west(false);
        var east = east(false);
        var call = dial(east, west, 1).getFirst();
        east.speak(call, BLOCKS);
        net.run(10 * SECOND);
        east.speak(call, BLOCKS);
        net.run(10 * SECOND);
        var stamps =
                sent(east)
                        .filter(MetaFrame.Trunk.class::isInstance)
                        .map(f -> ((MetaFrame.Trunk) f).timestamp())
                        .toList();
        assertThat(stamps.stream().filter(s -> s == 0)).hasSize(2);
        var heard = west.voices().values().iterator().next();
        assertThat(heard).hasSize(2 * BLOCKS);
        assertThat(heard.get(BLOCKS).timestamp() - heard.get(BLOCKS - 1).timestamp())
                .isBetween(7900, 8100);
    }

    @Test
    void aForgedEnvelopeWithoutAPieceOfACallDoesNotMoveTheClock() {
        var west = west(false);
        var east = east(false);
        var call = dial(east, west, 1).getFirst();
        east.speak(call, BLOCKS);
        net.run(BLOCKS / 2 * BLOCK);
        var entries = new Writer().u16(0x7123).u16(1).u8(0).toBytes();
        var forged = new MetaFrame.Trunk(0, 0, entries);
        net.inject(east.address(), west.address(), Bytes.copyOf(forged.encode()));
        net.run(BLOCKS * BLOCK);
        var heard = west.voices().values().iterator().next();
        assertThat(heard).hasSize(BLOCKS);
        for (int i = 2; i < BLOCKS; i++) {
            int step = heard.get(i).timestamp() - heard.get(i - 1).timestamp();
            assertThat(step).as("block %s", i).isBetween(1, 60);
        }
    }

    private static MetaFrame.Trunk stamped(CallNumber first, int otherNumber) {
        var entries = new Writer();
        entries.u16(3).u16(otherNumber).u16(60).bytes(Bytes.of(1, 2, 3));
        entries.u16(2).u16(first.value()).u16(80).bytes(Bytes.of(4, 5));
        return new MetaFrame.Trunk(1, 500, entries.toBytes());
    }

    private CallNumber numberOf(Actor who) {
        return sent(who)
                .filter(FullFrame.class::isInstance)
                .map(f -> ((FullFrame) f).source())
                .filter(n -> n.value() > 1)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void piecesOfUnknownCallsAreSteppedOver() {
        var west = west(true);
        var east = east(true);
        var call = dial(east, west, 1).getFirst();
        east.speak(call, 2);
        net.run(SECOND);
        var envelope = stamped(numberOf(east), 0x7123);
        net.inject(east.address(), west.address(), Bytes.copyOf(envelope.encode()));
        var heard = west.voices().values().iterator().next();
        assertThat(heard.getLast().payload()).isEqualTo(Bytes.of(4, 5));
        assertThat(west.endpoint().counters().of(Oddity.UNKNOWN_CALL)).isEqualTo(1);
    }

    @Test
    void beforeAnyFullVoiceTheMissingIsAskedFor() {
        var west = west(true);
        var east = east(true);
        dial(east, west, 1);
        var envelope = stamped(numberOf(east), 0x7123);
        net.inject(east.address(), west.address(), Bytes.copyOf(envelope.encode()));
        assertThat(west.voices()).isEmpty();
        assertThat(lastCommand(west)).isEqualTo(IaxCommand.VNAK.number());
    }

    private long lastCommand(Actor who) {
        return sent(who)
                .filter(FullFrame.class::isInstance)
                .map(f -> ((FullFrame) f).body().value())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void strangersGetNothingAndLeaveNothing() {
        var west = west(true);
        for (int i = 0; i < 1000; i++) {
            var stranger = PeerAddress.ofIPv4("198.51.100." + i % 250, 1024 + i);
            var envelope = stamped(new CallNumber(5), 6);
            net.inject(stranger, west.address(), Bytes.copyOf(envelope.encode()));
        }
        assertThat(west.endpoint().isIdle()).isTrue();
        assertThat(sent(west)).isEmpty();
        assertThat(west.endpoint().counters().of(Oddity.UNKNOWN_CALL)).isEqualTo(1000);
        assertThat(west.endpoint().patience(1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void anUnknownKindAndACutEnvelopeAreCounted() {
        var west = west(true);
        var east = east(true);
        dial(east, west, 1);
        var odd = new MetaFrame.Trunk(7, 1, Bytes.of(1, 2, 3));
        var cut = new MetaFrame.Trunk(1, 1, Bytes.of(1, 2, 3));
        net.inject(east.address(), west.address(), Bytes.copyOf(odd.encode()));
        net.inject(east.address(), west.address(), Bytes.copyOf(cut.encode()));
        assertThat(west.endpoint().counters().of(Oddity.MALFORMED)).isEqualTo(2);
    }

    @Test
    void envelopesMayWaitForEachOtherWhereAllVoiceComesInThem() {
        var west = west(false);
        var east = east(false);
        var call = dial(east, west, 1).getFirst();
        long usual = SECOND / 1000;
        assertThat(west.endpoint().patience(usual)).isEqualTo(usual);
        east.speak(call, 10);
        net.run(SECOND / 2);
        assertThat(west.endpoint().patience(usual)).isEqualTo(20 * usual / 2);
        assertThat(west.endpoint().patience(10 * usual)).isEqualTo(10 * usual);
        net.run(2 * SECOND);
        west.endpoint().wake(net.now());
        assertThat(west.endpoint().patience(usual)).isEqualTo(usual);
    }

    @Test
    void nothingWaitsLongerWhereOneCallSpeaksOutsideTheTrunk() {
        var west = west(false);
        var east = east(false);
        var call = dial(east, west, 1).getFirst();
        var alone = east.dial(west, Actor.key("east", "east"));
        net.run(SECOND);
        east.speak(call, 10);
        east.speak(alone, 10);
        net.run(SECOND / 2);
        assertThat(west.endpoint().patience(1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void aNewFormatGoesInAFullFrameFirst() {
        var west = west(true);
        var east = east(true);
        var call = dial(east, west, 1).getFirst();
        east.speak(call, 2);
        net.run(SECOND);
        var gsm = Bytes.copyOf(new byte[33]);
        east.tell(call, new Command.Speak(MediaFormat.GSM, gsm));
        east.tell(call, new Command.Speak(MediaFormat.GSM, gsm));
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Heard.class).stream().map(CallEvent.Heard::format))
                .containsExactly(
                        MediaFormat.ULAW, MediaFormat.ULAW, MediaFormat.GSM, MediaFormat.GSM);
    }
}
