package dev.keyline.tools.command;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.KeysShow;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What can be said about keys without a running exchange.
@Command(
        name = "keys",
        description = "Look at a key directory.",
        mixinStandardHelpOptions = true,
        subcommands = Keys.Show.class)
public final class Keys {
    /// Asterisk's table of a directory.
    @Command(
            name = "show",
            description =
                    "List the keys of a directory as Asterisk's 'keys show' does, and what is wrong"
                            + " with others.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec private @Nullable CommandSpec spec;

        @Option(
                names = "--keys",
                required = true,
                paramLabel = "DIR",
                description = "The key directory.")
        private Path directory = Path.of("");

        @Option(names = "--fingerprints", description = "Add the SHA-256 fingerprint of each key.")
        private boolean fingerprints;

        @Override
        public Integer call() {
            var talk = Talk.of(spec);
            var ring = KeyRing.load(directory);
            talk.out().print(KeysShow.render(ring));
            if (fingerprints) {
                ring.entries()
                        .forEach(
                                entry ->
                                        entry.fingerprint()
                                                .ifPresent(
                                                        print ->
                                                                talk.say(
                                                                        entry.file().id().fileName()
                                                                                + "  "
                                                                                + print)));
            }
            ring.refusals().forEach(refusal -> talk.err().println(refusal.message()));
            talk.out().flush();
            return ring.refusals().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
