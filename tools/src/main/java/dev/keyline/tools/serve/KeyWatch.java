package dev.keyline.tools.serve;

import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Validity;
import dev.keyline.pbx.control.ExchangeFiles;
import dev.keyline.pbx.control.KeyLog;
import dev.keyline.pbx.ledger.Journal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Looks at the key directory every few seconds and reads it again when it has changed, so that a
/// new key works without anybody at the console. A directory that is just being written is left
/// alone until it has been still for one look. Also says when the time of a key comes or ends.
///
/// It looks instead of asking the system to be told: that works on every file system, network ones
/// included, and costs a directory listing.
final class KeyWatch implements AutoCloseable {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final ExchangeFiles files;
    private final KeptPasscodes passcodes;
    private final KeyLog log;
    private final Journal journal;
    private final Thread thread = Thread.ofVirtual().name("keys").unstarted(this::watch);

    private Map<String, Validity.Standing> standings = Map.of();
    private Listing loaded;
    private Listing seen;

    /// Unlocks what can be unlocked, and says which keys are not valid.
    ///
    /// @param loaded the directory just before the files were read
    KeyWatch(ExchangeFiles files, Listing loaded, KeptPasscodes passcodes, Journal journal) {
        this.files = files;
        this.passcodes = passcodes;
        this.log = new KeyLog(journal);
        this.journal = journal;
        this.loaded = loaded;
        this.seen = loaded;
        unlock();
        tellStandings();
    }

    void start() {
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PACE);
                lookAndGoOn();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// A mistake of ours in one look must not be the end of all looks.
    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException mistake) {
            journal.error("Looking at the key directory failed: " + mistake);
        }
    }

    /// One look.
    synchronized void look() {
        var now = Listing.of(files.places().keys());
        if (now.equals(seen) && !now.equals(loaded)) {
            reload();
        }
        seen = now;
        tellStandings();
    }

    /// Reads the directory now.
    synchronized Reload reload() {
        var listing = Listing.of(files.places().keys());
        var reload = files.reloadKeys();
        loaded = listing;
        unlock();
        return reload;
    }

    private void unlock() {
        for (var locked : files.keys().ring().locked()) {
            passcodes.tryOn(locked.name(), files::unlock).ifPresent(journal::warning);
        }
    }

    /// At first only those that are not valid; then every change.
    private void tellStandings() {
        var ring = files.keys().ring();
        var now = ring.standings(files.keys().dates().instant());
        var moved = new TreeMap<String, Validity.Standing>();
        now.forEach(
                (name, standing) -> {
                    if (standings.getOrDefault(name, Validity.Standing.VALID) != standing) {
                        moved.put(name, standing);
                    }
                });
        standings = now;
        log.moved(ring, moved);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
