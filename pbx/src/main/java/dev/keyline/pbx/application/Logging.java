package dev.keyline.pbx.application;

import dev.keyline.pbx.ledger.Journal.Level;
import java.util.Locale;

/// `NoOp(text)`, `Verbose([level,]text)`, `Log(level,text)`: a line in the log.
final class Logging {
    private Logging() {}

    /// Does nothing; that it was executed is in the log anyway.
    record NoOp() implements Application {
        @Override
        public String name() {
            return "NoOp";
        }

        @Override
        public Move begin(Errand errand, long now) {
            return Move.NEXT;
        }
    }

    record Verbose() implements Application {
        @Override
        public String name() {
            return "Verbose";
        }

        @Override
        public Move begin(Errand errand, long now) {
            var text = errand.text();
            boolean levelled = text.matches("(?s)\\s*\\d+\\s*,.*");
            errand.office()
                    .journal()
                    .verbose(levelled ? text.substring(text.indexOf(',') + 1).strip() : text);
            return Move.NEXT;
        }
    }

    record Log() implements Application {
        @Override
        public String name() {
            return "Log";
        }

        @Override
        public Move begin(Errand errand, long now) {
            int comma = errand.text().indexOf(',');
            var word = comma < 0 ? "" : errand.text().substring(0, comma).strip();
            var level = level(word);
            if (level.isEmpty()) {
                errand.warn(
                        "Log needs a level (ERROR, WARNING, NOTICE, VERBOSE, DEBUG) and a text;"
                                + " nothing logged");
            }
            level.ifPresent(
                    l -> errand.office().journal().log(l, errand.text().substring(comma + 1)));
            return Move.NEXT;
        }

        private static java.util.Optional<Level> level(String word) {
            try {
                return java.util.Optional.of(Level.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException _) {
                return java.util.Optional.empty();
            }
        }
    }
}
