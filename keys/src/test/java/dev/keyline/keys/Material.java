package dev.keyline.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.keyline.keys.pem.PemPrivateKey;
import dev.keyline.keys.pem.PemPublicKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Objects;

/// The key files under `src/test/resources/keys`; the README there says how each was made.
public final class Material {
    /// A moment at which every key of the tests is valid that has no validity file.
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private Material() {}

    public static byte[] file(String name) {
        try (InputStream in = Material.class.getResourceAsStream("/keys/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(file(name), ISO_8859_1);
    }

    public static char[] passphrase(int number) {
        return ("Throwaway-pass" + number).toCharArray();
    }

    public static RSAPublicKey publicKey(String name) {
        return ((PemPublicKey.Usable) PemPublicKey.read(file(name))).key();
    }

    public static RSAPrivateCrtKey privateKey(String name) {
        return ((PemPrivateKey.Usable) PemPrivateKey.read(file(name))).key();
    }

    /// Copies key files into a directory, private ones with mode 0600.
    public static void copy(Path directory, String... names) throws IOException {
        for (var name : names) {
            put(directory.resolve(name), file(name));
        }
    }

    /// Writes a file, with mode 0600 if it is a private key.
    public static void put(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        chmod(file, file.toString().endsWith(".key") ? "rw-------" : "rw-r--r--");
    }

    public static void chmod(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
