package dev.keyline.tools.command;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.DialString;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.tools.phone.KeyPlaces;
import java.nio.file.Path;
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
        var isLocked = ring.locked().stream().anyMatch(locked -> locked.name().equals(name));
        var keys = new HeldKeys(isLocked ? unlocked(ring, name, talk) : ring);
        return switch (keys.privateKey(name)) {
            case KeyRing.Found<?> found ->
                    new CallerKeys(
                            keys,
                            ", with key %s (%s) from %s"
                                    .formatted(name, found.fingerprint(), directory));
            case KeyRing.Missing<?> missing ->
                    throw new Unusable("Key '" + name + "': " + missing.why());
        };
    }

    private static dev.keyline.keys.ring.KeyRing unlocked(
            dev.keyline.keys.ring.KeyRing ring, String name, Talk talk) throws Unusable {
        return switch (new Passcodes(talk).unlock(ring, name, "Passphrase for " + name + ".key")) {
            case Passcodes.Answer.Open(var open) -> open;
            case Passcodes.Answer.Locked(var why) -> throw new Unusable(why);
        };
    }
}
