package dev.keyline.pbx.replay;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.PrivateLookup;
import dev.keyline.pbx.line.HeldKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The keys that were there when the recordings were made.
record Keys(HeldKeys ring, Answers answers) {
    private static final Path FOLDER = Path.of("../keys/src/test/resources/keys");
    private static final Map<String, String> PASSPHRASES =
            Map.of("locked", "Throwaway-pass1", "tradlocked", "Throwaway-pass2");
    private static final List<String> NAMES =
            List.of(
                    "akey",
                    "b2key",
                    "bkey",
                    "ckey",
                    "k1017",
                    "k2048",
                    "locked",
                    "trad",
                    "tradlocked",
                    "rotkey");
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    /// @param folder an empty one: a private key must be open to its owner only, and a clone of the
    ///   repository cannot say so
    static Keys in(Path folder) {
        try {
            for (var name : NAMES) {
                Files.copy(FOLDER.resolve(name + ".pub"), folder.resolve(name + ".pub"));
                var file = Files.copy(FOLDER.resolve(name + ".key"), folder.resolve(name + ".key"));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.copy(FOLDER.resolve("pk1pub.pub"), folder.resolve("pk1pub.pub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var signing = unlocked(folder).ring();
        var keys = NAMES.stream().flatMap(name -> privateKey(signing, name)).toList();
        return new Keys(held(folder), new Answers(keys));
    }

    private static Stream<RSAPrivateKey> privateKey(KeyRing ring, String name) {
        return ring.privateKey(name, THEN) instanceof PrivateLookup.Found(var key)
                ? Stream.of(key)
                : Stream.empty();
    }

    /// The same, with the locked ones unlocked.
    Keys unlocked() {
        return new Keys(unlocked(ring.ring().directory()), answers);
    }

    private static HeldKeys held(Path folder) {
        return new HeldKeys(KeyRing.load(folder), InstantSource.fixed(THEN));
    }

    private static HeldKeys unlocked(Path folder) {
        var ring = held(folder);
        PASSPHRASES.forEach((name, words) -> ring.unlock(name, words.toCharArray()));
        return ring;
    }
}
