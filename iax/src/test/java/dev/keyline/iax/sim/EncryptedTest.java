package dev.keyline.iax.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Oddity;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import dev.keyline.iax.wire.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Encrypted calls between two endpoints: still weather, every weather, and keys that do not fit.
class EncryptedTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Encryption ROTATING = new Encryption(true, false, true);

    private static Door door(Encryption encryption, String... secrets) {
        var guard =
                new Guard(
                        "east",
                        Set.of(AuthMethod.RSA),
                        List.of("east"),
                        List.of(secrets).stream().map(Secret::new).toList());
        return new Door() {
            @Override
            public boolean needsToken(New request, PeerAddress from) {
                return true;
            }

            @Override
            public Admission knock(New request, PeerAddress from) {
                return "east".equals(request.username())
                        ? new Guarded(guard, 3, encryption)
                        : new Stranger(Set.of(AuthMethod.RSA), "nobody", encryption, 0);
            }
        };
    }

    private static Actor west(Network net, Door door) {
        return new Actor(net, Actor.at(2), TestKeys.ring(List.of(), List.of("east")), door)
                .echoing();
    }

    private static Actor east(Network net) {
        return new Actor(net, Actor.at(1), TestKeys.ring(List.of("east"), List.of()), Door.CLOSED);
    }

    private static Credentials both(String user, String secret) {
        return Credentials.usual(user, Optional.of("east"), Optional.of(new Secret(secret)));
    }

    private static CallId dial(Actor from, Actor to, Credentials who, Encryption encryption) {
        return from.dial(
                Destination.of(to.address(), "600", null, who, Actor.ULAW).with(encryption));
    }

    @Test
    void anEncryptedCallNeverGoesByTrunk() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(SECOND);
        east.tell(call, new Command.Trunk());
        west.tell(west.call(), new Command.Trunk());
        east.speak(call, 100);
        net.run(3 * SECOND);
        assertVoiceIsTrue(west, 100);
        assertVoiceIsTrue(east, 100);
        assertNoVoiceInClear(net);
        assertThat(net.passages())
                .noneMatch(p -> p.datagram().at(0) == 0 && p.datagram().at(1) == 0);
    }

    @Test
    void aPieceInTheClearIsNotBelieved() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(SECOND);
        east.speak(call, 10);
        net.run(SECOND);
        int number = (net.passages().getFirst().datagram().at(0) & 0x7F) << 8;
        number |= net.passages().getFirst().datagram().at(1);
        var piece = new Writer().u16(1).u16(number).u16(500).u8(0x55).toBytes();
        var forged = new MetaFrame.Trunk(1, 0, piece);
        net.inject(east.address(), west.address(), Bytes.copyOf(forged.encode()));
        assertVoiceIsTrue(west, 10);
        assertThat(west.endpoint().counters().of(Oddity.CLEAR_VOICE)).isEqualTo(1);
    }

    @Test
    void picturesAreNeitherShownNorBelieved() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(SECOND);
        int before = net.passages().size();
        var piece = new Video(MediaFormat.H264.bit(), true, Bytes.of(1));
        east.tell(call, new Command.Carry(piece));
        assertThat(net.passages()).hasSize(before);
        int number = (net.passages().getFirst().datagram().at(0) & 0x7F) << 8;
        number |= net.passages().getFirst().datagram().at(1);
        var forged = new MetaFrame.Video(new CallNumber(number), true, 20, Bytes.of(1));
        net.inject(east.address(), west.address(), Bytes.copyOf(forged.encode()));
        assertThat(west.heard(CallEvent.Carried.class)).isEmpty();
        assertThat(west.endpoint().counters().of(Oddity.CLEAR_VOICE)).isEqualTo(1);
    }

    @Test
    void anInvalInClearDoesNotEndAnEncryptedCall() throws MalformedFrame {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(SECOND);
        var numbers = (FullFrame) Frame.parse(net.passages().getLast().datagram().toArray());
        boolean fromEast = net.passages().getLast().from().equals(east.address());
        for (var command : List.of(IaxCommand.INVAL, IaxCommand.HANGUP, IaxCommand.REJECT)) {
            for (int sent = 0; sent < 8; sent++) {
                var forged =
                        new FullFrame(
                                fromEast ? numbers.source() : numbers.destination(),
                                fromEast ? numbers.destination() : numbers.source(),
                                false,
                                900,
                                new SeqNo(sent),
                                SeqNo.ZERO,
                                Body.of(FrameType.IAX, command.number(), Bytes.EMPTY));
                net.inject(east.address(), west.address(), Bytes.copyOf(forged.encode()));
            }
        }
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
        assertThat(west.endpoint().counters().of(Oddity.UNDECIPHERABLE)).isEqualTo(24);
    }

    @Test
    void keyAndSecretTogetherMakeAnEncryptedCall() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(SECOND);
        assertThat(west.heard(CallEvent.Arrived.class))
                .singleElement()
                .satisfies(
                        arrived ->
                                assertThat(arrived.proof())
                                        .isEqualTo(
                                                new CallEvent.Proven(
                                                        new Verdict.LetIn(
                                                                AuthMethod.RSA,
                                                                "east",
                                                                "SHA256:east"),
                                                        true)));
        assertThat(east.heard(CallEvent.Accepted.class))
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.encrypted()).isTrue());
        east.speak(call, 100);
        net.run(3 * SECOND);
        assertVoiceIsTrue(west, 100);
        assertVoiceIsTrue(east, 100);
        east.tell(call, new Command.Finish(Cause.NORMAL));
        net.run(SECOND);
        assertThat(west.last()).contains(new CallEvent.Ended(new Ending.TheyHungUp(16, "")));
        assertNoVoiceInClear(net);
        assertThat(west.endpoint().counters().of(Oddity.UNDECIPHERABLE)).isZero();
        assertThat(east.endpoint().counters().of(Oddity.UNDECIPHERABLE)).isZero();
    }

    /// Every block spoken is numbered, and the rest of it is zeros.
    private static void assertVoiceIsTrue(Actor hearer, int most) {
        var blocks = new HashSet<Integer>();
        for (var heard : hearer.heard(CallEvent.Heard.class)) {
            int number = (heard.payload().at(0) << 8) | heard.payload().at(1);
            var rest = heard.payload().slice(2, heard.payload().length() - 2);
            assertThat(rest).isEqualTo(Bytes.copyOf(new byte[158]));
            assertThat(number).isBetween(0, most - 1);
            blocks.add(number);
        }
        assertThat(blocks.size()).isGreaterThan(most / 4);
    }

    private static void assertNoVoiceInClear(Network net) {
        var zeros = "00".repeat(100);
        assertThat(net.passages()).noneMatch(p -> p.datagram().asHex().contains(zeros));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    static List<Weather> weathers() {
        return List.of(
                Weather.OFFICE,
                Weather.WIFI,
                Weather.MOBILE,
                Weather.SATELLITE,
                new Weather(0.2, 0.2, 0.05, 0, 40_000_000, 120_000_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void callsCompleteInEveryWeather(long seed) {
        var weather = weathers().get((int) (seed % weathers().size()));
        var net = new Network(seed, weather);
        var west = west(net, door(seed % 2 == 0 ? ROTATING : Encryption.FORCED, "s3cret"));
        var east = east(net);
        net.with(Invariants.endsHaveBeginnings(west, east));
        var call = dial(east, west, both("east", "s3cret"), Encryption.FORCED);
        net.run(30 * SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).as("seed %s", seed).hasSize(1);
        east.speak(call, 600);
        for (char digit : "123456789".toCharArray()) {
            east.tell(call, new Command.Press(digit, true));
            east.tell(call, new Command.Press(digit, false));
        }
        net.run(40 * SECOND);
        assertThat(west.heard(CallEvent.Pressed.class)).as("seed %s", seed).hasSize(18);
        assertVoiceIsTrue(west, 600);
        assertVoiceIsTrue(east, 600);
        assertNoVoiceInClear(net);
        east.tell(call, new Command.Finish(Cause.NORMAL));
        net.run(200 * SECOND);
        assertThat(west.heard(CallEvent.Ended.class)).as("seed %s", seed).hasSize(1);
        assertThat(east.endpoint().isIdle()).as("east idle, seed %s", seed).isTrue();
        assertThat(west.endpoint().isIdle()).as("west idle, seed %s", seed).isTrue();
    }

    /// Ten minutes in bad weather, with a new key every few: nothing but voice is heard.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("weathersBySeed")
    void keysChangeWithoutANoise(long seed) {
        var net = new Network(seed, weathers().get((int) (seed % weathers().size())));
        var west = west(net, door(ROTATING, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(30 * SECOND);
        east.speak(call, 30_000);
        net.run(660 * SECOND);
        assertThat(east.heard(CallEvent.Ended.class)).isEmpty();
        assertThat(west.heard(CallEvent.Ended.class)).isEmpty();
        long noise =
                east.heard(CallEvent.Heard.class).stream()
                        .filter(heard -> heard.payload().length() != 160)
                        .count();
        assertThat(noise).as("noise heard").isLessThanOrEqualTo(3);
        assertThat(east.heard(CallEvent.Heard.class)).hasSizeGreaterThan(15_000);
    }

    static LongStream weathersBySeed() {
        return LongStream.rangeClosed(1, 5);
    }

    /// The conditions in which two Asterisks send 70,000 packets a second: RSA alone, encryption,
    /// and a network that loses most frames for a second.
    @Test
    void lossDoesNotBecomeAStorm() {
        var net = new Network(7, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(SECOND);
        net.weather(Weather.STILL.withLoss(0.6));
        int before = net.passages().size();
        for (char digit : "1234".toCharArray()) {
            east.tell(call, new Command.Press(digit, true));
            east.tell(call, new Command.Press(digit, false));
            net.run(300_000_000);
        }
        net.weather(Weather.STILL);
        net.run(10 * SECOND);
        assertThat(west.heard(CallEvent.Pressed.class)).hasSize(8);
        assertThat(net.passages().size() - before).isLessThan(120);
        assertThat(west.endpoint().counters().of(Oddity.UNDECIPHERABLE)).isZero();
    }

    /// What first left in clear is repeated in clear, what left sealed is sealed again.
    @Test
    void repetitionsStayWhatTheyWere() {
        var net = new Network(3, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.ALLOWED);
        net.run(150_000);
        net.weather(Weather.STILL.withLoss(1));
        net.run(5 * SECOND);
        net.weather(Weather.STILL);
        net.run(5 * SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
        assertThat(net.passages())
                .as("the question, repeated in clear although west has begun to seal")
                .anyMatch(p -> isRepeated(p) && isClear(p, west, 8));
        assertThat(net.passages())
                .as("the answer is never seen in clear")
                .noneMatch(p -> isClear(p, east, 9));

        int before = net.passages().size();
        net.weather(Weather.STILL.withLoss(1));
        east.tell(call, new Command.Press('5', false));
        net.run(3 * SECOND);
        net.weather(Weather.STILL);
        net.run(3 * SECOND);
        assertThat(west.heard(CallEvent.Pressed.class)).hasSize(1);
        assertThat(net.passages().subList(before, net.passages().size()))
                .anyMatch(EncryptedTest::isRepeated)
                .as("12 octets in clear are 36 sealed")
                .allMatch(p -> p.datagram().length() >= 36);
    }

    private static boolean isRepeated(Network.Passage passage) {
        return (passage.datagram().at(0) & 0x80) != 0 && (passage.datagram().at(2) & 0x80) != 0;
    }

    private static boolean isClear(Network.Passage passage, Actor from, int command) {
        return passage.from().equals(from.address())
                && passage.datagram().at(10) == 6
                && passage.datagram().at(11) == command;
    }

    @Test
    void aWrongSecretIsSaidAtBothEndsAndSoon() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        dial(east, west, both("east", "other"), Encryption.ALLOWED);
        net.run(5 * SECOND);
        assertThat(west.heard(CallEvent.TurnedAway.class))
                .singleElement()
                .satisfies(
                        away ->
                                assertThat(away.verdict().reason())
                                        .isEqualTo(Verdict.Reason.UNREADABLE));
        assertThat(east.last())
                .contains(new CallEvent.Ended(new Ending.TheyRefused(50, "No authority found")));
        net.run(120 * SECOND);
        assertThat(east.endpoint().isIdle()).isTrue();
        assertThat(west.endpoint().isIdle()).isTrue();
    }

    @Test
    void theSecondSecretOfASectionWorksToo() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "first", "second"));
        var east = east(net);
        dial(east, west, both("east", "second"), Encryption.ALLOWED);
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Answered.class)).hasSize(1);
    }

    @Test
    void withoutASecretNothingIsOffered() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.ALLOWED, "s3cret"));
        var east = east(net);
        dial(east, west, Actor.key("east", "east"), Encryption.ALLOWED);
        net.run(SECOND);
        assertThat(east.heard(CallEvent.Accepted.class))
                .as("without a secret nothing is offered")
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.encrypted()).isFalse());
    }

    @Test
    void forcedAtTheCalleeRefusesACallInClear() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.FORCED, "s3cret"));
        var east = east(net);
        dial(east, west, both("east", "s3cret"), Encryption.NONE);
        net.run(3 * SECOND);
        assertThat(west.heard(CallEvent.TurnedAway.class))
                .singleElement()
                .satisfies(
                        away ->
                                assertThat(away.verdict().reason())
                                        .isEqualTo(Verdict.Reason.NOT_ENCRYPTED));
        assertThat(east.last())
                .contains(new CallEvent.Ended(new Ending.TheyRefused(50, "No authority found")));
    }

    @Test
    void forcedAtTheCallerRefusesAnOfferInClear() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.NONE, "s3cret"));
        var east = east(net);
        dial(east, west, both("east", "s3cret"), Encryption.FORCED);
        net.run(3 * SECOND);
        assertThat(east.heard(CallEvent.Ended.class))
                .singleElement()
                .satisfies(
                        ended -> {
                            assertThat(ended.why().code()).isEqualTo(58);
                            assertThat(ended.why().words()).contains("would not encrypt");
                        });
        assertThat(west.heard(CallEvent.Arrived.class)).isEmpty();
    }

    @Test
    void forcedAtTheCallerNeedsASecret() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.FORCED, "s3cret"));
        var east = east(net);
        dial(east, west, Actor.key("east", "east"), Encryption.FORCED);
        net.run(SECOND);
        assertThat(net.passages()).isEmpty();
        assertThat(east.heard(CallEvent.Ended.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.why().words()).contains("needs a secret="));
    }

    /// An ACCEPT without any question, in clear, is not taken.
    @Test
    void forcedAtTheCallerTakesNoUnaskedAccept() {
        var net = new Network(1, Weather.STILL);
        var open =
                new Door() {
                    @Override
                    public boolean needsToken(New request, PeerAddress from) {
                        return true;
                    }

                    @Override
                    public Admission knock(New request, PeerAddress from) {
                        return new Open("guest");
                    }
                };
        var west = west(net, open);
        var east = east(net);
        dial(east, west, both("east", "s3cret"), Encryption.FORCED);
        net.run(3 * SECOND);
        assertThat(east.heard(CallEvent.Accepted.class)).isEmpty();
        assertThat(east.heard(CallEvent.Ended.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.why().code()).isEqualTo(58));
    }

    /// Known and unknown names: the same question, the same silence, the same refusal.
    @Test
    void anUnknownNameIsPretendedToToo() {
        var shapes = new HashMap<String, List<Integer>>();
        for (var user : List.of("east", "nobody")) {
            var net = new Network(1, Weather.STILL);
            var west = west(net, door(Encryption.ALLOWED, "s3cret"));
            var east = east(net);
            dial(east, west, both(user, "wrong!"), Encryption.ALLOWED);
            net.run(10 * SECOND);
            int extra = user.length() - "east".length();
            shapes.put(
                    user,
                    net.passages().stream()
                            .filter(p -> p.from().equals(west.address()))
                            .map(p -> p.datagram().length())
                            .map(length -> length > 60 && length < 90 ? length - extra : length)
                            .toList());
        }
        assertThat(shapes.get("nobody")).isEqualTo(shapes.get("east"));
    }

    @Test
    void aKeyForACallInClearIsIgnored() {
        var net = new Network(1, Weather.STILL);
        var west = west(net, door(Encryption.NONE, "s3cret"));
        var east = east(net);
        var call = dial(east, west, both("east", "s3cret"), Encryption.NONE);
        net.run(SECOND);
        east.tell(
                call,
                new Command.Carry(
                        new dev.keyline.iax.message.RotateKey(Bytes.hex("00".repeat(16)))));
        net.run(SECOND);
        assertThat(west.endpoint().counters().of(Oddity.OUT_OF_PLACE)).isEqualTo(1);
        east.speak(call, 50);
        net.run(2 * SECOND);
        assertVoiceIsTrue(west, 50);
    }
}
