package dev.keyline.keys.ring;

import dev.keyline.keys.pem.PemPrivateKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys of one directory at one moment. Immutable, and safe to use from any thread.
///
/// The rules are Asterisk's: NAME.pub is a public key, NAME.key a private one, a link counts as
/// what it leads to, and a private key must be open to its owner only. The disk is read by
/// [#load(Path)] and [#reload()] and at no other time.
public final class KeyRing {
    private final Path directory;
    private final Optional<Refusal> trouble;
    private final SortedMap<KeyId, Slot> slots;
    private final Terms terms;

    /// @param trouble why the directory could not be read, if so
    KeyRing(
            Path directory,
            Optional<Refusal> trouble,
            Collection<? extends Slot> slots,
            Terms terms) {
        var sorted = new TreeMap<KeyId, Slot>();
        slots.forEach(slot -> sorted.put(slot.file().id(), slot));
        this.directory = directory;
        this.trouble = trouble;
        this.slots = Collections.unmodifiableSortedMap(sorted);
        this.terms = terms;
    }

    /// Reads a directory. One that cannot be read gives a ring without keys, and [#refusals()] says
    /// why.
    public static KeyRing load(Path directory) {
        try {
            var found = KeyDirectory.read(directory);
            var terms = new Terms(directory, found.terms());
            return new KeyRing(directory, Optional.empty(), found.slots(), terms);
        } catch (IOException e) {
            var why = new Refusal.NoDirectory(directory, FileReason.of(e));
            var none = new Terms(directory, Map.of());
            return new KeyRing(directory, Optional.of(why), List.of(), none);
        }
    }

    public Path directory() {
        return directory;
    }

    /// The keys that are loaded or wait for their passphrase, sorted by [KeyId].
    public List<Entry> entries() {
        return stream(Entry.class).toList();
    }

    /// The private keys that wait for their passphrase.
    public List<Entry.Locked> locked() {
        return stream(Entry.Locked.class).toList();
    }

    /// Everything that has the name of a key and cannot be used, the validity files that cannot be
    /// understood, or why the directory cannot be read. What has expired is not among them; see
    /// [#term(String)].
    public List<Refusal> refusals() {
        var files = Stream.concat(trouble.stream(), stream(Refused.class).map(Refused::why));
        return Stream.concat(files, terms.refusals()).toList();
    }

    /// From when to when the keys of a name may be used.
    public Term term(String name) {
        return terms.of(name);
    }

    /// Where the keys that have a validity file stand at a moment, by name.
    public SortedMap<String, Validity.Standing> standings(Instant moment) {
        return terms.standings(entries().stream().map(Entry::name).toList(), moment);
    }

    /// The key that checks what a remote side signed.
    ///
    /// @param name as `inkeys` has it
    /// @param moment decides whether the key is valid
    public PublicLookup publicKey(String name, Instant moment) {
        var id = new KeyId(name, KeyType.PUBLIC);
        return switch (slots.get(id)) {
            case Entry.Public(_, _, var key, var print) ->
                    terms.objection(id, moment)
                            .<PublicLookup>map(why -> new PublicLookup.OutOfTerm(key, print, why))
                            .orElseGet(() -> new PublicLookup.Found(key, print));
            case null, default -> new PublicLookup.Absent(whyNot(id));
        };
    }

    /// The key that answers for us.
    ///
    /// @param name as `outkey` or a dial string has it
    /// @param moment decides whether the key is valid
    public PrivateLookup privateKey(String name, Instant moment) {
        var id = new KeyId(name, KeyType.PRIVATE);
        var objection = terms.objection(id, moment);
        return switch (slots.get(id)) {
            case Entry _ when objection.isPresent() -> new PrivateLookup.Absent(objection.get());
            case Entry.Private(_, _, var key, _) -> new PrivateLookup.Found(key);
            case Entry.Locked(var file, _, _) -> new PrivateLookup.Locked(file.path());
            case null, default -> new PrivateLookup.Absent(whyNot(id));
        };
    }

    /// Tries one passphrase on one locked key. The array stays the caller's, who wipes it.
    ///
    /// @param name of a key in [#locked()]
    public Unlocking unlock(String name, char[] passphrase) {
        var id = new KeyId(name, KeyType.PRIVATE);
        if (!(slots.get(id) instanceof Entry.Locked locked)) {
            return new Unlocking.NotLocked(
                    slots.get(id) instanceof Entry ? Optional.empty() : Optional.of(whyNot(id)));
        }
        return switch (locked.content().unlock(passphrase)) {
            case PemPrivateKey.Usable(var key) ->
                    new Unlocking.Unlocked(
                            with(Entry.Private.of(locked.file(), locked.stamp(), key)));
            case PemPrivateKey.Unusable(var fault) ->
                    new Unlocking.StillLocked(new Refusal.BadContent(locked.file().path(), fault));
        };
    }

    /// Reads the directory again. A file that has not changed keeps its key as it is, an unlocked
    /// one open. A file that has become unusable does not take its working key away; see
    /// [Reload.Kept].
    public Reload reload() {
        return Reloading.of(this, load(directory));
    }

    private KeyRing with(Slot changed) {
        var all = new TreeMap<>(slots);
        all.put(changed.file().id(), changed);
        return new KeyRing(directory, trouble, all.values(), terms);
    }

    /// Why there is no such key.
    ///
    /// @param name of a key that is not among [#entries()]
    public Refusal absence(String name, KeyType type) {
        return whyNot(new KeyId(name, type));
    }

    private Refusal whyNot(KeyId id) {
        if (slots.get(id) instanceof Refused refused) {
            return refused.why();
        }
        return trouble.orElseGet(
                () -> new Refusal.NoFile(directory, id, slots.containsKey(id.otherHalf())));
    }

    private <T> Stream<T> stream(Class<T> kind) {
        return slots.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    Terms terms() {
        return terms;
    }

    Optional<Refusal> trouble() {
        return trouble;
    }

    SortedMap<KeyId, Slot> slots() {
        return slots;
    }

    @Nullable Slot slot(KeyId id) {
        return slots.get(id);
    }

    /// Directory and files, no key.
    @Override
    public String toString() {
        return "KeyRing[" + directory + ", " + slots.values() + "]";
    }
}
