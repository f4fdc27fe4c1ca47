package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.DialogueView;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.TransferConnect;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.transfer.TransferEvent;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// East calls middle, middle calls west, joins the two, and lets them go on with each other.
class TransferSceneTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Weather RAIN = new Weather(0.15, 0.15, 0.05, 0, 20_000_000, 30_000_000);

    private Network net = new Network(5, Weather.STILL);
    private Actor east = actor(1);
    private Actor middle = actor(2);
    private Actor west = actor(3);

    private Actor actor(int number) {
        return actor(Actor.at(number));
    }

    private Actor actor(PeerAddress at) {
        return new Actor(
                net,
                at,
                TestKeys.ring(List.of("k"), List.of("k")),
                Actor.guarded(Map.of("u", Actor.rsa("u", "k"))));
    }

    private void world(long seed) {
        net = new Network(seed, Weather.STILL);
        east = actor(1);
        middle = actor(2);
        west = actor(3);
    }

    private CallId near() {
        return middle.calls().getFirst();
    }

    private CallId far() {
        return middle.calls().getLast();
    }

    private static void allow(Actor who, TransferRule rule) {
        who.tell(who.call(), new Command.Reroute(rule));
    }

    /// Both calls are up, joined, and both ends would let themselves be moved.
    private void join() {
        east.dial(middle, Actor.key("u", "k"));
        net.run(5 * SECOND);
        middle.dial(west, Actor.key("u", "k"));
        net.run(5 * SECOND);
        middle.join(near(), far());
        allow(east, TransferRule.YES);
        allow(west, TransferRule.YES);
    }

    private boolean transfer(TransferRule how) {
        var asked = new boolean[1];
        net.act(
                middle.address(),
                () -> asked[0] = middle.endpoint().transfer(near(), far(), how, net.now()));
        return asked[0];
    }

    private static List<TransferEvent> news(Actor who) {
        return who.heard(CallEvent.Rerouted.class).stream().map(CallEvent.Rerouted::what).toList();
    }

    private static List<Integer> numbers(Actor who) {
        return who.heard(CallEvent.Heard.class).stream()
                .map(h -> (h.payload().at(0) << 8) | h.payload().at(1))
                .toList();
    }

    private static List<Integer> all(int blocks) {
        return IntStream.range(0, blocks).boxed().toList();
    }

    private Stream<Frame> between(Actor from, Actor to) {
        return net.passages().stream()
                .filter(p -> p.from().equals(from.address()) && p.to().equals(to.address()))
                .map(TransferSceneTest::frame);
    }

    private static Frame frame(Network.Passage passage) {
        try {
            return Frame.parse(passage.datagram().toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private static List<PeerAddress> peers(Actor who) {
        return who.endpoint().dialogues().stream().map(DialogueView::peer).toList();
    }

    private void assertNothingLeft() {
        net.run(80 * SECOND);
        assertThat(List.of(east, middle, west)).allMatch(a -> a.endpoint().isIdle());
    }

    @Test
    void afterwardsTheyTalkDirectlyAndTheMiddleHasNothingLeft() {
        join();
        assertThat(transfer(TransferRule.YES)).isTrue();
        net.run(SECOND);
        assertThat(peers(east)).containsExactly(west.address());
        assertThat(peers(west)).containsExactly(east.address());
        assertThat(middle.endpoint().liveCalls()).isZero();
        assertThat(middle.heard(CallEvent.Ended.class))
                .extracting(CallEvent.Ended::why)
                .containsExactly(
                        new Ending.Transferred(west.address()),
                        new Ending.Transferred(east.address()));
        assertThat(news(east)).containsExactly(new TransferEvent.Moved(west.address()));

        int before = net.sent();
        east.speak(east.call(), 50);
        west.speak(west.call(), 50);
        net.run(2 * SECOND);
        assertThat(numbers(west)).isEqualTo(all(50));
        assertThat(numbers(east)).isEqualTo(all(50));
        assertThat(net.passages().stream().skip(before))
                .noneMatch(
                        p -> p.to().equals(middle.address()) || p.from().equals(middle.address()));
        east.tell(east.call(), new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.TheyHungUp(16, "")));
        assertNothingLeft();
    }

    @Test
    void numbersAndStampsStartAnew() {
        join();
        transfer(TransferRule.YES);
        net.run(SECOND);
        east.speak(east.call(), 2);
        net.run(SECOND);
        var first =
                between(east, west)
                        .filter(FullFrame.class::isInstance)
                        .map(FullFrame.class::cast)
                        .filter(f -> f.body().type() == 2)
                        .findFirst()
                        .orElseThrow();
        assertThat(first.sent()).isEqualTo(SeqNo.ZERO);
        assertThat(first.expected()).isEqualTo(SeqNo.ZERO);
        assertThat(first.timestamp()).isLessThan(100);
    }

    @Test
    void theCalledOneMayHangUpToo() {
        join();
        transfer(TransferRule.YES);
        net.run(SECOND);
        west.tell(west.call(), new Command.Finish(17));
        net.run(SECOND);
        assertThat(east.last()).contains(new CallEvent.Ended(new Ending.TheyHungUp(17, "")));
        assertNothingLeft();
    }

    @Test
    void voiceAloneLeavesAndTheRestStays() {
        join();
        east.speak(east.call(), 2);
        west.speak(west.call(), 2);
        net.run(SECOND);
        assertThat(transfer(TransferRule.MEDIA_ONLY)).isTrue();
        net.run(SECOND);
        assertThat(news(middle))
                .containsExactly(new TransferEvent.VoiceLeft(), new TransferEvent.VoiceLeft());
        assertThat(news(west)).containsExactly(new TransferEvent.VoiceMoved(east.address()));
        assertThat(peers(east)).containsExactly(middle.address());
        east.speak(east.call(), 50);
        net.run(2 * SECOND);
        assertThat(numbers(west).subList(2, 52)).isEqualTo(all(50));
        assertThat(between(east, west).filter(MiniFrame.class::isInstance).count())
                .isGreaterThan(45);
        east.tell(east.call(), new Command.Press('5', true));
        east.tell(east.call(), new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        assertThat(middle.heard(CallEvent.Pressed.class)).hasSize(1);
        assertThat(middle.heard(CallEvent.Ended.class)).hasSize(1);
        middle.tell(far(), new Command.Finish(Cause.NORMAL));
        assertNothingLeft();
    }

    /// In rain it works or it does not; either way the call is whole, and what is said afterwards
    /// is heard.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void inRainTheCallIsWholeAfterwards(long seed) {
        world(seed);
        join();
        net.weather(RAIN);
        transfer(TransferRule.YES);
        net.run(35 * SECOND);
        net.weather(Weather.STILL);
        net.run(5 * SECOND);
        boolean moved = peers(east).equals(List.of(west.address()));
        assertThat(peers(west)).containsExactly(moved ? east.address() : middle.address());
        int before = numbers(west).size();
        east.speak(east.call(), 50);
        net.run(2 * SECOND);
        assertThat(numbers(west).subList(before, before + 50)).isEqualTo(all(50));
        west.tell(west.call(), new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        if (!moved) {
            middle.tell(near(), new Command.Finish(Cause.NORMAL));
        }
        assertNothingLeft();
    }

    /// Who speaks all the while is heard all the while, but for what passes each other.
    @Test
    void whoSpeaksMeanwhileIsHeard() {
        net = new Network(7, new Weather(0, 0, 0, 0, 10_000_000, 0));
        east = actor(1);
        middle = actor(2);
        west = actor(3);
        join();
        east.speak(east.call(), 100);
        net.run(SECOND / 2);
        transfer(TransferRule.YES);
        net.run(5 * SECOND);
        assertThat(news(west)).containsExactly(new TransferEvent.Moved(east.address()));
        assertThat(numbers(west)).doesNotHaveDuplicates();
        assertThat(numbers(west).size()).isGreaterThan(95);
    }

    @Test
    void anEndThatDoesNotWantToStaysAndSoDoesTheOther() {
        join();
        allow(west, TransferRule.NO);
        transfer(TransferRule.YES);
        east.speak(east.call(), 100);
        net.run(10 * SECOND);
        assertThat(news(west)).containsExactly(new TransferEvent.Refused("transfer=no"));
        assertThat(news(middle)).hasSize(2).allMatch(TransferEvent.Stayed.class::isInstance);
        assertThat(numbers(west)).isEqualTo(all(100));
        assertThat(peers(east)).containsExactly(middle.address());
    }

    @Test
    void withoutADirectPathTheyStay() {
        join();
        net.cut(east.address(), west.address());
        transfer(TransferRule.YES);
        east.speak(east.call(), 400);
        net.run(20 * SECOND);
        assertThat(news(east).getFirst()).isInstanceOf(TransferEvent.Refused.class);
        assertThat(news(middle)).contains(new TransferEvent.Stayed("an end refused"));
        assertThat(numbers(west)).isEqualTo(all(400));
        assertThat(between(east, west).filter(f -> is(f, IaxCommand.TXCNT))).hasSizeBetween(4, 5);
    }

    @Test
    void aCallThatEndsMeanwhileTakesNothingWithIt() {
        join();
        transfer(TransferRule.YES);
        east.tell(east.call(), new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        assertThat(peers(west)).containsExactly(middle.address());
        middle.tell(far(), new Command.Finish(Cause.NORMAL));
        assertNothingLeft();
    }

    @Test
    void anEncryptedCallIsNotMoved() {
        var guard = Actor.md5("e", "s3cret");
        var strict =
                new Actor(
                        net,
                        Actor.at(4),
                        TestKeys.ring(List.of("k"), List.of("k")),
                        new Door() {
                            @Override
                            public boolean needsToken(New request, PeerAddress from) {
                                return true;
                            }

                            @Override
                            public Admission knock(New request, PeerAddress from) {
                                return new Guarded(guard, 3, Encryption.ALLOWED);
                            }
                        });
        var secret = Actor.secret("e", "s3cret");
        east.dial(
                Destination.of(strict.address(), "600", null, secret, Actor.ULAW)
                        .with(Encryption.ALLOWED));
        net.run(5 * SECOND);
        strict.dial(west, Actor.key("u", "k"));
        net.run(5 * SECOND);
        var asked = new boolean[1];
        net.act(
                strict.address(),
                () ->
                        asked[0] =
                                strict.endpoint()
                                        .transfer(
                                                strict.calls().getFirst(),
                                                strict.calls().getLast(),
                                                TransferRule.YES,
                                                net.now()));
        assertThat(asked[0]).isFalse();
    }

    private CallNumber number(Actor who, Actor of) {
        return who.endpoint().dialogues().stream()
                .filter(d -> d.peer().equals(of.address()))
                .findFirst()
                .orElseThrow()
                .ours();
    }

    private void forge(PeerAddress from, Actor to, int source, CallNumber dest, Message message) {
        var frame =
                new FullFrame(
                        new CallNumber(source),
                        dest,
                        false,
                        1,
                        SeqNo.ZERO,
                        SeqNo.ZERO,
                        message.body());
        net.inject(from, to.address(), Bytes.copyOf(frame.encode()));
    }

    /// TXREL, TXCNT and TXACC from anywhere change nothing, with or without a transfer under way.
    @Test
    void forgedFramesMoveNobody() {
        join();
        var mallory = Actor.at(66);
        var ours = number(east, middle);
        for (var message :
                List.of(
                        new TransferRelease(7),
                        new TransferConnect(1),
                        new TransferAccept((Integer) null))) {
            for (var from : List.of(mallory, west.address(), middle.address())) {
                for (int source : new int[] {1, 7, number(west, middle).value()}) {
                    forge(from, east, source, ours, message);
                }
            }
        }
        net.run(SECOND);
        assertThat(peers(east)).containsExactly(middle.address());
        assertThat(between(east, west)).allMatch(f -> is(f, IaxCommand.INVAL));
    }

    /// Under way, a TXCNT with another number of the transfer is not answered, and a TXREL that did
    /// not come from the middle does not move.
    @Test
    void forgedFramesDoNotHurryATransfer() {
        join();
        net.cut(west.address(), east.address());
        transfer(TransferRule.YES);
        net.run(SECOND / 2);
        var ours = number(east, middle);
        int theirs = number(west, middle).value();
        forge(west.address(), east, theirs, ours, new TransferConnect(1234));
        forge(west.address(), east, theirs, ours, new TransferRelease(1));
        forge(Actor.at(66), east, theirs, ours, new TransferAccept((Integer) null));
        net.run(SECOND / 2);
        assertThat(peers(east)).containsExactly(middle.address());
        assertThat(between(east, west).filter(f -> is(f, IaxCommand.TXACC))).isEmpty();
        assertThat(between(east, middle).filter(f -> is(f, IaxCommand.TXREADY))).isEmpty();
    }

    private static boolean is(Frame frame, IaxCommand command) {
        return frame instanceof FullFrame full
                && full.body().type() == 6
                && full.body().value() == command.number();
    }

    /// What a peer asks for again and again is done a few times a minute.
    @Test
    void aPeerCannotHaveUsSendMuch() {
        join();
        var victim = Actor.at(99);
        for (int i = 0; i < 40; i++) {
            int id = i;
            net.in(
                    i * SECOND / 2,
                    middle.address(),
                    () ->
                            middle.endpoint()
                                    .tell(
                                            near(),
                                            new Command.Carry(
                                                    new TransferRequest(
                                                            new ApparentAddress(
                                                                    victim.ip(), victim.port()),
                                                            9,
                                                            id)),
                                            net.now()));
        }
        net.run(50 * SECOND);
        assertThat(net.passages().stream().filter(p -> p.to().equals(victim)).count())
                .isBetween(4L, 24L);
        assertThat(east.endpoint().counters().of(Oddity.TOO_MANY_TRANSFERS)).isPositive();
        assertThat(peers(east)).containsExactly(middle.address());
    }
}
