package dev.keyline.tools.command;

import dev.keyline.tools.report.Run;
import dev.keyline.tools.report.RunJson;
import dev.keyline.tools.report.RunPage;
import dev.keyline.tools.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the outcome of a load test goes.
final class ReportOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON; - for here.")
    private @Nullable Path json;

    @Option(
            names = "--html",
            paramLabel = "PAGE",
            description = "Write it as a page with plots for a browser.")
    private @Nullable Path html;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing while it runs.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /// Says and writes everything that is wanted.
    ///
    /// @throws IOException when a file cannot be written
    void write(Run run, Talk talk) throws IOException {
        boolean here = json != null && json.toString().equals("-");
        talk.say(here ? RunJson.of(run).toString() : Table.of(run));
        if (json != null && !here) {
            Files.writeString(json, RunJson.of(run) + "\n");
        }
        if (html != null) {
            Files.writeString(html, RunPage.of(run));
            talk.err().println("Written to " + html + "; open it in a browser.");
        }
        talk.out().flush();
    }
}
