package dev.keyline.tools.serve;

import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.lang.System.Logger;

/// The journal as log lines. Asterisk's levels become those of the platform, and the log's layout
/// turns them back: VERBOSE is below NOTICE there, and so is DEBUG below INFO here.
public final class LogSink implements Journal.Sink {
    private static final Logger LOG = System.getLogger("keyline");

    @Override
    public void logged(Journal.Level level, String text) {
        LOG.log(platform(level), text);
    }

    @Override
    public boolean hears(Journal.Level level) {
        return LOG.isLoggable(platform(level));
    }

    private static Logger.Level platform(Journal.Level level) {
        return switch (level) {
            case DEBUG -> Logger.Level.TRACE;
            case VERBOSE -> Logger.Level.DEBUG;
            case NOTICE, SECURITY -> Logger.Level.INFO;
            case WARNING -> Logger.Level.WARNING;
            case ERROR -> Logger.Level.ERROR;
        };
    }

    /// The journal has a line for each of them.
    @Override
    public void happened(ExchangeEvent event) {}
}
