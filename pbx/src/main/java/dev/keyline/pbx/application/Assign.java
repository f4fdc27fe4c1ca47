package dev.keyline.pbx.application;

/// `Set(name=value)`, and `MSet(a=1,b=2)` for several. With `Set(A=1,B=2)`, A becomes `1,B=2`, as
/// since Asterisk 1.6.
final class Assign {
    private Assign() {}

    record Set() implements Application {
        @Override
        public String name() {
            return "Set";
        }

        @Override
        public Move begin(Errand errand, long now) {
            assign(errand, errand.text(), now);
            return Move.NEXT;
        }
    }

    record MSet() implements Application {
        @Override
        public String name() {
            return "MSet";
        }

        @Override
        public Move begin(Errand errand, long now) {
            errand.arguments().list().forEach(pair -> assign(errand, pair, now));
            return Move.NEXT;
        }
    }

    private static void assign(Errand errand, String pair, long now) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            errand.warn("'" + pair + "' is no name=value; nothing set");
            return;
        }
        var name = pair.substring(0, equals).strip();
        errand.office()
                .set(errand.channel(), name, pair.substring(equals + 1), now)
                .ifPresent(errand::warn);
    }
}
