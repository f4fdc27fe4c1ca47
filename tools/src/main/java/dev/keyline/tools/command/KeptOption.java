package dev.keyline.tools.command;

import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.Unservable;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option for passphrases that nobody has to type.
final class KeptOption {
    @Option(
            names = "--passcodes",
            paramLabel = "FILE",
            description =
                    "Take passphrases from the lines NAME = PASSPHRASE of this file (mode 0600), or"
                            + " else from the variable KEYLINE_PASSCODE_NAME or the systemd"
                            + " credential keyline.NAME.")
    private @Nullable Path file;

    /// Where they lie.
    ///
    /// @throws Unservable when the file may not be used
    KeptPasscodes kept() throws Unservable {
        return KeptPasscodes.of(Optional.ofNullable(file), System.getenv());
    }

    Passphrases passphrases(Talk talk) throws Unservable {
        return new Passphrases(talk, kept());
    }
}
