package dev.keyline.tools.console;

import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The journal on its way to the log, and whoever else reads it at a console.
public final class LogFeeds implements Journal.Sink {
    private final Journal.Sink log;
    private final List<LogFeed> feeds = new CopyOnWriteArrayList<>();

    public LogFeeds(Journal.Sink log) {
        this.log = log;
    }

    /// Shows the journal as it goes on.
    ///
    /// @param verbosity as the number of letters v: 0 NOTICE and above, 1 VERBOSE as well, 2 DEBUG
    /// @param reader is told each line, in a thread that may wait
    /// @return to be closed when nobody reads any more
    public LogFeed watch(int verbosity, Consumer<String> reader) {
        var feed = new LogFeed(verbosity, reader, feeds::remove);
        feeds.add(feed);
        return feed;
    }

    @Override
    public void logged(Journal.Level level, String text) {
        log.logged(level, text);
        feeds.forEach(feed -> feed.offer(level, text));
    }

    @Override
    public void happened(ExchangeEvent event) {
        log.happened(event);
    }
}
