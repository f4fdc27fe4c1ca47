package dev.keyline.tools.phone;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Ending;

/// How the call went, as an exit code.
public enum CallResult {
    /// It was answered, and one side hung up.
    ANSWERED(0),
    /// They said something that made going on impossible.
    FAILED(1),
    /// They did not want the call: no such extension, congestion.
    REFUSED(3),
    /// Who we are could not be proved.
    NOT_LET_IN(4),
    BUSY(5),
    NO_ANSWER(6),
    /// Nobody is there, or they stopped answering.
    UNREACHABLE(7);

    private final int exitCode;

    CallResult(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /// @param answered whether the call was answered before it ended
    static CallResult of(Ending why, boolean answered) {
        return switch (why) {
            case Ending.Vanished _, Ending.Forgotten _ -> UNREACHABLE;
            case Ending.CannotAnswer _ -> NOT_LET_IN;
            case Ending.Broken _ -> FAILED;
            case Ending.Transferred _ -> ANSWERED;
            case Ending.TheyHungUp _, Ending.WeHungUp _ when answered -> ANSWERED;
            case Ending.WeHungUp _ -> NO_ANSWER;
            case Ending.TheyHungUp _, Ending.TheyRefused _, Ending.WeRefused _ -> of(why.code());
        };
    }

    /// Asterisk refuses with 50 (facility not subscribed) whoever does not prove who he is.
    private static CallResult of(int code) {
        return switch (Cause.of(code)) {
            case USER_BUSY -> BUSY;
            case NO_ANSWER, NO_USER_RESPONSE -> CallResult.NO_ANSWER;
            case FACILITY_NOT_SUBSCRIBED, NOT_AUTHORISED -> NOT_LET_IN;
            case null, default -> REFUSED;
        };
    }
}
