package dev.keyline.tools.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.sim.Network;
import dev.keyline.iax.sim.Weather;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.exchange.Configuration;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Setup;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.Names;
import dev.keyline.pbx.store.Mailboxes;
import dev.keyline.pbx.store.Music;
import dev.keyline.pbx.store.Recordings;
import dev.keyline.pbx.store.Register;
import dev.keyline.tools.load.ScenarioReader.Reading;
import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generators in virtual time, against the answering side and against an exchange.
class LoadSceneTest {
    private static final long SECOND = 1_000_000_000L;
    private static final PeerAddress SERVER = PeerAddress.ofIPv4("10.0.0.1", 4569);
    private static final PeerAddress CALLER = PeerAddress.ofIPv4("10.0.0.2", 4569);
    private static final Weather NEAR = new Weather(0, 0, 0, 0, 2_000_000, 0);

    private static Scenario scenario(String to, String... options) {
        var given = new HashMap<String, String>();
        given.put("to", to);
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return ScenarioReader.read(given, _ -> Sample.TONE) instanceof Reading.Good(var scenario)
                ? scenario
                : fail();
    }

    private static Scenario fail() {
        throw new AssertionError("the scenario of the test is wrong");
    }

    private static Generator generator(
            Network net, Scenario scenario, KeyRing ring, Generator.Share share) {
        var hosts = new Destinations(Map.of("server", SERVER), Optional.empty());
        return new Generator(scenario, hosts, share, ring, net.chance());
    }

    private static Tally run(Network net, Scenario scenario, KeyRing ring) {
        var callers = generator(net, scenario, ring, Generator.Share.ALL);
        net.attach(CALLER, callers);
        net.run(60 * SECOND);
        assertThat(callers.isDone()).as("all is over").isTrue();
        return callers.tally();
    }

    private static Answerer answering(Network net, Answering rules) {
        var answerer = new Answerer(rules, KeyRing.EMPTY, net.chance());
        net.attach(SERVER, answerer);
        return answerer;
    }

    private static Answering echo() {
        return new Answering(true, 0, List.of(MediaFormat.ULAW, MediaFormat.GSM), List.of());
    }

    @Test
    void everyBlockComesBackInTheStillness() {
        var net = new Network(1, NEAR);
        var server = answering(net, echo());
        var tally =
                run(
                        net,
                        scenario("x@server", "calls", "30", "rate", "10", "hold", "5s"),
                        KeyRing.EMPTY);
        assertThat(tally.of(Count.ATTEMPTED)).isEqualTo(30);
        assertThat(tally.of(Count.ANSWERED)).isEqualTo(30);
        assertThat(tally.of(Count.COMPLETED)).isEqualTo(30);
        assertThat(tally.live()).isZero();
        assertThat(tally.reasons()).isEmpty();
        assertThat(tally.of(Count.SENT)).isBetween(30 * 249L, 30 * 250L);
        assertThat(tally.of(Count.ECHOED)).isEqualTo(tally.of(Count.HEARD));
        assertThat(tally.loss()).isZero();
        assertThat(tally.of(Count.STRAYED)).isZero();
        assertThat(tally.of(Measure.ROUND_TRIP).max()).isEqualTo(4_000_000);
        assertThat(tally.of(Measure.OWN_LATENESS).max()).isLessThan(1_000_000);
        assertThat(tally.of(Measure.OPINION).at(0.01)).isBetween(4400L, 4420L);
        assertThat(server.tally().of(Count.COMPLETED)).isEqualTo(30);
        assertThat(server.tally().of(Count.SENT)).isEqualTo(server.tally().of(Count.HEARD));
    }

    /// NEW, CALLTOKEN, NEW, ACCEPT and ANSWER: two ways there and two back.
    @Test
    void setUpTakesTwoRoundTrips() {
        var net = new Network(2, NEAR);
        answering(net, echo());
        var tally = run(net, scenario("x@server"), KeyRing.EMPTY);
        assertThat(tally.of(Measure.ACCEPTANCE).max()).isEqualTo(8_000_000);
        assertThat(tally.of(Measure.SET_UP).max()).isEqualTo(8_000_000);
    }

