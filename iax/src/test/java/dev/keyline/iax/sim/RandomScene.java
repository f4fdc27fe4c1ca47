package dev.keyline.iax.sim;

import dev.keyline.iax.call.Destination;
import dev.keyline.iax.endpoint.Config;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Limits;
import dev.keyline.iax.registration.Registrant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A scene made up from a seed: some exchanges do [RandomActs] with each other, and every
/// [Invariant] is checked after every event. Then the weather calms down, they have to agree on
/// what is, take leave, and nothing may be left.
final class RandomScene {
    private static final long SECOND = 1_000_000_000L;
    private static final long CALM = 130 * SECOND;
    private static final long END = 200 * SECOND;
    private static final int MOST_CALLS = 80;

    /// One scene in eight has more calls than it may.
    private static final Limits NARROW =
            new Limits(6, 4, 5, 10 * SECOND, 60 * SECOND, 50, 10, 20, 10, 100, 1000, 2);

    private final Network net;
    private final SplittableRandom chance;
    private final Limits limits;
    private final boolean dirty;
    private final Sections sections;
    private final Transcript transcript = new Transcript();
    private final Strangers strangers;
    private final List<Talker> talkers;
    private final Discretion discretion;

    RandomScene(long seed) {
        this.net = new Network(seed, Weather.STILL);
        this.chance = new SplittableRandom(~seed);
        this.limits = chance.nextInt(8) == 0 ? NARROW : Limits.USUAL;
        this.dirty = chance.nextInt(8) == 0;
        int parties = 2 + chance.nextInt(3);
        this.sections = new Sections(parties, chance.nextBoolean());
        this.strangers = new Strangers(net, chance.split());
        this.talkers = IntStream.rangeClosed(1, parties).mapToObj(this::talker).toList();
        this.discretion = new Discretion(transcript, sections.secrets());
        watch();
    }

    /// What is said arrives as it was said only where no bit is flipped on the way.
    private void watch() {
        var nothingGained = new StrangersGainNothing(strangers, talkers);
        if (!dirty) {
            net.with(Invariants.everyoneHearsTheirOwn(talkers));
        }
        net.with(Invariants.callsStayUnder(MOST_CALLS, talkers))
                .with(nothingGained)
                .with(
                        new Wire(
                                nothingGained,
                                discretion,
                                new NumbersRest(talkers),
                                new PatienceEnds(talkers),
                                new LimitsHold(talkers, limits)))
                .with(discretion);
    }

    Network net() {
        return net;
    }

    List<Talker> talkers() {
        return talkers;
    }

    Transcript transcript() {
        return transcript;
    }

    private Talker talker(int number) {
        Supplier<Endpoint> birth =
                () ->
                        new Endpoint(
                                config(),
                                sections.door(),
                                sections.registrar(),
                                sections.ring(number),
                                net.chance());
        return new Talker(net, number, sections, birth, name -> farEnd(number, name), transcript);
    }

    private Config config() {
        var usual = Config.USUAL;
        return new Config(
                limits,
                usual.pace(),
                usual.delays(),
                usual.pingEvery(),
                usual.lagEvery(),
                usual.trunk(),
                new Registrant.Patience(2 * SECOND, 16 * SECOND));
    }

    /// Whom a call for `via` and a number goes on to.
    private Destination farEnd(int middle, String name) {
        int number = Integer.parseInt(name.substring("via".length()));
        var to = talkers.get(number - 1).address();
        return Destination.of(to, "600", null, sections.byKey(middle), Actor.ULAW);
    }

    /// Plays the scene to its end.
    ///
    /// @throws SceneFailure when an invariant breaks
    void play() {
        var acts = new RandomActs(net, chance, talkers, sections, strangers, dirty);
        for (int left = 40 + chance.nextInt(80); left > 0; left--) {
            acts.act();
            net.run(chance.nextLong(3 * SECOND));
        }
        net.weather(Weather.STILL);
        while (talkers.stream().anyMatch(talker -> net.isStalled(talker.address()))) {
            net.run(10 * SECOND);
        }
        net.run(CALM);
        require(disagreement());
        talkers.forEach(Talker::takeLeave);
        net.run(END);
        require(leftovers());
        require(net.seed() % 8 == 0 ? discretion.ofTrace(Recordings.packets(net)) : "");
    }

    /// An ACCEPT with a flipped bit is acknowledged and says something else, so that nobody need
    /// agree where bits flip.
    private String disagreement() {
        return dirty ? "" : new Agreement(talkers, net.now()).missing();
    }

    private String leftovers() {
        for (var talker : talkers) {
            if (!talker.endpoint().isIdle()) {
                return talker.address()
                        + " has something left when all is over: "
                        + talker.endpoint().dialogues()
                        + talker.endpoint().numbersHeld();
            }
        }
        return net.isQuiet() ? "" : "something is still going to happen when all is over";
    }

    private void require(String wrong) {
        if (!wrong.isEmpty()) {
            throw new SceneFailure(wrong, net.seed(), net.now());
        }
    }
}
