package dev.keyline.tools.command;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.DialString;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.tools.phone.KeyPlaces;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// The keys of a caller. A key that was named and cannot be used ends the attempt before anybody is
/// called: whoever names a key does not want to get in without it.
///
/// @param words what to say about them
record CallerKeys(KeyRing ring, String words) {
    /// A named key that cannot be used; the message says why.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    /// The keys for a dial string; none when it names no key.
    static CallerKeys of(DialString wish, Optional<Path> directory, Talk talk) throws Unusable {
        var name = wish.key().over(Optional.empty());
        return name.isEmpty()
                ? new CallerKeys(KeyRing.EMPTY, "")
                : named(name.get(), place(directory), talk);
    }

    private static Path place(Optional<Path> directory) throws Unusable {
        var places = KeyPlaces.usual(Path.of(System.getProperty("user.home")));
        return directory
                .or(places::first)
                .orElseThrow(
                        () ->
                                new Unusable(
                                        ("There is no key directory: neither %s nor %s can be read;"
                                                        + " name one with --keys")
                                                .formatted(places.places().toArray())));
    }

    private static CallerKeys named(String name, Path directory, Talk talk) throws Unusable {
        var ring = dev.keyline.keys.ring.KeyRing.load(directory);
        var keys = new HeldKeys(ring, InstantSource.system());
        if (ring.locked().stream().anyMatch(locked -> locked.name().equals(name))) {
            unlock(keys, name, talk);
        }
        return switch (keys.privateKey(name)) {
            case KeyRing.Found<?> found ->
                    new CallerKeys(
                            keys,
                            ", with key %s (%s) from %s"
                                    .formatted(name, found.fingerprint(), directory));
            case KeyRing.OutOfTerm<?> late ->
                    throw new Unusable("Key '" + name + "': " + late.why());
            case KeyRing.Missing<?> missing ->
                    throw new Unusable("Key '" + name + "': " + missing.why());
        };
    }

    private static void unlock(HeldKeys keys, String name, Talk talk) throws Unusable {
        var passcodes = new Passcodes(talk, keys::unlock);
        var why = passcodes.ask(name, "Passphrase for " + name + ".key");
        if (why.isPresent()) {
            throw new Unusable(why.get());
        }
    }
}
