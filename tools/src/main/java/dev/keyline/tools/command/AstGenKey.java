package dev.keyline.tools.command;

import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a key pair as Asterisk's script of this name does, without its traps: nothing is
/// overwritten unasked, the passphrase is asked twice and not shown, and the private key is closed
/// to others from its first moment.
@Command(
        name = "astgenkey",
        description =
                "Make an RSA key pair NAME.key and NAME.pub for authentication between exchanges.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:both files are written",
            "1:nothing was written; the reason was said",
            "2:bad arguments"
        },
        footer = {
            "",
            "Keys have 1024 bits because that is the only size Asterisk can load.",
            "Give NAME.pub to the exchange you call; keep NAME.key to yourself."
        })
public final class AstGenKey implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "-q", description = "Quiet: no explanations.")
    private boolean quiet;

    @Option(names = "-n", description = "No passphrase on the private key.")
    private boolean open;

    @Option(names = "-f", description = "Replace files of this name.")
    private boolean overwrite;

    @Option(
            names = "-d",
            paramLabel = "DIR",
            description = "Where the files go; default: the current directory.")
    private Path directory = Path.of("");

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Name of the key; asked for when missing.")
    private @Nullable String name;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        var chosen = Optional.ofNullable(name).or(() -> talk.ask("Name of the key: "));
        if (chosen.isEmpty()) {
            return talk.fail("A name is needed: keyline astgenkey NAME");
        }
        if (open) {
            return make(talk, NewKeyPair.named(directory, chosen.get()));
        }
        var passphrase = talk.askTwice("Passphrase for " + chosen.get() + ".key");
        return switch (passphrase) {
            case Talk.Given(var text) -> locked(talk, chosen.get(), text);
            case Talk.Nothing(var why) -> talk.fail(why + "; for a key without passphrase use -n");
        };
    }

    private int locked(Talk talk, String chosen, char[] passphrase) {
        try {
            return make(talk, NewKeyPair.named(directory, chosen).lockedWith(passphrase));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private int make(Talk talk, NewKeyPair wish) {
        var made = KeyPairFiles.generate(overwrite ? wish.overwriting() : wish, new SecureRandom());
        return switch (made) {
            case Generated.Written(var privateFile, var publicFile, var fingerprint) -> {
                if (!quiet) {
                    talk.say(privateFile + "  the private key: keep it, tell nobody");
                    talk.say(publicFile + "  the public key: give it to the exchange you call");
                    talk.say("Fingerprint " + fingerprint);
                    talk.say(
                            "There: put the .pub into the key directory, and inkeys="
                                    + wish.name()
                                    + " in iax.conf.");
                    talk.say(
                            "Here: put the .key into the key directory, and outkey="
                                    + wish.name()
                                    + " in iax.conf,");
                    talk.say(
                            "or dial IAX2/"
                                    + wish.name()
                                    + ":["
                                    + wish.name()
                                    + "]@host/extension.");
                }
                yield ExitCode.OK;
            }
            case Generated.Refused(var why) -> talk.fail(why.message());
        };
    }
}
