package dev.keyline.iax.sim;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.jitter.JitterSettings;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What happens in a random scene: calls by key and by secret, open and encrypted, straight and
/// through others who then leave the path; words, voice, trunks and buffers; registrations and
/// releases; restarts, other addresses, clocks that stand still; strangers, and other weather.
final class RandomActs {
    private static final long SECOND = 1_000_000_000L;

    private final Network net;
    private final SplittableRandom chance;
    private final List<Talker> talkers;
    private final Sections sections;
    private final Strangers strangers;
    private final List<Weather> weathers;
    private int moves;

    /// @param dirty whether bits flip on the way; in life UDP's checksum drops such a datagram
    RandomActs(
            Network net,
            SplittableRandom chance,
            List<Talker> talkers,
            Sections sections,
            Strangers strangers,
            boolean dirty) {
        this.net = net;
        this.chance = chance;
        this.talkers = talkers;
        this.sections = sections;
        this.strangers = strangers;
        this.weathers =
                List.of(
                        Weather.STILL,
                        Weather.OFFICE,
                        Weather.WIFI,
                        Weather.MOBILE,
                        Weather.SATELLITE,
                        dirty ? Weather.STORM : Weather.STORM.withCorruption(0));
    }

    void act() {
        var who = any(talkers);
        if (net.isStalled(who.address())) {
            return;
        }
        switch (chance.nextInt(32)) {
            case 0, 1, 2, 3, 4, 5 -> dial(who);
            case 6, 7, 8, 9 -> who.ownTalks().forEach(t -> who.write(t, 1 + chance.nextInt(5)));
            case 10, 11, 12, 13 -> speak(who);
            case 14, 15 -> hangUp(who);
            case 16, 17, 18, 19 -> net.weather(any(weathers));
            case 20, 21 -> who.talks().forEach(talk -> who.wish(talk, wish()));
            case 22, 23 -> strangers.knockAt(who.address());
            case 24, 25 -> register(who);
            case 26 -> who.wishes().keySet().stream().findFirst().ifPresent(who::release);
            case 27, 28 -> transfers();
            case 29 -> rarely(who::restart);
            case 30 -> rarely(() -> who.moveTo(elsewhere(who)));
            default -> rarely(() -> who.stall(pause()));
        }
    }

    /// Whoever has joined two calls lets them go on with each other.
    private void transfers() {
        var how = chance.nextInt(3) == 0 ? TransferRule.MEDIA_ONLY : TransferRule.YES;
        talkers.stream()
                .filter(talker -> !net.isStalled(talker.address()))
                .forEach(talker -> talker.transfer(how));
    }

    private void rarely(Runnable what) {
        if (chance.nextInt(3) == 0) {
            what.run();
        }
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private void dial(Talker who) {
        var callee = any(talkers);
        if (callee == who) {
            return;
        }
        var encrypted = chance.nextInt(4) == 0;
        var credentials = encrypted ? sections.byBoth(who.number()) : credentials(who.number());
        who.dial(
                Destination.of(callee.address(), wanted(who, callee), null, credentials, Actor.ULAW)
                        .with(encrypted ? Encryption.ALLOWED : Encryption.NONE));
    }

    /// The callee himself, or, every other time, a third party through him.
    private String wanted(Talker who, Talker callee) {
        return Optional.of(any(talkers))
                .filter(third -> third != who && third != callee)
                .map(third -> "via" + third.number())
                .orElse("600");
    }

    private void speak(Talker who) {
        who.ownTalks().stream()
                .filter(Talk::isUp)
                .forEach(talk -> who.speak(talk, 1 + chance.nextInt(40)));
    }

    private static void hangUp(Talker who) {
        who.talks().stream()
                .filter(Talk::isUp)
                .findAny()
                .ifPresent(talk -> who.wish(talk, new Command.Finish(Cause.NORMAL)));
    }

    private void register(Talker who) {
        var registrar = any(talkers);
        if (registrar != who) {
            who.register(registrar.address(), credentials(who.number()), 20 + chance.nextInt(41));
        }
    }

    private Credentials credentials(int number) {
        return switch (chance.nextInt(6)) {
            case 0 -> sections.byWrongKey(number);
            case 1 -> sections.byWrongSecret(number);
            case 2, 3 -> sections.bySecret(number);
            default -> sections.byKey(number);
        };
    }

    private Command wish() {
        return switch (chance.nextInt(6)) {
            case 0 -> new Command.Buffer(JitterSettings.USUAL);
            case 1 -> new Command.Unbuffer();
            case 2 -> new Command.Trunk();
            case 3 -> new Command.Reroute(TransferRule.NO);
            case 4 -> new Command.Reroute(TransferRule.MEDIA_ONLY);
            default -> new Command.Reroute(TransferRule.YES);
        };
    }

    /// Where nobody has been before.
    private PeerAddress elsewhere(Talker who) {
        moves++;
        return PeerAddress.ofIPv4(
                "10.0." + moves + "." + who.number(), 1024 + chance.nextInt(9999));
    }

    /// Mostly some seconds; now and then an hour.
    private long pause() {
        return chance.nextInt(30) == 0 ? 3600 * SECOND : 1 + chance.nextLong(40 * SECOND);
    }
}
