package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;
import dev.keyline.pbx.dialplan.Times;

/// `Goto`, `GotoIf`, `GotoIfTime`: elsewhere in the dialplan. A target is
/// `[[context,]extension,]priority`, the priority a number or a label; an empty branch goes on.
final class Jumps {
    private Jumps() {}

    record Goto() implements Application {
        @Override
        public String name() {
            return "Goto";
        }

        @Override
        public Move begin(Errand errand, long now) {
            return to(errand, errand.text(), now);
        }
    }

    record GotoIf() implements Application {
        @Override
        public String name() {
            return "GotoIf";
        }

        @Override
        public Move begin(Errand errand, long now) {
            var choice = Choice.of(errand.text());
            return branch(errand, choice, Choice.isTrue(choice.condition()), now);
        }
    }

    record GotoIfTime() implements Application {
        @Override
        public String name() {
            return "GotoIfTime";
        }

        @Override
        public Move begin(Errand errand, long now) {
            int mark = errand.text().indexOf('?');
            var text = mark < 0 ? errand.text() : errand.text().substring(0, mark);
            var times = Times.parse(text);
            if (times.isEmpty()) {
                errand.warn("GotoIfTime: '" + text + "' are no times; going on");
                return Move.NEXT;
            }
            var choice = Choice.after(errand.text(), mark);
            return branch(errand, choice, times.get().include(errand.office().moment(now)), now);
        }
    }

    private static Move branch(Errand errand, Choice choice, boolean yes, long now) {
        var target = yes ? choice.yes() : choice.no();
        return target.isEmpty() ? Move.NEXT : to(errand, target, now);
    }

    static Move to(Errand errand, String target, long now) {
        return errand.office()
                .find(errand.channel(), target, now)
                .<Move>map(Move.Jump::new)
                .orElseGet(
                        () -> {
                            errand.warn("there is no place '" + target + "' to go to; hanging up");
                            return new Move.HangUp(Cause.NORMAL);
                        });
    }
}
