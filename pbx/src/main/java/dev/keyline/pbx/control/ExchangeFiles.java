package dev.keyline.pbx.control;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.exchange.Configuration;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Setup;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.Names;
import dev.keyline.pbx.store.FolderRecordings;
import dev.keyline.pbx.store.FolderSounds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes an exchange of the files that Asterisk has, and reads them again.
public final class ExchangeFiles {
    private final Places places;
    private final HeldKeys keys;
    private final Journal journal;

    /// Reads the key directory, and says which keys cannot be used.
    public ExchangeFiles(Places places, Journal journal) {
        this.places = places;
        this.journal = journal;
        this.keys = new HeldKeys(KeyRing.load(places.keys()));
        tellKeys();
    }

    private void tellKeys() {
        keys.ring().refusals().forEach(refusal -> journal.warning(refusal.message()));
        keys.ring()
                .locked()
                .forEach(
                        locked ->
                                journal.notice(
                                        "Key '"
                                                + locked.name()
                                                + "' needs passcode: start with -i to be asked for it"));
    }

    /// What opening came to.
    public sealed interface Opened {
        record Ready(Exchange exchange) implements Opened {}

        /// The files are missing or unreadable.
        record Refused(List<Problem> problems) implements Opened {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Makes an exchange.
    ///
    /// @param chance strong in life
    /// @param start the moment at the zero of the clock that will drive it
    public Opened open(Names names, RandomGenerator chance, Instant start, ZoneId zone) {
        return switch (configuration()) {
            case Configuration.Unusable(var problems) -> new Opened.Refused(problems);
            case Configuration.Usable usable ->
                    new Opened.Ready(new Exchange(setup(names, start, zone), usable, chance));
        };
    }

    private Setup setup(Names names, Instant start, ZoneId zone) {
        return new Setup(
                keys,
                new FolderSounds(places.sounds()),
                new FolderRecordings(places.sounds()),
                names,
                journal,
                start,
                zone,
                Setup.MOST_CALLS);
    }

    /// Reads the configuration files as they are now. Takes as long as the disk does; hand the
    /// outcome to [Exchange#reload] in the loop.
    public Configuration configuration() {
        return Configuration.read(new FolderTexts(places.etc()), keys);
    }

    /// Reads the key directory again; every change is said. New calls use the new keys.
    public void reloadKeys() {
        var reload = keys.ring().reload();
        reload.changes().forEach(change -> journal.notice(change.message()));
        keys.exchange(reload.ring());
    }

    /// The keys that calls use; unlock them with [HeldKeys#exchange].
    public HeldKeys keys() {
        return keys;
    }

    public Places places() {
        return places;
    }
}
