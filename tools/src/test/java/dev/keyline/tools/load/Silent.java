package dev.keyline.tools.load;

import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;

/// An exchange's journal that nobody reads.
final class Silent implements Journal.Sink {
    @Override
    public void logged(Journal.Level level, String text) {}

    @Override
    public void happened(ExchangeEvent event) {}
}
