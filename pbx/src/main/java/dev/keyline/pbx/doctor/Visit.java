package dev.keyline.pbx.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was found out by asking one peer or registrar.
///
/// @param who the section, or the register line without its secret
/// @param username the name we gave
/// @param address where it was asked; empty when it was not
/// @param millis how long a POKE took there and back; empty when none came back
public record Visit(
        Spot spot,
        String who,
        String username,
        Optional<String> address,
        Optional<Double> millis,
        Verdict verdict) {
    /// There and back. Beyond it people interrupt each other (ITU-T G.114 has 400 ms one way as its
    /// end, and half of that for talks that go well).
    private static final double LONGEST = 400;

    /// One line, such as `hq at 192.0.2.7:4569 answers after 3.1 ms; it took our login (rsa with
    /// key branch, SHA256:...)`.
    public String line() {
        var there =
                address.map(at -> who + " at " + at).orElse(who)
                        + millis.map(Visit::answers).orElse("");
        return there + (millis.isPresent() ? "; " : ": ") + words();
    }

    private static String answers(double millis) {
        return String.format(Locale.ROOT, " answers after %.1f ms", millis);
    }

    private String words() {
        return switch (verdict) {
            case Verdict.Taken(var proof) -> "it took our login (" + proof + ")";
            case Verdict.Unasked _ -> "it asks for no proof";
            case Verdict.Refused(_, var words) -> words;
            case Verdict.Cannot(var why) -> "we cannot log in: " + why;
            case Verdict.Silent _ -> "no answer";
            case Verdict.Untried(var why) -> "not asked: " + why;
        };
    }

    /// `taken`, `refused` and so on.
    public String word() {
        return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        millis.filter(time -> time > LONGEST).ifPresent(time -> findings.add(slow(time)));
        switch (verdict) {
            case Verdict.Taken _ -> {}
            case Verdict.Unasked _ -> findings.add(unasked());
            case Verdict.Refused(var proof, var words) -> findings.add(refused(proof, words));
            case Verdict.Cannot(var why) -> findings.add(cannot(why));
            case Verdict.Silent _ -> findings.add(silent());
            case Verdict.Untried(var why) -> findings.add(untried(why));
        }
        return findings;
    }

    private String quoted() {
        return "'" + who + "'";
    }

    private String calls() {
        return spot.option().equals("register")
                ? "the registration as '" + username + "'"
                : "calls to " + quoted();
    }

    private Finding slow(double time) {
        return Ailment.PEER_SLOW.at(
                spot,
                quoted() + " answers after " + Math.round(time) + " ms",
                "people on calls there will interrupt each other",
                "look at the line between here and there, with mtr for example");
    }

    private Finding unasked() {
        return Ailment.PEER_ASKS_NOTHING.at(
                spot,
                quoted() + " took a call without asking who calls",
                "calls there come about, for us and for everybody",
                "if it should ask, write inkeys= and auth=rsa there, or give our name: username=");
    }

    private Finding refused(Optional<String> proof, String words) {
        return Ailment.LOGIN_REFUSED.at(
                spot,
                quoted() + proof.map(it -> " was shown " + it + ", and ").orElse(": ") + words,
                calls() + " will be refused",
                proof.map(this::other)
                        .orElse(
                                "write a section ["
                                        + username
                                        + "] of type=user there, and see permit= and deny=; its log"
                                        + " says why"));
    }

    private String other(String proof) {
        return proof.startsWith("rsa")
                ? "put our .pub there and name it in inkeys= of ["
                        + username
                        + "]; keyline keys fingerprint on both sides must show the same"
                : "compare secret= on both sides, and whether [" + username + "] is there at all";
    }

    private Finding cannot(String why) {
        return Ailment.LOGIN_IMPOSSIBLE.at(
                spot,
                quoted() + " asks who calls: " + why,
                calls() + " will fail",
                "name a key with outkey= that is here and open, and have its .pub put there");
    }

    private Finding silent() {
        return Ailment.PEER_SILENT.at(
                spot,
                quoted() + " does not answer" + address.map(at -> " at " + at).orElse(""),
                calls() + " will fail",
                "see whether it runs, on that port, and whether a firewall lets UDP through both"
                        + " ways");
    }

    private Finding untried(String why) {
        return Ailment.LOGIN_UNTRIED.at(
                spot,
                quoted() + " was not asked: " + why,
                "whether " + calls() + " will succeed is not known",
                "nothing need be done");
    }
}
