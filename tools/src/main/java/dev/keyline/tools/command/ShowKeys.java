package dev.keyline.tools.command;

import dev.keyline.keys.ring.Entry;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.KeysShow;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asterisk's table of a directory.
@Command(
        name = "show",
        description =
                "List the keys of a directory as Asterisk's 'keys show' does, and what is wrong"
                        + " with others.",
        mixinStandardHelpOptions = true)
final class ShowKeys implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private KeyFolder folder = new KeyFolder();

    @Option(names = "--fingerprints", description = "Add the SHA-256 fingerprint of each key.")
    private boolean fingerprints;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        var ring = folder.ring();
        talk.out().print(KeysShow.render(ring));
        if (fingerprints) {
            ring.entries().forEach(entry -> sayFingerprint(entry, talk));
        }
        return end(ring, talk);
    }

    private static void sayFingerprint(Entry entry, Talk talk) {
        var file = entry.file().id().fileName();
        entry.fingerprint().ifPresent(print -> talk.say(file + "  " + print));
    }

    private static int end(KeyRing ring, Talk talk) {
        ring.refusals().forEach(refusal -> talk.err().println(refusal.message()));
        talk.out().flush();
        return ring.refusals().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