    @Test
    void lossThereAndBackIsMeasured() {
        var net = new Network(3, NEAR.withLoss(0.03));
        answering(net, echo());
        var tally =
                run(
                        net,
                        scenario("x@server", "calls", "50", "rate", "50", "hold", "20s"),
                        KeyRing.EMPTY);
        assertThat(tally.loss()).isCloseTo(1 - 0.97 * 0.97, within(0.006));
        assertThat(tally.of(Measure.OPINION).at(0.5)).isBetween(3900L, 4300L);
    }

    @Test
    void trunkedGsmWithPausesAndDigits() {
        var net = new Network(4, NEAR);
        var server = answering(net, echo());
        var tally =
                run(
                        net,
                        scenario(
                                "x@server",
                                "calls",
                                "20",
                                "rate",
                                "20",
                                "trunk",
                                "yes",
                                "codec",
                                "gsm",
                                "talk",
                                "1s/1s",
                                "dtmf",
                                "1w2"),
                        KeyRing.EMPTY);
        assertThat(tally.of(Count.COMPLETED)).isEqualTo(20);
        assertThat(tally.of(Count.SENT)).isBetween(20 * 225L, 20 * 275L);
        assertThat(tally.loss()).isZero();
        assertThat(tally.of(Count.DIGITS)).isEqualTo(20 * 4);
        assertThat(server.tally().of(Count.DIGITS)).isEqualTo(20 * 2);
    }

    @Test
    void whoSwallowsVoiceLeavesCallsMute() {
        var net = new Network(5, NEAR);
        answering(net, new Answering(false, SECOND, List.of(MediaFormat.ULAW), List.of()));
        var tally = run(net, scenario("x@server", "calls", "3"), KeyRing.EMPTY);
        assertThat(tally.of(Count.MUTE)).isEqualTo(3);
        assertThat(tally.of(Count.EXPECTED)).isZero();
        assertThat(tally.of(Measure.SET_UP).at(0.5)).isGreaterThan(SECOND);
    }

    @Test
    void nobodyAnswersInTime() {
        var net = new Network(6, NEAR);
        answering(net, new Answering(false, 20 * SECOND, List.of(MediaFormat.ULAW), List.of()));
        var tally = run(net, scenario("x@server", "calls", "2", "ring", "3s"), KeyRing.EMPTY);
        assertThat(tally.of(Count.FAILED)).isEqualTo(2);
        assertThat(tally.reasons()).containsExactly(Map.entry("no answer within 3 s", 2L));
    }

    @Test
    void noCodecInCommonIsAReason() {
        var net = new Network(7, NEAR);
        answering(net, new Answering(true, 0, List.of(MediaFormat.GSM), List.of()));
        var tally = run(net, scenario("x@server"), KeyRing.EMPTY);
        assertThat(tally.of(Count.FAILED)).isEqualTo(1);
        assertThat(tally.reasons())
                .containsOnlyKeys(
                        "they refused the call ("
                                + Cause.describe(Cause.BEARER_NOT_AVAILABLE.code())
                                + "): No common codec");
    }

    @Test
    void theLimitHoldsAndTheRateStays() {
        var net = new Network(8, NEAR);
        answering(net, echo());
        var scenario =
                scenario("x@server", "calls", "12", "rate", "10", "hold", "2s", "limit", "4");
        var callers = generator(net, scenario, KeyRing.EMPTY, Generator.Share.ALL);
        net.attach(CALLER, callers);
        for (int i = 0; i < 100; i++) {
            net.run(SECOND / 10);
            assertThat(callers.tally().live()).isLessThanOrEqualTo(4);
        }
        net.run(5 * SECOND);
        assertThat(callers.tally().of(Count.COMPLETED)).isEqualTo(12);
    }

    @Test
    void twoGeneratorsDealTheCallsAmongThem() {
        var net = new Network(9, NEAR);
        answering(net, echo());
        var scenario = scenario("x@server", "calls", "7", "rate", "10", "hold", "1s");
        var one = generator(net, scenario, KeyRing.EMPTY, new Generator.Share(0, 2));
        var other = generator(net, scenario, KeyRing.EMPTY, new Generator.Share(1, 2));
        net.attach(CALLER, one);
        net.attach(PeerAddress.ofIPv4("10.0.0.3", 4569), other);
        net.run(10 * SECOND);
        assertThat(one.tally().of(Count.COMPLETED)).isEqualTo(4);
        assertThat(other.tally().of(Count.COMPLETED)).isEqualTo(3);
        var both = one.tally().copy();
        both.add(other.tally());
        assertThat(both.of(Count.ATTEMPTED)).isEqualTo(7);
        assertThat(both.of(Count.STRAYED)).isZero();
    }

