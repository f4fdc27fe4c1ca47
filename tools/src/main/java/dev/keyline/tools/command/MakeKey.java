package dev.keyline.tools.command;

import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.tools.serve.Unservable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What `astgenkey` and `keys generate` do; they differ in name only.
abstract sealed class MakeKey implements Callable<Integer> permits AstGenKey, GenerateKey {
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "-q", description = "Quiet: no explanations.")
    private boolean quiet;

    @Option(names = "-n", description = "No passphrase on the private key.")
    private boolean open;

    @Option(names = "-f", description = "Replace files of this name.")
    private boolean overwrite;

    @Option(
            names = {"-d", "--keys"},
            paramLabel = "DIR",
            description = "Where the files go; default: the current directory.")
    private Path directory = Path.of("");

    @Mixin private KeptOption kept = new KeptOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Name of the key; asked for when missing.")
    private @Nullable String name;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        try {
            return call(talk, kept.passphrases(talk));
        } catch (Unservable unusable) {
            return talk.fail(String.valueOf(unusable.getMessage()));
        }
    }

    private int call(Talk talk, Passphrases passphrases) {
        var chosen = Optional.ofNullable(name).or(() -> talk.ask("Name of the key: "));
        if (chosen.isEmpty()) {
            return talk.fail("A name is needed: keyline astgenkey NAME");
        }
        if (open) {
            return make(talk, NewKeyPair.named(directory, chosen.get()));
        }
        return switch (passphrases.fresh(chosen.get())) {
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
        return Stored.say(made, talk, quiet);
    }
}
