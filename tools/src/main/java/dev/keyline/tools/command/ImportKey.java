package dev.keyline.tools.command;

import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.pem.ForeignKey;
import dev.keyline.keys.pem.PemPrivateKey;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings a key of any form into a key directory, in the form that Asterisk reads.
@Command(
        name = "import",
        description = {
            "Bring a key into a key directory: PKCS#1, PKCS#8 or SubjectPublicKeyInfo as PEM or DER,"
                    + " the key of a certificate, or an OpenSSH key. Of a private key both halves are"
                    + " written.",
            "A locked key keeps its passphrase; for an open one a passphrase is asked for."
        },
        mixinStandardHelpOptions = true)
final class ImportKey implements Callable<Integer> {
    /// No key file is larger; the reader says so of what is.
    private static final int ENOUGH = 128 * 1024;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private KeyFolder folder = new KeyFolder();
    @Mixin private KeptOption kept = new KeptOption();

    @Option(names = "-n", description = "No passphrase on the private key.")
    private boolean open;

    @Option(names = "-f", description = "Replace files of this name.")
    private boolean overwrite;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file with the key.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Name of the key; default: the file name up to its first dot.")
    private @Nullable String name;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        try (var in = Files.newInputStream(file)) {
            return bring(ForeignKey.read(in.readNBytes(ENOUGH)), talk, kept.passphrases(talk));
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        } catch (Unservable unusable) {
            return talk.fail(String.valueOf(unusable.getMessage()));
        }
    }

    private int bring(ForeignKey found, Talk talk, Passphrases passphrases) {
        return switch (found) {
            case ForeignKey.Unusable(var fault) -> talk.fail(file + " " + fault.message());
            case ForeignKey.Public(var key) -> end(KeyPairFiles.store(wish(), key), talk);
            case ForeignKey.Private(var usable) when open -> end(store(wish(), usable.key()), talk);
            case ForeignKey.Private(var usable) ->
                    locking(usable.key(), passphrases.fresh(name()), talk);
            case ForeignKey.Locked(var locked) ->
                    opening(locked, passphrases.existing(name()), talk);
        };
    }

    private int locking(RSAPrivateCrtKey key, Talk.Hidden answer, Talk talk) {
        return switch (answer) {
            case Talk.Nothing(var why) -> talk.fail(why + "; for a key without passphrase use -n");
            case Talk.Given(var passphrase) -> {
                try {
                    yield end(store(wish().lockedWith(passphrase), key), talk);
                } finally {
                    Arrays.fill(passphrase, '\0');
                }
            }
        };
    }

    private int opening(PemPrivateKey.Locked locked, Talk.Hidden answer, Talk talk) {
        return switch (answer) {
            case Talk.Nothing(var why) -> talk.fail(file + " is locked. " + why);
            case Talk.Given(var passphrase) -> {
                try {
                    yield switch (locked.unlock(passphrase)) {
                        case PemPrivateKey.Unusable(var fault) ->
                                talk.fail(file + " " + fault.message());
                        case PemPrivateKey.Usable(var key) ->
                                end(
                                        store(open ? wish() : wish().lockedWith(passphrase), key),
                                        talk);
                    };
                } finally {
                    Arrays.fill(passphrase, '\0');
                }
            }
        };
    }

    private static Generated store(NewKeyPair wish, RSAPrivateCrtKey key) {
        return KeyPairFiles.store(wish, key, new SecureRandom());
    }

    private static int end(Generated stored, Talk talk) {
        return Stored.say(stored, talk, false);
    }

    private NewKeyPair wish() {
        var wish = NewKeyPair.named(folder.directory(), name());
        return overwrite ? wish.overwriting() : wish;
    }

    private String name() {
        return Optional.ofNullable(name)
                .orElseGet(() -> String.valueOf(file.getFileName()).split("\\.", 2)[0]);
    }
}
