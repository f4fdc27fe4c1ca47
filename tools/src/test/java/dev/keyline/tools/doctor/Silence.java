package dev.keyline.tools.doctor;

import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;

/// A log that nobody reads.
final class Silence implements Journal.Sink {
    @Override
    public void logged(Journal.Level level, String text) {}

    @Override
    public void happened(ExchangeEvent event) {}
}
