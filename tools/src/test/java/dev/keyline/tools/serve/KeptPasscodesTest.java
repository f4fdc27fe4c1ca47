package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.keys.pem.Fault;
import dev.keyline.keys.ring.Refusal;
import dev.keyline.keys.ring.Unlocking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptPasscodesTest {
    @TempDir private Path folder = Path.of("");

    private final List<String> tried = new ArrayList<>();
    private final List<char[]> arrays = new ArrayList<>();

    private Path file(String text, String mode) throws IOException {
        var file = folder.resolve("passcodes");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private KeptPasscodes lines(String text) throws Exception {
        return KeptPasscodes.of(Optional.of(file(text, "rw-------")), Map.of());
    }

    private static KeptPasscodes environment(String name, String value) throws Unservable {
        return KeptPasscodes.of(Optional.empty(), Map.of(name, value));
    }

    /// A lock that no passphrase opens.
    private Optional<String> tryOn(KeptPasscodes kept, String name) {
        return kept.tryOn(
                name,
                (key, passphrase) -> {
                    tried.add(new String(passphrase));
                    arrays.add(passphrase);
                    return new Unlocking.StillLocked(
                            new Refusal.BadContent(Path.of(key), new Fault.WrongPassphrase()));
                });
    }

    @Test
    void aLineOfTheFile() throws Exception {
        var kept = lines("# passphrases\n\neast = one\n  west= two = #2; \r\n");
        assertThat(tryOn(kept, "west"))
                .hasValueSatisfying(why -> assertThat(why).contains("passcodes", "'west'"));
        assertThat(tried).containsExactly("two = #2;");
        assertThat(arrays.getFirst()).as("wiped").containsOnly('\0');
        assertThat(tryOn(kept, "north")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------"})
    void aFileThatOthersMayOpen_isRefused(String mode) throws IOException {
        var file = file("east = one\n", mode);
        assertThatThrownBy(() -> KeptPasscodes.of(Optional.of(file), Map.of()))
                .isInstanceOf(Unservable.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"east", "= one", "x = y\nsecretly"})
    void aLineThatIsNone_isNamedWithoutItsText(String text) {
        assertThatThrownBy(() -> lines(text))
                .isInstanceOf(Unservable.class)
                .hasMessageContaining("write NAME = PASSPHRASE")
                .hasMessageNotContaining("secretly");
    }

    @Test
    void twoLinesForOneKey_areNotGuessedAt() throws Exception {
        var kept = lines("east = one\neast = two\n");
        assertThat(tryOn(kept, "east"))
                .hasValueSatisfying(
                        why -> assertThat(why).contains(":2: a second").doesNotContain("two"));
        assertThat(tried).isEmpty();
    }

    @Test
    void theSample_isUnderstood() throws Exception {
        tryOn(lines(Files.readString(Path.of("../configs/passcodes"))), "east");
        assertThat(tried).containsExactly("change me");
    }

    @Test
    void aFileThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> KeptPasscodes.of(Optional.of(folder.resolve("no")), Map.of()))
                .isInstanceOf(Unservable.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void aVariable() throws Exception {
        tryOn(environment("KEYLINE_PASSCODE_EAST_1", " as it is "), "east-1");
        assertThat(tried).containsExactly(" as it is ");
    }

    @Test
    void aCredentialOfSystemd() throws Exception {
        Files.writeString(folder.resolve("keyline.east"), "one\nrest\n");
        var kept = environment("CREDENTIALS_DIRECTORY", folder.toString());
        tryOn(kept, "east");
        assertThat(tried).containsExactly("one");
        assertThat(tryOn(kept, "west")).isEmpty();
    }

    @Test
    void fileThenCredentialThenVariable() throws Exception {
        Files.writeString(folder.resolve("keyline.east"), "two");
        var all =
                Map.of(
                        "CREDENTIALS_DIRECTORY",
                        folder.toString(),
                        "KEYLINE_PASSCODE_EAST",
                        "three");
        tryOn(KeptPasscodes.of(Optional.of(file("east=one", "rw-------")), all), "east");
        assertThat(tried).containsExactly("one", "two", "three");
    }
}
