package dev.keyline.tools.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// How much the log says.
final class Verbosity {
    private Verbosity() {}

    /// @param count of the letters v: 0 NOTICE and above, 1 VERBOSE as well, 2 DEBUG as well
    static void set(int count) {
        var level = count == 0 ? Level.INFO : count == 1 ? Level.DEBUG : Level.TRACE;
        if (LoggerFactory.getLogger("keyline") instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
