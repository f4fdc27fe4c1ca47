package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// `Hangup([cause])`: ends the call, with a Q.850 number or its name.
record Hangup() implements Application {
    @Override
    public String name() {
        return "Hangup";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var text = errand.text().strip();
        if (text.isEmpty()) {
            return new Move.HangUp(0);
        }
        var cause = cause(text);
        if (cause.isEmpty()) {
            errand.warn(
                    "Hangup("
                            + text
                            + "): no cause, give a number from 1 to 127 or a name such as USER_BUSY;"
                            + " 16 is used");
        }
        return new Move.HangUp(cause.orElse(Cause.NORMAL.code()));
    }

    private static Optional<Integer> cause(String text) {
        if (text.matches("\\d{1,3}")) {
            return Optional.of(Integer.parseInt(text)).filter(n -> n >= 1 && n <= 127);
        }
        var name = text.toUpperCase(Locale.ROOT).replace("AST_CAUSE_", "");
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(name) || isOldName(cause, name))
                .map(Cause::code)
                .findFirst();
    }

    private static boolean isOldName(Cause cause, String name) {
        return switch (cause) {
            case NORMAL -> name.equals("NORMAL_CLEARING");
            case USER_BUSY -> name.equals("BUSY");
            case CONGESTION -> name.equals("NORMAL_CIRCUIT_CONGESTION");
            case NO_ROUTE_DESTINATION -> name.equals("NOSUCHDRIVER");
            default -> false;
        };
    }
}
