package dev.keyline.pbx.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Registrations on disk.
class FileRegisterTest {
    private static final Instant THEN = Instant.parse("2026-11-23T12:34:56Z");
    private static final List<Register.Entry> TWO =
            List.of(
                    new Register.Entry("branch", PeerAddress.ofIPv4("192.0.2.1", 4569), THEN),
                    new Register.Entry(
                            "a name with blanks",
                            new PeerAddress(
                                    Bytes.of(
                                            0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
                                    4570),
                            THEN));

    @TempDir private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("keyline.registrations");
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        assertThat(new FileRegister(file()).save(TWO)).isEmpty();
        assertThat(new FileRegister(file()).load()).isEqualTo(TWO);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".new"));
    }

    @Test
    void nothingIsNoMistake() {
        assertThat(new FileRegister(file()).load()).isEmpty();
    }

    /// A process that died while it wrote has left the old file whole.
    @Test
    void aHalfWrittenFileDoesNotCount() throws IOException {
        new FileRegister(file()).save(TWO);
        Files.writeString(folder.resolve("keyline.registrations.new"), "192.0.2.1 45");
        assertThat(new FileRegister(file()).load()).isEqualTo(TWO);
        assertThat(new FileRegister(file()).save(TWO.subList(0, 1))).isEmpty();
        assertThat(new FileRegister(file()).load()).isEqualTo(TWO.subList(0, 1));
    }

    @Test
    void damagedLinesAreLeftOut() throws IOException {
        Files.writeString(
                file(),
                """
                192.0.2.1 4569 2026-11-23T12:34:56Z branch
                host.example 4569 2026-11-23T12:34:56Z named
                192.0.2.1 99999 2026-11-23T12:34:56Z port
                192.0.2.1 4569 soon date
                192.0.2.1
                """);
        assertThat(new FileRegister(file()).load()).isEqualTo(TWO.subList(0, 1));
    }

    @Test
    void whatCannotBeSavedIsSaid() {
        assertThat(new FileRegister(folder.resolve("nowhere/file")).save(TWO))
                .contains("registrations cannot be kept in");
    }
}