    @Test
    void finishingHangsUpWhoeverIsThere() {
        var net = new Network(10, NEAR);
        answering(net, echo());
        var callers =
                generator(
                        net,
                        scenario("x@server", "calls", "50"),
                        KeyRing.EMPTY,
                        Generator.Share.ALL);
        net.attach(CALLER, callers);
        net.run(SECOND);
        net.act(CALLER, () -> callers.finish(net.now()));
        net.run(SECOND);
        assertThat(callers.isDone()).isTrue();
        assertThat(callers.tally().of(Count.ATTEMPTED)).isBetween(9L, 11L);
    }

    private static void exchange(Network net, KeyRing ring) {
        var iax =
                """
                [alice]
                type = friend
                host = dynamic
                auth = rsa
                inkeys = alice
                context = in
                [bob]
                type = friend
                host = dynamic
                secret = builder
                context = in
                """;
        var extensions = "[in]\nexten => 600,1,Answer()\nexten => 600,2,Echo()\n";
        var read =
                Configuration.read(
                        Texts.of(Map.of("iax.conf", iax, "extensions.conf", extensions)), ring);
        if (!(read instanceof Configuration.Usable usable)) {
            throw new AssertionError(read.problems().toString());
        }
        net.attach(SERVER, new Exchange(setup(ring), usable, net.chance()));
    }

    private static Setup setup(KeyRing ring) {
        return new Setup(
                ring,
                dev.keyline.pbx.store.Sounds.of(new HashMap<>()),
                Recordings.of(new HashMap<>()),
                Music.of(Map.of()),
                Register.inMemory(),
                Mailboxes.of(Map.of()),
                Names.of(new HashMap<>()),
                new Journal(new Silent()),
                Instant.parse("2026-11-23T12:00:00Z"),
                ZoneOffset.UTC,
                Setup.MOST_CALLS);
    }

    @Test
    void callersWithKeysAtAnExchange(@TempDir Path folder) {
        for (var name : List.of("alice", "mallory")) {
            KeyPairFiles.generate(NewKeyPair.named(folder, name), new SecureRandom());
        }
        var ring = new HeldKeys(dev.keyline.keys.ring.KeyRing.load(folder), InstantSource.system());
        var net = new Network(11, NEAR);
        exchange(net, ring);
        var right = scenario("alice:[alice]@server/600", "calls", "20", "rate", "20");
        var tally = run(net, right, ring);
        assertThat(tally.of(Count.COMPLETED)).isEqualTo(20);
        assertThat(tally.loss()).isZero();
        assertThat(tally.of(Count.ECHOED)).isGreaterThan(20 * 490);
        var wrong =
                generator(
                        net,
                        scenario("alice:[mallory]@server/600", "calls", "3"),
                        ring,
                        Generator.Share.ALL);
        net.attach(PeerAddress.ofIPv4("10.0.0.4", 4569), wrong);
        net.run(20 * SECOND);
        assertThat(wrong.tally().of(Count.FAILED)).isEqualTo(3);
        assertThat(wrong.tally().reasons()).hasSize(1);
    }

    @Test
    void registrationsAtAnExchange() {
        var net = new Network(12, NEAR);
        exchange(net, KeyRing.EMPTY);
        var tally =
                run(
                        net,
                        scenario(
                                "bob:builder@server",
                                "kind",
                                "register",
                                "calls",
                                "5",
                                "hold",
                                "3s"),
                        KeyRing.EMPTY);
        assertThat(tally.of(Count.ANSWERED)).isEqualTo(5);
        assertThat(tally.of(Count.COMPLETED)).isEqualTo(5);
        assertThat(tally.of(Measure.SET_UP).count()).isEqualTo(5);
        var net2 = new Network(13, NEAR);
        exchange(net2, KeyRing.EMPTY);
        var refused =
                run(
                        net2,
                        scenario("bob:wrong@server", "kind", "register", "hold", "3s"),
                        KeyRing.EMPTY);
        assertThat(refused.of(Count.FAILED)).isEqualTo(1);
        assertThat(refused.reasons()).hasSize(1);
    }
}
