package dev.keyline.iax.cipher;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.wire.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What somebody else's decoder made of the encrypted recordings, one line for each frame.
final class Recordings {
    private static final Path FOLDER = Path.of("src/test/resources/opened");

    /// Challenge and secret of each.
    static final Map<String, Map.Entry<String, String>> KEYS =
            Map.ofEntries(
                    entry("rsaenc-peer", "21116830", "enc-secret-1"),
                    entry("rsaenc-dial", "181246474", "enc-secret-1"),
                    entry("rsaforce", "470539796", "enc-secret-1"),
                    entry("rsamd5enc-key-and-secret", "610346260", "enc-secret-2"),
                    entry("rsamd5enc-secret-only", "124095054", "enc-secret-2"),
                    entry("md5enc", "122977609", "enc-secret-3"),
                    entry("rsaenc-keyrotate-off", "146594952", "enc-secret-2"),
                    entry("rsaenc-on-trunk", "204425924", "enc-secret-1"),
                    entry("rsaenc-key-rotation", "168834878", "rotation-secret"),
                    entry("rsaenc-loss-rsa-only", "113021476", "enc-secret-1"),
                    entry("rsaenc-loss-rsa-and-md5", "934125760", "enc-secret-2"));

    private Recordings() {}

    private static Map.Entry<String, Map.Entry<String, String>> entry(
            String name, String challenge, String secret) {
        return Map.entry(name, Map.entry(challenge, secret));
    }

    static List<String> names() {
        return KEYS.keySet().stream().sorted().toList();
    }

    static Cipher key(String name) {
        var facts = Objects.requireNonNull(KEYS.get(name));
        return Cipher.from(Bytes.utf8(facts.getKey()), new Secret(facts.getValue()));
    }

    /// The lines, without those for frames in clear.
    static List<String> lines(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name + ".txt"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
