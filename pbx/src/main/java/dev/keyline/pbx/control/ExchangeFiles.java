package dev.keyline.pbx.control;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Reload;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.exchange.Configuration;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Setup;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.Names;
import dev.keyline.pbx.store.FileRegister;
import dev.keyline.pbx.store.FolderMailboxes;
import dev.keyline.pbx.store.FolderMusic;
import dev.keyline.pbx.store.FolderRecordings;
import dev.keyline.pbx.store.FolderSounds;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Makes an exchange of the files that Asterisk has, and reads them again.
public final class ExchangeFiles {
    private final Places places;
    private final HeldKeys keys;
    private final Journal journal;
    private final KeyLog keyLog;

    /// Reads the key directory, and says which keys cannot be used.
    ///
    /// @param dates decide whether a key has expired
    public ExchangeFiles(Places places, Journal journal, InstantSource dates) {
        this.places = places;
        this.journal = journal;
        this.keys = new HeldKeys(KeyRing.load(places.keys()), dates);
        this.keyLog = new KeyLog(journal);
        keyLog.opened(keys.ring());
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
                new FolderMusic(places.music()),
                new FileRegister(places.register()),
                new FolderMailboxes(places.voicemail()),
                names,
                journal,
                start,
                zone,
                Setup.MOST_CALLS);
    }

    /// Reads the configuration files as they are now. Takes as long as the disk does; hand the
    /// outcome to [Exchange#reload] in the loop.
    public Configuration configuration() {
        var texts = new FolderTexts(places.etc());
        return switch (Configuration.read(texts, keys)) {
            case Configuration.Unusable no -> no;
            case Configuration.Usable(var lines, var plan, var music, var problems) ->
                    new Configuration.Usable(lines, plan, music, withOpenSecrets(problems, texts));
        };
    }

    private List<Problem> withOpenSecrets(List<Problem> problems, FolderTexts texts) {
        return Stream.concat(problems.stream(), OpenSecrets.in(places.etc(), texts).stream())
                .toList();
    }

    /// Reads the key directory again; every change is said. New calls use the new keys. Takes as
    /// long as the disk does: not in the loop.
    public Reload reloadKeys() {
        return keyLog.said(keys.reload());
    }

    /// Tries a passphrase on a locked key, and says what came of it. The array stays the caller's,
    /// who wipes it. Takes up to a second: not in the loop.
    ///
    /// @param name of one of the locked keys of [HeldKeys#ring]
    public Unlocking unlock(String name, char[] passphrase) {
        return keyLog.said(name, keys.unlock(name, passphrase));
    }

    /// The keys that calls use.
    public HeldKeys keys() {
        return keys;
    }

    public Places places() {
        return places;
    }
}
