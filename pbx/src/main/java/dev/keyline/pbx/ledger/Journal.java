package dev.keyline.pbx.ledger;

import java.util.function.Supplier;

/// Where the exchange writes what happens. Texts may hold what a stranger sent; control characters
/// are replaced here, once for all, so that nobody writes a log line of his own.
public final class Journal {
    /// A journal that forgets everything.
    public static final Journal SILENT =
            new Journal(
                    new Sink() {
                        @Override
                        public void logged(Level level, String text) {}

                        @Override
                        public boolean hears(Level level) {
                            return false;
                        }

                        @Override
                        public void happened(ExchangeEvent event) {}
                    });

    private static final int LONGEST = 2000;

    private final Sink sink;

    public Journal(Sink sink) {
        this.sink = sink;
    }

    /// Asterisk's words for how much a line matters.
    public enum Level {
        DEBUG,
        VERBOSE,
        NOTICE,
        /// Logins in the shape of Asterisk's security log (`securitylog=yes`).
        SECURITY,
        WARNING,
        ERROR
    }

    /// Whoever keeps the journal. Called in the loop, so it must not wait for anything, and by
    /// whoever reads keys beside the loop, so it must bear several threads.
    public interface Sink {
        void logged(Level level, String text);

        /// Whether lines of this level go anywhere now.
        default boolean hears(Level level) {
            return true;
        }

        void happened(ExchangeEvent event);
    }

    public void debug(String text) {
        log(Level.DEBUG, text);
    }

    public void verbose(String text) {
        log(Level.VERBOSE, text);
    }

    /// The same for what every call says several times: made only when somebody reads it.
    public void verbose(Supplier<String> text) {
        if (sink.hears(Level.VERBOSE)) {
            verbose(text.get());
        }
    }

    public void notice(String text) {
        log(Level.NOTICE, text);
    }

    public void security(String text) {
        log(Level.SECURITY, text);
    }

    public void warning(String text) {
        log(Level.WARNING, text);
    }

    public void error(String text) {
        log(Level.ERROR, text);
    }

    public void log(Level level, String text) {
        sink.logged(level, clean(text));
    }

    public void tell(ExchangeEvent event) {
        sink.happened(event);
    }

    /// The text in one line, without control characters, of bounded length.
    public static String clean(String text) {
        var whole = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return isClean(whole)
                ? whole
                : whole.codePoints()
                        .map(c -> isControl(c) ? '?' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return text.codePoints().noneMatch(Journal::isControl);
            }
        }
        return true;
    }

    /// Line separators, and marks that turn the direction of writing, write lines as well.
    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || switch (Character.getType(c)) {
                    case Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.FORMAT,
                            Character.SURROGATE ->
                            true;
                    default -> false;
                };
    }
}
