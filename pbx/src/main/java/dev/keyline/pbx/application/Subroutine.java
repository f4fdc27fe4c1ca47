package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;
import dev.keyline.pbx.channel.Subroutines;
import dev.keyline.pbx.dialplan.Arguments;

/// `Gosub([[context,]extension,]priority[(arguments)])` and `Return([value])`.
final class Subroutine {
    private Subroutine() {}

    record Gosub() implements Application {
        @Override
        public String name() {
            return "Gosub";
        }

        @Override
        public Move begin(Errand errand, long now) {
            var text = errand.text().strip();
            int open = text.endsWith(")") ? text.indexOf('(') : -1;
            var target = open < 0 ? text : text.substring(0, open);
            var given = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
            var move = Jumps.to(errand, target, now);
            return move instanceof Move.Jump ? enter(errand, given, move) : move;
        }

        private static Move enter(Errand errand, String given, Move jump) {
            var channel = errand.channel();
            var arguments = Arguments.of(given);
            var list = arguments.count() == 0 ? java.util.List.<String>of() : arguments.list();
            if (!channel.subroutines().enter(channel.position().next(), list)) {
                errand.warn(
                        "Gosub is " + Subroutines.DEEPEST + " deep; is there a Return? hanging up");
                return new Move.HangUp(Cause.NORMAL);
            }
            return jump;
        }
    }

    record Return() implements Application {
        @Override
        public String name() {
            return "Return";
        }

        @Override
        public Move begin(Errand errand, long now) {
            errand.let("GOSUB_RETVAL", errand.text());
            return errand.channel()
                    .subroutines()
                    .leave()
                    .<Move>map(Move.Jump::new)
                    .orElseGet(
                            () -> {
                                errand.warn("Return without Gosub; hanging up");
                                return new Move.HangUp(Cause.NORMAL);
                            });
        }
    }
}
