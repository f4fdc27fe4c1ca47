package dev.keyline.tools.console;

import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The journal on its way to the log, and whoever else reads it at a console.
public final class LogFeeds implements Journal.Sink {
    private final Journal.Sink log;
    private final Map<Feed, Journal.Level> feeds = new ConcurrentHashMap<>();

    public LogFeeds(Journal.Sink log) {
        this.log = log;
    }

    /// Shows the journal as it goes on.
    ///
    /// @param verbosity as the number of letters v: 0 NOTICE and above, 1 VERBOSE as well, 2 DEBUG
    /// @param reader is told each line, in a thread that may wait
    /// @return to be closed when nobody reads any more
    public Feed watch(int verbosity, Consumer<String> reader) {
        var feed =
                new Feed(
                        reader,
                        lost -> lost + " lines of the log are left out: too many at once",
                        feeds::remove);
        feeds.put(feed, level(verbosity));
        return feed;
    }

    private static Journal.Level level(int verbosity) {
        return switch (verbosity) {
            case 0 -> Journal.Level.NOTICE;
            case 1 -> Journal.Level.VERBOSE;
            default -> Journal.Level.DEBUG;
        };
    }

    @Override
    public void logged(Journal.Level level, String text) {
        log.logged(level, text);
        feeds.forEach(
                (feed, least) -> {
                    if (level.compareTo(least) >= 0) {
                        feed.offer(words(level, text));
                    }
                });
    }

    @Override
    public boolean hears(Journal.Level level) {
        return log.hears(level) || (!feeds.isEmpty() && somebodyReads(level));
    }

    private boolean somebodyReads(Journal.Level level) {
        return feeds.values().stream().anyMatch(least -> level.compareTo(least) >= 0);
    }

    /// As Asterisk's console has it: steps of calls begin with two dashes.
    private static String words(Journal.Level level, String text) {
        return level == Journal.Level.VERBOSE ? "    -- " + text : level + ": " + text;
    }

    @Override
    public void happened(ExchangeEvent event) {
        log.happened(event);
    }
}
