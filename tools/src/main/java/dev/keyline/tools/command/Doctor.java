package dev.keyline.tools.command;

import dev.keyline.pbx.doctor.Diagnosis;
import dev.keyline.pbx.doctor.Severity;
import dev.keyline.pbx.doctor.Visit;
import dev.keyline.pbx.line.Lines;
import dev.keyline.tools.doctor.Papers;
import dev.keyline.tools.doctor.Report;
import dev.keyline.tools.doctor.Rounds;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import dev.keyline.tools.text.Paint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Why a login will fail, before it does.
@Command(
        name = "doctor",
        description = {
            "Say what will fail with a configuration, and why, before a call does: keys, proofs,"
                    + " open doors, peers, dialplan. It may be an Asterisk's; nothing is changed,"
                    + " and no secret is shown.",
            "docs/doctor.md lists everything it finds."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong; there may be notes",
            "1:something will fail, or a door stands open, or the files cannot be read",
            "2:bad arguments",
            "3:nothing worse than a weak setting"
        },
        footer = {
            "",
            "Examples:",
            "  keyline doctor -C /etc/asterisk/asterisk.conf",
            "  keyline doctor --peer hq --live"
        })
public final class Doctor implements Callable<Integer> {
    /// Nothing worse than a weak setting: 2 is taken by arguments that make no sense.
    private static final int WEAK = 3;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "-C",
            paramLabel = "FILE",
            description =
                    "The asterisk.conf; default: ~/.keyline/asterisk.conf, else /etc/asterisk.")
    private @Nullable Path main;

    @Option(names = "--home", hidden = true, description = "Instead of ~/.keyline, for tests.")
    private Path home = MainFile.HOME;

    @Option(
            names = "--peer",
            paramLabel = "NAME",
            description = "Only what calls from and to this section of iax.conf feel.")
    private @Nullable String peer;

    @Option(
            names = "--live",
            description = {
                "Ask the peers too: a POKE, then a call to the extension keyline-doctor that ends"
                        + " once our login is judged. Nobody is rung where that extension does not"
                        + " exist. Five seconds at most."
            })
    private boolean live;

    @Option(
            names = "--passcodes",
            paramLabel = "FILE",
            description = "The file of passphrases that the exchange starts with.")
    private @Nullable Path passcodes;

    @Option(names = "--json", description = "One JSON object for each finding, or visit.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var talk = Talk.of(spec);
        var file = MainFile.of(Optional.ofNullable(main), home);
        if (file.isEmpty()) {
            return talk.fail(
                    "There is no configuration: neither "
                            + home.resolve("asterisk.conf")
                            + " nor /etc/asterisk/asterisk.conf can be read; name one with -C");
        }
        try {
            var kept = KeptPasscodes.of(Optional.ofNullable(passcodes), System.getenv());
            return examine(talk, Papers.of(file.get(), kept, live));
        } catch (Unservable unservable) {
            return talk.fail(String.valueOf(unservable.getMessage()));
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        }
    }

    private int examine(Talk talk, Papers papers) throws IOException, InterruptedException {
        var lines = papers.lines();
        if (peer != null && lines.isPresent() && !isThere(lines.get(), peer)) {
            return talk.fail(
                    "There is no section [" + peer + "] of a user or peer in " + papers.words());
        }
        var visits = live && lines.isPresent() ? visits(papers, lines.get()) : List.<Visit>of();
        var whole =
                papers.examined()
                        .and(visits.stream().flatMap(it -> it.findings().stream()).toList());
        var diagnosis = peer == null ? whole : whole.about(peer);
        tell(talk, papers, visits, diagnosis);
        return exitCode(diagnosis);
    }

    private static boolean isThere(Lines lines, String name) {
        return lines.user(name).isPresent() || lines.peer(name).isPresent();
    }

    private List<Visit> visits(Papers papers, Lines lines)
            throws IOException, InterruptedException {
        return new Rounds(lines, papers.keys(), papers.around().names())
                .make(Optional.ofNullable(peer));
    }

    private void tell(Talk talk, Papers papers, List<Visit> visits, Diagnosis diagnosis) {
        var report = new Report(new Paint(talk.wantsColour()));
        if (json) {
            visits.forEach(visit -> talk.say(report.json(visit)));
            diagnosis.findings().forEach(finding -> talk.say(report.json(finding)));
            return;
        }
        talk.say("Looking at " + papers.words() + "\n");
        visits.forEach(visit -> talk.say(report.text(visit)));
        if (!visits.isEmpty()) {
            talk.say("");
        }
        diagnosis.findings().forEach(finding -> talk.say(report.text(finding)));
        talk.say(report.summary(diagnosis));
    }

    private static int exitCode(Diagnosis diagnosis) {
        if (diagnosis.findings().stream().anyMatch(it -> it.severity().isBad())) {
            return ExitCode.FAILED;
        }
        return diagnosis.count(Severity.WEAK) > 0 ? WEAK : ExitCode.OK;
    }
}
