package dev.keyline.tools.command;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.sim.Weather;
import dev.keyline.pbx.control.FolderTexts;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.tools.load.Quantities;
import dev.keyline.tools.load.Sample;
import dev.keyline.tools.load.Scenario;
import dev.keyline.tools.load.ScenarioReader;
import dev.keyline.tools.load.ScenarioReader.Reading;
import dev.keyline.tools.load.Sounds;
import dev.keyline.tools.load.Summary;
import dev.keyline.tools.phone.PlayFile;
import dev.keyline.tools.rig.Bench;
import dev.keyline.tools.rig.Processor;
import dev.keyline.tools.text.FileTrouble;
import dev.keyline.tools.text.Plain;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Callers by the hundred.
@Command(
        name = "load",
        description = {
            "Make many calls, and measure how they go: set-up times, loss, jitter, round trips,",
            "estimated opinion scores, reasons of refusal. Or answer them, with --answer."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all calls were answered and ended as planned",
            "1:nothing could be measured; the reason was said",
            "2:bad arguments, or mistakes in the scenario",
            "3:some calls failed or were dropped"
        },
        footer = {
            "",
            "Examples:",
            "  keyline load 'IAX2/alice:[alice]@127.0.0.1/600' --calls 500 --rate 50 --hold 30s",
            "  keyline load -f configs/load.conf --html report.html",
            "  keyline load --answer 127.0.0.1:4570",
            "Times are written 20ms, 30s, 2m. docs/load.md says how to measure."
        })
public final class Load implements Callable<Integer> {
    /// Some calls did not go as planned.
    private static final int SOME_FAILED = 3;

    private static final String FOREVER = "8760h";

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIALSTRING",
            description = "Whom to call, as for keyline dial; iax: may stand before it.")
    private @Nullable String to;

    @Option(
            names = {"-f", "--scenario"},
            paramLabel = "FILE",
            description = "Take it from this file; what the command line says counts more.")
    private @Nullable Path file;

    @Mixin private LoadOptions options = new LoadOptions();

    @Mixin private AnswerOptions answer = new AnswerOptions();

    @Mixin private ReportOptions report = new ReportOptions();

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Where the keys are; default: ~/.keyline/keys or /var/lib/asterisk/keys,"
                            + " whichever can be read first.")
    private @Nullable Path keys;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Take the shared secret from the first line of this file.")
    private @Nullable Path secretFile;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "Measure the processor time of this process: the server.")
    private @Nullable Long pid;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        try {
            return answer.isAnswering() ? answer(talk) : load(talk);
        } catch (UnknownHostException unknown) {
            return talk.fail("There is no host '" + Plain.of(String.valueOf(unknown.getMessage())));
        } catch (CallerKeys.Unusable unusable) {
            return talk.fail(String.valueOf(unusable.getMessage()));
        } catch (IOException failed) {
            return talk.fail(FileTrouble.words(failed));
        }
    }

    private int load(Talk talk) throws IOException, CallerKeys.Unusable {
        return switch (reading()) {
            case Reading.Bad(var complaints) -> {
                complaints.forEach(talk.err()::println);
                yield ExitCode.USAGE;
            }
            case Reading.Good(var scenario) -> load(talk, scenario);
        };
    }

    private Reading reading() {
        if ((to == null) == (file == null)) {
            throw usage("Name whom to call, a scenario with -f, or --answer");
        }
        if (file == null) {
            var wishes = new HashMap<>(options.given());
            wishes.put("to", String.valueOf(to));
            return ScenarioReader.read(wishes, sounds(Path.of("")));
        }
        var whole = file.toAbsolutePath();
        var folder = Objects.requireNonNullElse(whole.getParent(), whole);
        var name = String.valueOf(whole.getFileName());
        return ScenarioReader.read(options.given(), name, new FolderTexts(folder), sounds(folder));
    }

    private static Sounds sounds(Path folder) {
        return name -> {
            try {
                return new Sample(name, PlayFile.read(folder.resolve(name)));
            } catch (IOException unreadable) {
                throw new IOException(FileTrouble.words(unreadable), unreadable);
            }
        };
    }

    private int load(Talk talk, Scenario scenario) throws IOException, CallerKeys.Unusable {
        var secret = secretFile == null ? Optional.<Secret>empty() : Callee.secretIn(secretFile);
        var callees = Callees.of(scenario, secret, Optional.ofNullable(keys), talk);
        var words = Summary.of(scenario);
        var title = "Load: " + Summary.shown(scenario.roles().getFirst().to());
        try (var bench = Bench.calling(scenario, callees.destinations(), callees.ring())) {
            return watch(talk, bench, Long.MAX_VALUE, title, words);
        }
    }

    private int answer(Talk talk) throws IOException {
        if (to != null || file != null) {
            throw usage("--answer calls nobody: leave " + (to == null ? file : to) + " out");
        }
        var bind = answer.address().orElseThrow(() -> usage("--answer takes HOST:PORT"));
        var rules =
                answer.rules()
                        .orElseThrow(
                                () ->
                                        usage(
                                                "--guard takes USER:[KEY] or USER:SECRET,"
                                                        + " --answer-after a time"));
        long longest =
                Quantities.duration(options.given().getOrDefault("time", FOREVER))
                        .orElseThrow(() -> usage("--time takes a time such as 30s"));
        try (var bench = Bench.answering(bind, rules, publicKeys(), Weather.STILL)) {
            talk.err().println("Answering at " + Addresses.peer(bench.address()));
            return watch(talk, bench, longest, "Load: the answering side", Map.of());
        }
    }

    private KeyRing publicKeys() {
        if (!answer.needsKeys()) {
            return KeyRing.EMPTY;
        }
        var directory = Optional.ofNullable(keys).orElseThrow(() -> usage("--guard needs --keys"));
        return new HeldKeys(dev.keyline.keys.ring.KeyRing.load(directory), InstantSource.system());
    }

    private int watch(Talk talk, Bench bench, long longest, String title, Map<String, String> words)
            throws IOException {
        var server = Optional.ofNullable(pid).map(Processor::new);
        boolean failed = new Watching(talk, report, server, longest).watch(bench, title, words);
        return failed ? SOME_FAILED : ExitCode.OK;
    }

    private ParameterException usage(String why) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), why);
    }
}
