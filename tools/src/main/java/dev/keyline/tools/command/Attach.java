package dev.keyline.tools.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `keyline -r` and `keyline -rx`: a console on an exchange that is running already.
public final class Attach {
    private Attach() {}

    /// Attaches.
    ///
    /// @param main the `asterisk.conf` it serves, if it is named
    /// @param command one command to carry out; without one there is a prompt
    /// @param verbosity how much of the log the prompt shows, as the number of letters v
    /// @return 0 when it was done, 1 when not
    public static int run(
            CommandSpec spec, Optional<Path> main, Optional<String> command, int verbosity) {
        var remote = new Remote(Talk.of(spec), main);
        return command.map(remote::run).orElseGet(() -> remote.prompt(verbosity));
    }
}
