package dev.keyline.tools.serve;

import dev.keyline.keys.genkey.Generated;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.tools.text.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/// The configuration for who has none: one user with a key of her own, four extensions, this
/// machine only. What is there already is left as it is.
///
/// @param home where it goes
public record Starter(Path home) {
    private static final List<String> FILES =
            List.of("asterisk.conf", "iax.conf", "extensions.conf");
    private static final String OWNER = "alice";

    public Path main() {
        return home.resolve("asterisk.conf");
    }

    public Path keys() {
        return home.resolve("keys");
    }

    /// Writes what is missing.
    ///
    /// @throws IOException when it cannot be written
    public void write() throws IOException {
        closed(home);
        closed(keys());
        Rising.write(home.resolve("sounds"));
        if (!Files.exists(keys().resolve(OWNER + ".key"))) {
            makeKey();
        }
        for (var name : FILES) {
            var file = home.resolve(name);
            if (!Files.exists(file)) {
                Files.writeString(file, text(name), StandardOpenOption.CREATE_NEW);
            }
        }
    }

    private String text(String name) {
        return Template.fill(Starter.class, "starter/" + name, Map.of("HOME", home.toString()));
    }

    /// A directory that only its owner may look into.
    private static void closed(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void makeKey() throws IOException {
        var made = KeyPairFiles.generate(NewKeyPair.named(keys(), OWNER), new SecureRandom());
        if (made instanceof Generated.Refused(var why)) {
            throw new IOException(why.message());
        }
    }
}
