package dev.keyline.tools.command;

import dev.keyline.keys.ring.Finding;
import dev.keyline.keys.ring.Inspection;
import dev.keyline.tools.text.Json;
import dev.keyline.tools.text.Plain;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether the keys of a directory will work, for people and for scripts.
@Command(
        name = "check",
        description =
                "Say for each file of a key directory whether it works, and why not: form, size,"
                        + " permissions, halves that do not match, keys whose time is over.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every key works, or will once its passphrase is given",
            "1:at least one does not",
            "2:bad arguments"
        })
final class CheckKeys implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private KeyFolder folder = new KeyFolder();

    @Option(names = "--json", description = "One JSON object for each file.")
    private boolean json;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        var inspection = Inspection.of(folder.ring(), Instant.now());
        inspection.findings().forEach(finding -> talk.say(json ? json(finding) : line(finding)));
        if (inspection.findings().isEmpty()) {
            talk.err().println("There are no keys in " + folder.directory());
        }
        return inspection.isFine() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String line(Finding finding) {
        var file = Plain.of(String.valueOf(finding.file().getFileName()));
        var print = finding.fingerprint().map(it -> ", " + it).orElse("");
        return "%-13s %s: %s%s".formatted(word(finding), file, words(finding), print);
    }

    /// Refusals begin with the path of the file, which the line has already.
    private static String words(Finding finding) {
        var path = finding.file() + " ";
        var words = finding.words();
        return Plain.of(words.startsWith(path) ? words.substring(path.length()) : words);
    }

    private static String json(Finding finding) {
        return new Json()
                .with("file", finding.file())
                .with("state", word(finding))
                .with("fine", finding.state().isFine())
                .with("words", finding.words())
                .with("fingerprint", finding.fingerprint().map(Object::toString).orElse(""))
                .toString();
    }

    private static String word(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
