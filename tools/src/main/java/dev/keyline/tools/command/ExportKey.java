package dev.keyline.tools.command;

import dev.keyline.keys.genkey.ExportedFile;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.pem.PemPrivateKey;
import dev.keyline.keys.pem.PemText;
import dev.keyline.keys.pem.PublicHalf;
import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.KeyType;
import dev.keyline.tools.serve.Unservable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
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

/// Hands a key out in the form that somebody else needs.
@Command(
        name = "export",
        description = {
            "Write the public half of a key as spki (default), pkcs1 or openssh; or, with --private,"
                    + " the private half as pkcs8 (default) or pkcs1.",
            "A locked private key stays locked by the same passphrase unless -n is given."
        },
        mixinStandardHelpOptions = true)
final class ExportKey implements Callable<Integer> {
    /// The forms people ask for.
    enum Form {
        spki,
        pkcs1,
        pkcs8,
        openssh
    }

    @Spec private @Nullable CommandSpec spec;
    @Mixin private KeyFolder folder = new KeyFolder();
    @Mixin private KeptOption kept = new KeptOption();

    @Option(names = "--private", description = "The private half; needs -o.")
    private boolean isPrivate;

    @Option(names = "--format", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}")
    private @Nullable Form form;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to; default: the terminal.")
    private @Nullable Path file;

    @Option(names = "-n", description = "Take the passphrase off.")
    private boolean open;

    @Option(names = "-f", description = "Replace the file.")
    private boolean overwrite;

    @Parameters(paramLabel = "NAME", description = "Name of the key.")
    private String name = "";

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        try {
            return isPrivate ? privateHalf(talk, kept.passphrases(talk)) : publicHalf(talk);
        } catch (Unservable unusable) {
            return talk.fail(String.valueOf(unusable.getMessage()));
        }
    }

    private int publicHalf(Talk talk) {
        var ring = folder.ring();
        var key =
                entry(ring, KeyType.PUBLIC)
                        .or(() -> entry(ring, KeyType.PRIVATE))
                        .flatMap(ExportKey::publicHalf);
        if (key.isEmpty()) {
            return talk.fail(ring.absence(name, KeyType.PUBLIC).message());
        }
        return switch (Optional.ofNullable(form).orElse(Form.spki)) {
            case spki -> write(PemText.of(key.get()), talk);
            case pkcs1 -> write(PemText.pkcs1(key.get()), talk);
            case openssh -> write(PemText.openSsh(key.get(), name), talk);
            case pkcs8 -> talk.fail("pkcs8 is a form of private keys: use spki, or add --private");
        };
    }

    private static Optional<RSAPublicKey> publicHalf(Entry entry) {
        return switch (entry) {
            case Entry.Public(_, _, var key, _) -> Optional.of(key);
            case Entry.Private(_, _, RSAPrivateCrtKey key, _) -> Optional.of(PublicHalf.of(key));
            case Entry.Private _, Entry.Locked _ -> Optional.empty();
        };
    }

    private Optional<Entry> entry(KeyRing ring, KeyType type) {
        return ring.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .filter(entry -> entry.file().id().type() == type)
                .findFirst();
    }

    private int privateHalf(Talk talk, Passphrases passphrases) {
        if (file == null) {
            return talk.fail("A private key does not go to a terminal: name a file with -o");
        }
        var ring = folder.ring();
        return switch (entry(ring, KeyType.PRIVATE).orElse(null)) {
            case Entry.Private(_, _, RSAPrivateCrtKey key, _) -> open(key, talk);
            case Entry.Locked(_, _, var content) ->
                    locked(content, passphrases.existing(name), talk);
            case null, default -> talk.fail(ring.absence(name, KeyType.PRIVATE).message());
        };
    }

    private int locked(PemPrivateKey.Locked content, Talk.Hidden answer, Talk talk) {
        return switch (answer) {
            case Talk.Nothing(var why) -> talk.fail("Key '" + name + "' is locked. " + why);
            case Talk.Given(var passphrase) -> {
                try {
                    yield switch (content.unlock(passphrase)) {
                        case PemPrivateKey.Unusable(var fault) ->
                                talk.fail("Key '" + name + "' " + fault.message());
                        case PemPrivateKey.Usable(var key) ->
                                open ? open(key, talk) : locked(key, passphrase, talk);
                    };
                } finally {
                    Arrays.fill(passphrase, '\0');
                }
            }
        };
    }

    private int open(RSAPrivateCrtKey key, Talk talk) {
        return switch (Optional.ofNullable(form).orElse(Form.pkcs8)) {
            case pkcs8 -> write(PemText.of(key), talk);
            case pkcs1 -> write(PemText.pkcs1(key), talk);
            case spki, openssh -> talk.fail(PUBLIC_FORMS);
        };
    }

    private int locked(RSAPrivateCrtKey key, char[] passphrase, Talk talk) {
        return switch (Optional.ofNullable(form).orElse(Form.pkcs8)) {
            case pkcs8 ->
                    write(
                            PemText.locked(key, KeyPairFiles.LOCK, passphrase, new SecureRandom()),
                            talk);
            case pkcs1 -> talk.fail("the lock of pkcs1 is weak: use pkcs8, or take it off with -n");
            case spki, openssh -> talk.fail(PUBLIC_FORMS);
        };
    }

    private static final String PUBLIC_FORMS =
            "spki and openssh are forms of public keys here: use pkcs8 or pkcs1";

    private int write(byte[] text, Talk talk) {
        if (file == null) {
            talk.out().print(new String(text, StandardCharsets.US_ASCII));
            talk.out().flush();
            return ExitCode.OK;
        }
        var obstacle = new ExportedFile(file, isPrivate, overwrite).write(text);
        Arrays.fill(text, (byte) 0);
        if (obstacle.isPresent()) {
            return talk.fail(obstacle.get().message());
        }
        talk.say(file + "  written");
        return ExitCode.OK;
    }
}
