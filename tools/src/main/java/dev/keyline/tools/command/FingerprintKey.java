package dev.keyline.tools.command;

import dev.keyline.keys.pem.ForeignKey;
import dev.keyline.keys.ring.Fingerprint;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What two people read to each other.
@Command(
        name = "fingerprint",
        description =
                "Print the SHA-256 fingerprint of key files, in any form that 'keys import' reads."
                        + " Both halves of a pair have the same one.",
        mixinStandardHelpOptions = true)
final class FingerprintKey implements Callable<Integer> {
    /// No key file is larger; the reader says so of what is.
    private static final int ENOUGH = 128 * 1024;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        return files.stream().mapToInt(file -> print(file, talk)).max().orElse(ExitCode.OK);
    }

    private static int print(Path file, Talk talk) {
        try (var in = Files.newInputStream(file)) {
            return print(file, ForeignKey.read(in.readNBytes(ENOUGH)), talk);
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        }
    }

    private static int print(Path file, ForeignKey found, Talk talk) {
        return switch (found) {
            case ForeignKey.Public(var key) -> print(file, Fingerprint.of(key), talk);
            case ForeignKey.Private(var usable) -> print(file, Fingerprint.of(usable.key()), talk);
            case ForeignKey.Locked _ ->
                    talk.fail(file + " is locked: its .pub has the same fingerprint");
            case ForeignKey.Unusable(var fault) -> talk.fail(file + " " + fault.message());
        };
    }

    private static int print(Path file, Fingerprint fingerprint, Talk talk) {
        talk.say(fingerprint + "  " + file);
        return ExitCode.OK;
    }
}
