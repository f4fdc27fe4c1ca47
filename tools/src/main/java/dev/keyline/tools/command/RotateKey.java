package dev.keyline.tools.command;

import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.genkey.Rotation;
import dev.keyline.tools.serve.Unservable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A successor for a key, and the steps by which no call fails in between.
@Command(
        name = "rotate",
        description =
                "Make a successor for a key, set an end to the old one, and say what to change on"
                        + " which side, and when.",
        mixinStandardHelpOptions = true)
final class RotateKey implements Callable<Integer> {
    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,3})([hdw])");

    @Spec private @Nullable CommandSpec spec;
    @Mixin private KeyFolder folder = new KeyFolder();
    @Mixin private KeptOption kept = new KeptOption();

    @Option(
            names = "--to",
            paramLabel = "NEWNAME",
            description = "Name of the successor; default: NAME with the year and a letter.")
    private @Nullable String successor;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "How long the old key goes on working: 12h, 30d, 6w; default: 30d.")
    private String window = "30d";

    @Option(names = "-n", description = "No passphrase on the new private key.")
    private boolean open;

    @Parameters(paramLabel = "NAME", description = "Name of the key; its private half is here.")
    private String name = "";

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        var time = time();
        if (time.isEmpty()) {
            talk.fail("--window " + window + " is no time: write 12h, 30d or 6w");
            return ExitCode.USAGE;
        }
        try {
            return rotate(time.get(), talk, kept.passphrases(talk));
        } catch (Unservable unusable) {
            return talk.fail(String.valueOf(unusable.getMessage()));
        }
    }

    private Optional<Duration> time() {
        var parts = WINDOW.matcher(window);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    default -> Duration.ofDays(7 * count);
                });
    }

    private int rotate(Duration time, Talk talk, Passphrases passphrases) {
        var rotation = new Rotation(folder.ring(), name);
        var obstacle = rotation.obstacle();
        if (obstacle.isPresent()) {
            return talk.fail(obstacle.get().message());
        }
        var now = Instant.now();
        var wish = wish(rotation, now);
        if (open) {
            return rotate(rotation, wish, now, time, talk);
        }
        return switch (passphrases.fresh(wish.name())) {
            case Talk.Nothing(var why) -> talk.fail(why + "; for a key without passphrase use -n");
            case Talk.Given(var passphrase) -> {
                try {
                    yield rotate(rotation, wish.lockedWith(passphrase), now, time, talk);
                } finally {
                    Arrays.fill(passphrase, '\0');
                }
            }
        };
    }

    private NewKeyPair wish(Rotation rotation, Instant now) {
        var chosen = Optional.ofNullable(successor).orElseGet(() -> rotation.successor(now));
        return NewKeyPair.named(folder.directory(), chosen);
    }

    private int rotate(Rotation rotation, NewKeyPair wish, Instant now, Duration time, Talk talk) {
        return switch (rotation.rotate(wish, now, time, new SecureRandom())) {
            case Rotation.Outcome.Refused(var why) -> talk.fail(why.message());
            case Rotation.Outcome.Done(var made, var end) -> {
                talk.say(made.privateFile() + "  the new private key");
                talk.say(made.publicFile() + "  the new public key");
                talk.say("Fingerprint " + made.fingerprint());
                steps(wish.name(), end).lines().forEach(talk::say);
                yield ExitCode.OK;
            }
        };
    }

    private String steps(String fresh, Instant end) {
        return """

        Until %3$s both keys work here. In this order no call fails:
        1. There, at every exchange with inkeys=%1$s: put %2$s.pub into the key directory,
           change inkeys=%1$s to inkeys=%1$s:%2$s in iax.conf, and reload both
           (Asterisk: module reload res_crypto.so, then iax2 reload).
        2. Here, when all of them have: change outkey=%1$s to outkey=%2$s in iax.conf, [%1$s] to [%2$s]
           in dial strings and register lines, and reload. Before %3$s, or calls fail.
        3. There, when no call comes by the old key: change inkeys=%1$s:%2$s to inkeys=%2$s,
           remove %1$s.pub, and reload.
        4. Here, at last: remove %1$s.key, %1$s.pub and %1$s.validity.
        Asterisk does not read %1$s.validity: there the old key works until step 3. At another
        Keyline, put a copy of %1$s.validity beside %1$s.pub.
        """
                .formatted(name, fresh, end);
    }
}
