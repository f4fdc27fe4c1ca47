package dev.keyline.iax.sim;

import dev.keyline.iax.registration.RegistrationEvent;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whom a party of a random scene has noted as a registrar, and until when.
final class Book {
    private static final long SECOND = 1_000_000_000L;

    private record Entry(PeerAddress from, long until) {}

    private final Map<String, Entry> entries = new HashMap<>();

    void hear(RegistrationEvent event, long now) {
        switch (event) {
            case RegistrationEvent.Enrolled(var from, var name, _, int seconds) ->
                    entries.put(name, new Entry(from, now + seconds * SECOND));
            case RegistrationEvent.Released(_, var name, _) -> entries.remove(name);
            default -> {}
        }
    }

    boolean hasAt(String name, PeerAddress from, long now) {
        var entry = entries.get(name);
        return entry != null && entry.from().equals(from) && entry.until() >= now;
    }

    /// Who is noted now.
    List<String> names(long now) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().until() >= now)
                .map(Map.Entry::getKey)
                .toList();
    }
}
