package dev.keyline.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// Checks the signatures of jars once, and takes them off. Where they stay, the JVM checks them at
/// every start, and takes no class of theirs into a start-up archive.
final class Unsigned {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SIGNATURES = "*.{SF,RSA,DSA,EC}";

    private Unsigned() {}

    /// Works on the files where they are.
    public static void main(String[] jars) throws IOException {
        for (var jar : jars) {
            check(Path.of(jar));
            strip(Path.of(jar));
        }
    }

    /// The platform checks an entry when it is read to its end.
    ///
    /// @throws SecurityException when it is not what was signed
    private static void check(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                try (var octets = jar.getInputStream(entry)) {
                    octets.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static void strip(Path file) throws IOException {
        try (var jar = FileSystems.newFileSystem(file);
                var signatures = Files.newDirectoryStream(jar.getPath("META-INF"), SIGNATURES)) {
            boolean signed = false;
            for (var signature : signatures) {
                Files.delete(signature);
                signed = true;
            }
            if (signed) {
                forgetDigests(jar);
            }
        }
    }

    /// What the manifest says of single entries: in a signed jar, thousands of digests.
    private static void forgetDigests(FileSystem jar) throws IOException {
        var path = jar.getPath(MANIFEST);
        var manifest = new Manifest();
        try (var in = Files.newInputStream(path)) {
            manifest.read(in);
        }
        manifest.getEntries().clear();
        try (var out = Files.newOutputStream(path)) {
            manifest.write(out);
        }
    }
}
