package dev.keyline.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On the one signed jar that the program has.
final class UnsignedTest {
    private static final String ENTRY = "org/bouncycastle/util/Arrays.class";

    private final Path jar;

    UnsignedTest(@TempDir Path folder) {
        this.jar = folder.resolve("signed.jar");
    }

    @BeforeEach
    void copied() throws IOException {
        var theirs = Arrays.class.getProtectionDomain().getCodeSource().getLocation();
        Files.copy(Path.of(URI.create(theirs.toString())), jar);
    }

    @Test
    void signatureGoesAndTheRestStays() throws IOException {
        Unsigned.main(new String[] {jar.toString()});
        try (var after = new JarFile(jar.toFile())) {
            assertThat(after.stream().filter(it -> it.getName().matches(".*\\.(SF|RSA|DSA|EC)")))
                    .isEmpty();
            assertThat(after.getManifest().getEntries()).isEmpty();
            assertThat(after.getManifest().getMainAttributes()).isNotEmpty();
            assertThat(after.isMultiRelease()).isTrue();
            assertThat(after.getEntry(ENTRY)).isNotNull();
        }
    }

    @Test
    void jarThatSomebodyChangedIsRefused() throws IOException {
        try (var inside = FileSystems.newFileSystem(jar)) {
            Files.write(inside.getPath(ENTRY), new byte[] {1, 2, 3});
        }
        assertThatThrownBy(() -> Unsigned.main(new String[] {jar.toString()}))
                .isInstanceOf(SecurityException.class);
    }
}
