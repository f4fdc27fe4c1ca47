package dev.keyline.tools.demo;

import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Remembers what an exchange said about itself. It is told in the loop's thread and asked in
/// another.
final class Witness implements Journal.Sink {
    private final List<ExchangeEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    public void logged(Journal.Level level, String text) {
        if (level.compareTo(Journal.Level.NOTICE) >= 0) {
            warnings.add(level + ": " + text);
        }
    }

    @Override
    public void happened(ExchangeEvent event) {
        events.add(event);
    }

    /// The last event of a kind that is so.
    <E extends ExchangeEvent> Optional<E> last(Class<E> kind, Predicate<E> so) {
        return events.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(so)
                .findFirst();
    }

    /// The lines from NOTICE upwards.
    List<String> log() {
        return List.copyOf(warnings);
    }
}
