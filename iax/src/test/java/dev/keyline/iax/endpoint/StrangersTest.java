package dev.keyline.iax.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What somebody without a call gets from an endpoint: little, never more than he sent, and no
/// memory.
class StrangersTest {
    private static final long SECOND = 1_000_000_000L;
    private static final PeerAddress US = PeerAddress.ofIPv4("10.0.0.1", 4569);
    private static final PeerAddress THEM = PeerAddress.ofIPv4("10.0.0.9", 4569);

    private final Network net = new Network(7, Weather.STILL);
    private final Endpoint endpoint =
            new Endpoint(
                    Config.USUAL,
                    new EastOnly(),
                    TestKeys.ring(List.of(), List.of()),
                    net.chance());

    StrangersTest() {
        net.attach(US, endpoint);
    }

    private static final class EastOnly implements Door {
        @Override
        public boolean needsToken(New request, PeerAddress from) {
            return !"old".equals(request.username());
        }

        @Override
        public Admission knock(New request, PeerAddress from) {
            if ("nobody".equals(request.username())) {
                return new Stranger(Set.of(AuthMethod.RSA), "", Encryption.NONE, 3);
            }
            return new Guarded(
                    new Guard("east", Set.of(AuthMethod.RSA), List.of("east"), List.of()), 3);
        }
    }

    private static New request(String user, @Nullable Bytes token) {
        return new New(
                2,
                "600",
                null,
                user,
                CallerId.NONE,
                MediaOffer.of(List.of(MediaFormat.ULAW)),
                0,
                "",
                false,
                List.of(),
                null,
                token);
    }

    private static FullFrame frame(int source, int destination, Body body) {
        return new FullFrame(
                new CallNumber(source),
                new CallNumber(destination),
                false,
                3,
                SeqNo.ZERO,
                SeqNo.ZERO,
                body);
    }

    private static Body command(IaxCommand command) {
        return Body.of(FrameType.IAX, command.number(), Bytes.EMPTY);
    }

    private List<FullFrame> answers(FullFrame question) {
        return answers(THEM, Bytes.copyOf(question.encode()));
    }

    private List<FullFrame> answers(PeerAddress from, Bytes datagram) {
        int before = net.passages().size();
        net.inject(from, US, datagram);
        return net.passages().subList(before, net.passages().size()).stream()
                .map(passage -> full(passage.datagram()))
                .toList();
    }

