package dev.keyline.pbx.doctor;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.dialplan.Dialplan;
import dev.keyline.pbx.dialplan.DialplanReader;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.LinesReader;
import java.util.ArrayList;
import java.util.List;

/// Looks through a whole configuration.
public final class Doctor {
    private static final List<Check> OF_LINES =
            List.of(
                    new SectionCheck(),
                    new KeyNameCheck(),
                    new KeyCheck(),
                    new KeyRingCheck(),
                    new KeySharingCheck(),
                    new AuthCheck(),
                    new AddressCheck(),
                    new SecretCheck(),
                    new EncryptionCheck(),
                    new PeerCheck(),
                    new RegisterCheck(),
                    new PortCheck(),
                    new CodecCheck());

    private static final List<Check> OF_THE_PLAN =
            List.of(
                    new GuestCheck(),
                    new ContextCheck(),
                    new ExtensionCheck(),
                    new JumpCheck(),
                    new DialCheck(),
                    new CodecMeetingCheck());

    private final Texts texts;
    private final KeyRing ring;
    private final Surroundings around;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Texts texts, KeyRing ring, Surroundings around) {
        this.texts = texts;
        this.ring = ring;
        this.around = around;
    }

    /// Examines the configuration that these texts and keys are.
    ///
    /// @param ring with those keys unlocked that will be at a start without a person
    public static Diagnosis examine(Texts texts, KeyRing ring, Surroundings around) {
        var doctor = new Doctor(texts, ring, around);
        doctor.examine();
        return Diagnosis.of(doctor.findings);
    }

    private void examine() {
        var iax = ConfReader.read("iax.conf", texts);
        var extensions = ConfReader.read("extensions.conf", texts);
        unusable(iax);
        unusable(extensions);
        if (iax instanceof Conf.Usable lines) {
            understood(lines, extensions);
        }
    }

    private void understood(Conf.Usable iax, Conf extensions) {
        var problems = new ArrayList<Problem>(iax.problems());
        var lines = LinesReader.read(iax, new HeldKeys(ring, around::now), problems);
        var plan = Dialplan.EMPTY;
        if (extensions instanceof Conf.Usable usable) {
            problems.addAll(usable.problems());
            plan = DialplanReader.read(usable, problems);
        }
        var chart = Chart.of(iax, lines, plan, ring, around);
        OF_LINES.forEach(check -> check.examine(chart, findings::add));
        if (extensions instanceof Conf.Usable) {
            OF_THE_PLAN.forEach(check -> check.examine(chart, findings::add));
        }
        findings.addAll(Remarks.of(chart, problems, findings));
    }

    private void unusable(Conf conf) {
        if (conf instanceof Conf.Unusable(var problems)) {
            var last = problems.getLast();
            findings.add(
                    Ailment.FILE_UNUSABLE.at(
                            new Spot(last.place(), "", List.of()),
                            last.text(),
                            "no exchange can start on these files, so every call will fail",
                            last.place().line() == 0
                                    ? "put it there, or name another asterisk.conf with -C"
                                    : "mend that line"));
        }
    }
}
