package dev.keyline.pbx.store;

import dev.keyline.iax.wire.PeerAddress;
import java.time.Instant;
import java.util.List;

/// Where registrations outlive the exchange. May wait for a disk: saved outside the loop.
public interface Register {
    /// A peer and where it is.
    ///
    /// @param until when it is to be forgotten
    record Entry(String peer, PeerAddress address, Instant until) {}

    /// What was kept last; nothing if it cannot be read.
    List<Entry> load();

    /// Keeps these, in place of what was kept before. Asked again only when it has answered.
    ///
    /// @return what went wrong, or an empty text
    String save(List<Entry> entries);

    /// A register held in memory.
    static Register inMemory() {
        return new Register() {
            private List<Entry> kept = List.of();

            @Override
            public List<Entry> load() {
                return kept;
            }

            @Override
            public String save(List<Entry> entries) {
                kept = List.copyOf(entries);
                return "";
            }
        };
    }
}
