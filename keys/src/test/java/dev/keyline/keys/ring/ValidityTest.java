package dev.keyline.keys.ring;

import static dev.keyline.keys.Material.copy;
import static dev.keyline.keys.Material.passphrase;
import static dev.keyline.keys.Material.publicKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTest {
    private static final Path FILE = Path.of("akey.validity");
    private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00Z");
    private static final String OF_2026 = "not-before = 2026-01-01\nnot-after = 2026-12-31\n";

    @TempDir Path directory;

    @BeforeEach
    void keys() throws IOException {
        copy(directory, "akey.pub", "akey.key", "bkey.pub", "locked.key");
    }

    private KeyRing ring(String validity) throws IOException {
        Files.writeString(directory.resolve(FILE), validity);
        return KeyRing.load(directory);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    private static String why(PublicLookup lookup) {
        assertThat(lookup).isInstanceOf(PublicLookup.OutOfTerm.class);
        return ((PublicLookup.OutOfTerm) lookup).why().message();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59Z, NOT_YET_VALID",
        "2026-01-01T00:00:00Z, VALID",
        "2026-12-31T23:59:59Z, VALID",
        "2027-01-01T00:00:00Z, EXPIRED"
    })
    void daysAreWhole(String moment, Validity.Standing standing) {
        assertThat(((Validity) ValidityFile.parse(FILE, OF_2026)).at(at(moment)))
                .isEqualTo(standing);
    }

    @Test
    void commentsBlanksAndInstants() {
        var text = "# of the branch\n\n  not-after = 2026-06-01T14:00:00+02:00 ; noon\r\n";
        assertThat(ValidityFile.parse(FILE, text))
                .isEqualTo(new Validity(Optional.empty(), Optional.of(JUNE)))
                .hasToString("to 2026-06-01T12:00:00Z");
        assertThat(Validity.ALWAYS).hasToString("without limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-after = 2026-13-01",
                "not-after = 31.12.2026",
                "not-after",
                "not-after =",
                "notafter = 2026-12-31",
                "Not-After = 2026-12-31",
                "expires = 2026-12-31",
                "not-before = 2026-12-31T12:00:00",
            })
    void aLineWithAMistake_isNamed(String line) {
        var read = ValidityFile.parse(FILE, "# first\n" + line + "\n");
        assertThat(read).isInstanceOf(Term.Malformed.class);
        assertThat(((Term.Malformed) read).why().message())
                .startsWith("akey.validity line 2 ")
                .endsWith(": its keys are not used until this is mended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "not-before = 2026-02-01\nnot-after = 2026-01-01\n",
                "not-after = 2026-02-01\nnot-after = 2026-02-01\n"
            })
    void aFileThatSaysNothingSensible_closesItsKeys(String text) throws IOException {
        var ring = ring(text);
        assertThat(why(ring.publicKey("akey", JUNE))).contains("akey.validity");
        assertThat(ring.privateKey("akey", JUNE)).isInstanceOf(PrivateLookup.Absent.class);
        assertThat(ring.publicKey("bkey", JUNE)).isInstanceOf(PublicLookup.Found.class);
        assertThat(ring.refusals()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeRead_closesItsKeys() throws IOException {
        Files.createDirectory(directory.resolve(FILE));
        assertThat(why(KeyRing.load(directory).publicKey("akey", JUNE))).contains("cannot be read");
    }

    @Test
    void tooLarge_closesItsKeys() throws IOException {
        assertThat(why(ring("#".repeat(70_000)).publicKey("akey", JUNE))).contains("too large");
    }

    @Test
    void whatHasExpired_isRefusedByName() throws IOException {
        var ring = ring(OF_2026);
        var late = at("2027-06-01T00:00:00Z");
        assertThat(ring.publicKey("akey", late))
                .isEqualTo(
                        new PublicLookup.OutOfTerm(
                                publicKey("akey.pub"),
                                Fingerprint.of(publicKey("akey.pub")),
                                new Refusal.Expired(
                                        directory.resolve("akey.pub"),
                                        at("2026-12-31T23:59:59Z"))));
        assertThat(ring.privateKey("akey", late))
                .isInstanceOfSatisfying(
                        PrivateLookup.Absent.class,
                        absent ->
                                assertThat(absent.why().message())
                                        .contains("akey.key expired at 2026-12-31T23:59:59Z"));
        assertThat(ring.publicKey("akey", JUNE)).isInstanceOf(PublicLookup.Found.class);
        assertThat(ring.refusals()).isEmpty();
    }

    @Test
    void whatIsNotYetValid_isRefusedByName() throws IOException {
        assertThat(ring(OF_2026).publicKey("akey", at("2025-06-01T00:00:00Z")))
                .isInstanceOfSatisfying(
                        PublicLookup.OutOfTerm.class,
                        early ->
                                assertThat(early.why().message())
                                        .contains("is not valid before 2026-01-01T00:00:00Z"));
    }

    @Test
    void aLockedKeyThatHasExpired_isExpired() throws IOException {
        Files.writeString(directory.resolve("locked.validity"), OF_2026);
        assertThat(KeyRing.load(directory).privateKey("locked", at("2027-06-01T00:00:00Z")))
                .isInstanceOf(PrivateLookup.Absent.class);
    }

    @Test
    void aReload_takesAndDropsLimits() throws IOException {
        var ring = KeyRing.load(directory);
        Files.writeString(directory.resolve(FILE), OF_2026);
        var limited = ring.reload();
        assertThat(limited.changes())
                .extracting(Reload.Change::message)
                .containsExactly(
                        "Key 'akey' is valid from 2026-01-01T00:00:00Z to 2026-12-31T23:59:59Z");
        assertThat(limited.ring().standings(at("2027-06-01T00:00:00Z")))
                .isEqualTo(Map.of("akey", Validity.Standing.EXPIRED));
        Files.delete(directory.resolve(FILE));
        assertThat(limited.ring().reload().changes())
                .extracting(Reload.Change::message)
                .containsExactly("Key 'akey' is valid without limit");
    }

    @Test
    void aMistakeAtAReload_closes_andMendingIt_opensWithoutPassphrase() throws IOException {
        var ring =
                ((Unlocking.Unlocked) KeyRing.load(directory).unlock("locked", passphrase(1)))
                        .ring();
        var file = directory.resolve("locked.validity");
        Files.writeString(file, "not-after = soon\n");
        var closed = ring.reload();
        assertThat(closed.changes()).hasSize(1).allMatch(Reload.Change::isTrouble);
        assertThat(closed.ring().privateKey("locked", JUNE))
                .isInstanceOf(PrivateLookup.Absent.class);
        Files.writeString(file, OF_2026);
        assertThat(closed.ring().reload().ring().privateKey("locked", JUNE))
                .isInstanceOf(PrivateLookup.Found.class);
    }

    @Test
    void aDirectoryThatCannotBeRead_changesNoLimit() throws IOException {
        var ring = ring(OF_2026);
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
        assertThat(ring.reload().ring().term("akey")).isEqualTo(ring.term("akey"));
    }

    @Test
    void theSample_isWhatItSays() {
        assertThat(ValidityFile.read(Path.of("../configs/east.validity")))
                .hasToString("from 2026-01-01T00:00:00Z to 2026-12-31T22:00:00Z");
    }

    @Property(tries = 200)
    void whatIsWritten_isRead(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long length) {
        var validity =
                new Validity(
                        Optional.of(Instant.ofEpochSecond(start)),
                        Optional.of(Instant.ofEpochSecond(start + length)));
        assertThat(ValidityFile.parse(FILE, ValidityFile.text(validity))).isEqualTo(validity);
    }
}
