package dev.keyline.tools.command;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.call.DialString;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.tools.phone.KeyPlaces;
import dev.keyline.tools.phone.RingOnDisk;
import java.nio.file.Path;
import java.util.Arrays;
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
        var ring = new RingOnDisk(dev.keyline.keys.ring.KeyRing.load(directory));
        var open = ring.isLocked(name) ? unlocked(ring, name, talk) : ring;
        return switch (open.privateKey(name)) {
            case KeyRing.Found<?> found ->
                    new CallerKeys(
                            open,
                            ", with key %s (%s) from %s"
                                    .formatted(name, found.fingerprint(), directory));
            case KeyRing.Missing<?> missing ->
                    throw new Unusable("Key '" + name + "': " + missing.why());
        };
    }

    private static RingOnDisk unlocked(RingOnDisk ring, String name, Talk talk) throws Unusable {
        return switch (talk.askOnce("Passphrase for " + name + ".key")) {
            case Talk.Nothing(var why) ->
                    throw new Unusable("Key '" + name + "' is locked. " + why);
            case Talk.Given(var text) -> unlocked(ring, name, text);
        };
    }

    private static RingOnDisk unlocked(RingOnDisk ring, String name, char[] passphrase)
            throws Unusable {
        try {
            return switch (ring.keys().unlock(name, passphrase)) {
                case Unlocking.Unlocked(var open) -> new RingOnDisk(open);
                case Unlocking.StillLocked(var why) -> throw new Unusable(why.message());
                case Unlocking.NotLocked _ -> ring;
            };
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