    private static FullFrame full(Bytes datagram) {
        try {
            return (FullFrame) Frame.parse(datagram.toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private Bytes token(int source) throws MalformedFrame {
        var answer = answers(frame(source, 0, request("east", Bytes.EMPTY).body())).getFirst();
        return ((CallTokenChallenge) Message.read(answer.body())).token();
    }

    @Test
    void pokeIsAnsweredWithoutMemory() {
        assertThat(answers(frame(5, 0, command(IaxCommand.POKE))))
                .singleElement()
                .satisfies(
                        pong -> {
                            assertThat(pong.body()).isEqualTo(command(IaxCommand.PONG));
                            assertThat(pong.source()).isEqualTo(CallNumber.STATELESS);
                            assertThat(pong.destination()).isEqualTo(new CallNumber(5));
                            assertThat(pong.timestamp()).isEqualTo(3);
                            assertThat(pong.expected()).isEqualTo(new SeqNo(1));
                        });
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void aFrameOfAnUnknownCallGetsInval() {
        assertThat(answers(frame(5, 77, command(IaxCommand.PING))))
                .singleElement()
                .satisfies(
                        inval -> {
                            assertThat(inval.body()).isEqualTo(command(IaxCommand.INVAL));
                            assertThat(inval.source()).isEqualTo(new CallNumber(77));
                            assertThat(inval.destination()).isEqualTo(new CallNumber(5));
                        });
        assertThat(endpoint.counters().of(Oddity.UNKNOWN_CALL)).isEqualTo(1);
    }

    @Test
    void acksAndTheLikeOfUnknownCallsGetNothing() {
        for (var silent :
                List.of(
                        IaxCommand.ACK,
                        IaxCommand.INVAL,
                        IaxCommand.VNAK,
                        IaxCommand.TXCNT,
                        IaxCommand.TXACC)) {
            assertThat(answers(frame(5, 77, command(silent)))).as(silent.toString()).isEmpty();
        }
    }

    @Test
    void newWithoutTokenIsRejected() {
        assertThat(answers(frame(5, 0, request("east", null).body())))
                .singleElement()
                .satisfies(
                        reject -> assertThat(reject.body()).isEqualTo(command(IaxCommand.REJECT)));
        assertThat(endpoint.counters().of(Oddity.MISSING_TOKEN)).isEqualTo(1);
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void anEmptyTokenGetsOneAndNoMemory() throws MalformedFrame {
        assertThat(token(5).length()).isEqualTo(18);
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void itsTokenLetsACallerGoOn() throws MalformedFrame {
        var question = answers(frame(5, 0, request("east", token(5)).body())).getFirst();
        assertThat(Message.read(question.body()))
                .isInstanceOf(dev.keyline.iax.message.AuthRequest.class);
        assertThat(endpoint.liveCalls()).isEqualTo(1);
    }

    @Test
    void anotherVersionIsRefusedAfterAPause() throws MalformedFrame {
        var three =
                new New(
                        3,
                        "600",
                        null,
                        "east",
                        CallerId.NONE,
                        MediaOffer.of(List.of(MediaFormat.ULAW)),
                        0,
                        "",
                        false,
                        List.of(),
                        null,
                        token(5));
        answers(frame(5, 0, three.body()));
        net.run(2 * SECOND);
        assertThat(net.passages().stream().map(p -> full(p.datagram()).body()))
                .contains(new dev.keyline.iax.message.Reject("No authority found", 50).body());
    }

    @Test
    void aRepeatedRequestDoesNotSilenceTheRefusal() throws MalformedFrame {
        var three =
                new New(
                        3,
                        "600",
                        null,
                        "east",
                        CallerId.NONE,
                        MediaOffer.of(List.of(MediaFormat.ULAW)),
                        0,
                        "",
                        false,
                        List.of(),
                        null,
                        token(5));
        var request = frame(5, 0, three.body());
        answers(request);
        net.run(2 * SECOND);
        assertThat(answers(request))
                .singleElement()
                .satisfies(ack -> assertThat(ack.body()).isEqualTo(command(IaxCommand.ACK)));
        int before = net.passages().size();
        net.run(5 * SECOND);
        assertThat(net.passages().subList(before, net.passages().size()))
                .isNotEmpty()
                .allSatisfy(
                        p ->
                                assertThat(full(p.datagram()).body().value())
                                        .isEqualTo(IaxCommand.REJECT.number()));
    }

    @Test
    void aNumberRestsForAMinute() throws MalformedFrame {
        var question = answers(frame(5, 0, request("east", token(5)).body())).getFirst();
        var bye =
                new FullFrame(
                        new CallNumber(5),
                        question.source(),
                        false,
                        9,
                        new SeqNo(1),
                        new SeqNo(1),
                        new dev.keyline.iax.message.Hangup("", 16).body());
        answers(THEM, Bytes.copyOf(bye.encode()));
        net.run(59 * SECOND);
        assertThat(endpoint.isIdle()).isFalse();
        net.run(2 * SECOND);
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void aTokenServesOneCallOfOneNumberFromOneAddress() throws MalformedFrame {
        var token = token(5);
        var otherNumber = Bytes.copyOf(frame(6, 0, request("east", token).body()).encode());
        assertThat(answers(THEM, otherNumber))
                .singleElement()
                .satisfies(
                        reject -> assertThat(reject.body()).isEqualTo(command(IaxCommand.REJECT)));
        var datagram = Bytes.copyOf(frame(5, 0, request("east", token).body()).encode());
        var elsewhere = PeerAddress.ofIPv4("10.0.0.9", 4570);
        assertThat(answers(elsewhere, datagram))
                .singleElement()
                .satisfies(
                        reject -> assertThat(reject.body()).isEqualTo(command(IaxCommand.REJECT)));
        assertThat(endpoint.counters().of(Oddity.FORGED_TOKEN)).isEqualTo(2);
    }

    @Test
    void anOldTokenIsRejected() throws MalformedFrame {
        var token = token(5);
        net.run(12 * SECOND);
        assertThat(answers(frame(5, 0, request("east", token).body())))
                .singleElement()
                .satisfies(
                        reject -> assertThat(reject.body()).isEqualTo(command(IaxCommand.REJECT)));
        assertThat(endpoint.counters().of(Oddity.EXPIRED_TOKEN)).isEqualTo(1);
    }

    @Test
    void aCallerWhoNeverAnswersIsForgotten() throws MalformedFrame {
        answers(frame(5, 0, request("east", token(5)).body()));
        net.run(150 * SECOND);
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void threeUnansweredChallengesOfOneSectionAreEnough() throws MalformedFrame {
        for (int source = 5; source < 8; source++) {
            answers(frame(source, 0, request("east", token(source)).body()));
        }
        var refusal = answers(frame(8, 0, request("east", token(8)).body())).getFirst();
        assertThat(Message.read(refusal.body()))
                .isEqualTo(
                        new dev.keyline.iax.message.Reject(
                                "Unauthenticated call limit reached", 21));
    }

    @Test
    void aNameThatDoesNotExistHasTheSameLimit() throws MalformedFrame {
        for (int source = 5; source < 8; source++) {
            answers(frame(source, 0, request("nobody", token(source)).body()));
        }
        var refusal = answers(frame(8, 0, request("nobody", token(8)).body())).getFirst();
        assertThat(Message.read(refusal.body()))
                .isEqualTo(new Reject("Unauthenticated call limit reached", 21));
        var other = answers(frame(9, 0, request("east", token(9)).body())).getFirst();
        assertThat(Message.read(other.body())).isNotInstanceOf(Reject.class);
    }

    @Test
    void whereNoHostIsNobodyIsAnswered() {
        var poke = Bytes.copyOf(frame(5, 0, command(IaxCommand.POKE)).encode());
        for (var host : List.of("0.0.0.0", "224.0.0.1", "239.1.2.3", "255.255.255.255")) {
            assertThat(answers(PeerAddress.ofIPv4(host, 4569), poke)).as(host).isEmpty();
        }
        assertThat(answers(PeerAddress.ofIPv4("10.0.0.9", 0), poke)).isEmpty();
        var group = new PeerAddress(Bytes.hex("ff02" + "00".repeat(13) + "01"), 4569);
        assertThat(answers(group, poke)).isEmpty();
        assertThat(endpoint.counters().of(Oddity.NO_SOURCE)).isEqualTo(6);
    }

    @Test
    void ourOwnAddressAsSourceMakesNoLoop() {
        for (var command : IaxCommand.values()) {
            for (int destination : List.of(0, 77)) {
                var datagram = frame(5, destination, command(command)).encode();
                net.inject(US, US, Bytes.copyOf(datagram));
            }
        }
        int atOnce = net.passages().size();
        net.run(SECOND);
        assertThat(net.passages().size() - atOnce)
                .as("answers to answers")
                .isLessThanOrEqualTo(IaxCommand.values().length);
        int afterwards = net.passages().size();
        net.run(100 * SECOND);
        assertThat(net.passages()).hasSize(afterwards);
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void callNumberZeroIsNobodys() {
        assertThat(answers(frame(0, 77, command(IaxCommand.PING)))).isEmpty();
        assertThat(answers(frame(0, 0, request("east", Bytes.EMPTY).body()))).isEmpty();
        assertThat(endpoint.counters().of(Oddity.MALFORMED)).isEqualTo(2);
    }

    @Test
    void controlCharactersInANameAreRefused() throws MalformedFrame {
        assertThat(answers(frame(5, 0, request("ea\nst", Bytes.EMPTY).body())))
                .singleElement()
                .satisfies(
                        refusal ->
                                assertThat(Message.read(refusal.body()))
                                        .isEqualTo(new Reject("", 28)));
        assertThat(endpoint.counters().of(Oddity.BAD_NAME)).isEqualTo(1);
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void whatIsLeftUnsaidIsCountedInTheNextLine() {
        var complaints = new Complaints(new Counters(), 20);
        assertThat(complaints.about(THEM, Oddity.MALFORMED, "", 0)).isPresent();
        for (int i = 0; i < 41; i++) {
            assertThat(complaints.about(THEM, Oddity.MALFORMED, "", i)).isEmpty();
        }
        assertThat(complaints.about(THEM, Oddity.MALFORMED, "", SECOND))
                .hasValueSatisfying(
                        notice ->
                                assertThat(notice.words())
                                        .isEqualTo(
                                                "not an IAX2 frame (41 others of this kind were"
                                                        + " not said)"));
    }

    @Test
    void manySourcesTogetherGetSoManyLinesASecond() {
        var complaints = new Complaints(new Counters(), 20);
        long said =
                IntStream.range(0, 1000)
                        .mapToObj(i -> PeerAddress.ofIPv4("10.1." + i / 256 + "." + i % 256, 1))
                        .filter(from -> complaints.about(from, Oddity.MALFORMED, "", 0).isPresent())
                        .count();
        assertThat(said).isEqualTo(20);
    }

    @Test
    void noAnswerIsLongerThanItsQuestion() {
        var shortNew = Body.of(FrameType.IAX, IaxCommand.NEW.number(), Bytes.of(54, 0));
        assertThat(answers(frame(5, 0, shortNew))).isEmpty();
        assertThat(endpoint.counters().of(Oddity.SHORT_REQUEST)).isEqualTo(1);
    }

    @Test
    void answersAreRationed() {
        int answered = 0;
        for (int i = 0; i < 1000; i++) {
            answered += answers(frame(5, 0, command(IaxCommand.POKE))).size();
        }
        assertThat(answered).isEqualTo(Limits.USUAL.strangersPerAddress());
        net.run(2 * SECOND);
        assertThat(answers(frame(5, 0, command(IaxCommand.POKE)))).hasSize(1);
    }

    @Property(tries = 2000)
    void garbageIsCountedAndNeverAnsweredAtLength(@ForAll @Size(max = 80) byte[] garbage) {
        var world = new Network(1, Weather.STILL);
        var target =
                new Endpoint(
                        Config.USUAL,
                        new EastOnly(),
                        TestKeys.ring(List.of(), List.of()),
                        world.chance());
        world.attach(US, target);
        world.inject(THEM, US, Bytes.copyOf(garbage));
        int sent = world.passages().stream().mapToInt(p -> p.datagram().length()).sum();
        assertThat(sent).isLessThanOrEqualTo(Math.max(garbage.length, target.liveCalls() * 200));
    }
}
