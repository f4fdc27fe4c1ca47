package dev.keyline.pbx.doctor;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Ending;
import java.util.Optional;

/// What a peer said to our login. It is tried by a call to an extension that is not there: an
/// exchange asks who calls before it looks for the extension, and Asterisk says so with other
/// causes (50 for a login, 3 for an extension).
public sealed interface Verdict {
    /// They took our proof.
    record Taken(String proof) implements Verdict {}

    /// They want none.
    record Unasked() implements Verdict {}

    /// They turned us away.
    ///
    /// @param proof what was shown; empty when they did not even ask
    /// @param words what they said
    record Refused(Optional<String> proof, String words) implements Verdict {}

    /// They ask for what we cannot or will not show.
    record Cannot(String why) implements Verdict {}

    /// Nobody answers.
    record Silent() implements Verdict {}

    /// Nothing was tried.
    record Untried(String why) implements Verdict {}

    /// What the end of the call says about the login.
    ///
    /// @param answering what we showed, if they asked
    static Verdict of(Ending why, Optional<CallEvent.Answering> answering) {
        var proof = answering.map(Verdict::words);
        return switch (why) {
            case Ending.CannotAnswer(var reason) -> new Cannot(reason);
            case Ending.Vanished _ -> new Silent();
            case Ending.TheyRefused(int code, var _) when isOfLogin(code) ->
                    new Refused(proof, why.words());
            case Ending.Broken _, Ending.Forgotten _ -> new Refused(proof, why.words());
            default -> passed(answering);
        };
    }

    /// The login was no obstacle.
    static Verdict passed(Optional<CallEvent.Answering> answering) {
        return answering.<Verdict>map(it -> new Taken(words(it))).orElseGet(Unasked::new);
    }

    private static boolean isOfLogin(int code) {
        return code == Cause.FACILITY_NOT_SUBSCRIBED.code()
                || code == Cause.NOT_AUTHORISED.code()
                || code == Cause.CALL_REJECTED.code()
                || code == 0;
    }

    private static String words(CallEvent.Answering it) {
        return it.keyName().isEmpty()
                ? it.method().word()
                : it.method().word() + " with key " + it.keyName() + ", " + it.fingerprint();
    }
}
