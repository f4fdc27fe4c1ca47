package dev.keyline.iax.sim;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A scene made up from a seed: some exchanges that call each other by key and by secret, talk,
/// hang up, lose their memory and hear strangers, in weather that changes.
final class RandomScene {
    private static final long SECOND = 1_000_000_000L;
    private static final long CALM = 45 * SECOND;
    private static final long END = 200 * SECOND;
    private static final int MOST_CALLS = 60;

    /// All weathers but those that flip bits: in life UDP's checksum drops such a datagram.
    private static final List<Weather> WEATHERS =
            List.of(
                    Weather.STILL,
                    Weather.OFFICE,
                    Weather.WIFI,
                    Weather.MOBILE,
                    Weather.SATELLITE,
                    Weather.STORM.withCorruption(0));

    private final Network net;
    private final SplittableRandom chance;
    private final Strangers strangers;
    private final List<Talker> talkers;

    RandomScene(long seed) {
        this.net = new Network(seed, Weather.STILL);
        this.chance = new SplittableRandom(~seed);
        this.strangers = new Strangers(net, chance.split());
        int parties = 2 + chance.nextInt(3);
        this.talkers = IntStream.rangeClosed(1, parties).mapToObj(i -> talker(i, parties)).toList();
        net.with(Invariants.everyoneHearsTheirOwn(talkers))
                .with(Invariants.callsStayUnder(MOST_CALLS, talkers))
                .with(Invariants.numbersRest(talkers))
                .with(Invariants.strangersGainNothing(strangers));
    }

    Network net() {
        return net;
    }

    List<Talker> talkers() {
        return talkers;
    }

    private Talker talker(int number, int parties) {
        var everybody = IntStream.rangeClosed(1, parties).mapToObj(i -> "key" + i).toList();
        var guards = new HashMap<String, Guard>();
        for (var name : everybody) {
            guards.put(name, Actor.rsa(name, "nobodys", name));
            guards.put("md5-" + name, Actor.md5("md5-" + name, "secret of " + name));
        }
        return new Talker(
                net,
                PeerAddress.ofIPv4("10.0.0." + number, 4569 + number),
                TestKeys.ring(List.of("key" + number, "wrong"), everybody),
                door(guards));
    }

    private static Door door(Map<String, Guard> guards) {
        return Actor.guarded(Map.copyOf(guards));
    }

    /// Plays the scene to its end.
    ///
    /// @throws SceneFailure when an invariant breaks
    void play() {
        int acts = 40 + chance.nextInt(80);
        for (int i = 0; i < acts; i++) {
            act();
            net.run(chance.nextLong(3 * SECOND));
        }
        net.weather(Weather.STILL);
        net.run(CALM);
        require(disagreement());
        talkers.forEach(Talker::hangUpAll);
        net.run(END);
        require(leftovers());
    }

    private void act() {
        var who = talkers.get(chance.nextInt(talkers.size()));
        switch (chance.nextInt(17)) {
            case 0, 1, 2, 3 -> dial(who);
            case 4, 5, 6 -> who.talks().forEach(talk -> who.write(talk, 1 + chance.nextInt(5)));
            case 7, 8, 9 -> who.talks().forEach(talk -> who.speak(talk, 1 + chance.nextInt(50)));
            case 10 -> who.talks().stream().filter(Talk::isUp).findAny().ifPresent(who::hangUp);
            case 11, 12, 13 -> net.weather(WEATHERS.get(chance.nextInt(WEATHERS.size())));
            case 14 -> who.talks().stream().filter(Talk::isUp).forEach(t -> who.wish(t, wish()));
            case 15 -> strangers.knockAt(who.address());
            default -> {
                if (chance.nextInt(4) == 0) {
                    who.restart();
                }
            }
        }
    }

    private Command wish() {
        return switch (chance.nextInt(3)) {
            case 0 -> new Command.Buffer(JitterSettings.USUAL);
            case 1 -> new Command.Unbuffer();
            default -> new Command.Trunk();
        };
    }

    private void dial(Talker who) {
        var callee = talkers.get(chance.nextInt(talkers.size()));
        if (callee != who) {
            who.dial(callee, credentials(talkers.indexOf(who) + 1));
        }
    }

    private Credentials credentials(int number) {
        var name = "key" + number;
        return switch (chance.nextInt(6)) {
            case 0 -> Actor.key(name, "wrong");
            case 1 -> Actor.secret("md5-" + name, "not the secret");
            case 2, 3 -> Actor.secret("md5-" + name, "secret of " + name);
            default -> Actor.key(name, name);
        };
    }

    /// When the network has been quiet long enough, both ends agree whether a call is up.
    private String disagreement() {
        var up = new HashSet<String>();
        talkers.forEach(
                t -> t.talks().stream().filter(Talk::isUp).forEach(k -> up.add("" + k.tag())));
        for (var talker : talkers) {
            for (var talk : talker.talks()) {
                if (talk.isUp() && !talk.partner().isEmpty() && !up.contains(talk.partner())) {
                    return talk.tag() + " is up and " + talk.partner() + ", its other end, is not";
                }
            }
        }
        return "";
    }

    private String leftovers() {
        return talkers.stream()
                .filter(talker -> !talker.isIdle())
                .map(talker -> talker.address() + " has something left when all is over")
                .findFirst()
                .orElse("");
    }

    private void require(String wrong) {
        if (!wrong.isEmpty()) {
            throw new SceneFailure(wrong, net.seed(), net.now());
        }
    }
}
