package dev.keyline.tools.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.keys.ring.Unlocking;
import dev.keyline.pbx.control.ExchangeFiles;
import dev.keyline.pbx.control.Places;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The watch over the key directory, look by look.
final class KeyWatchTest {
    private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir private Path folder = Path.of("");

    private final List<String> log = new ArrayList<>();
    private Instant date = JUNE;

    private final Journal journal =
            new Journal(
                    new Journal.Sink() {
                        @Override
                        public void logged(Journal.Level level, String text) {
                            log.add(level + " " + text);
                        }

                        @Override
                        public void happened(ExchangeEvent event) {}
                    });

    private Path keys() throws IOException {
        return Files.createDirectories(folder.resolve("keys"));
    }

    private void make(NewKeyPair wish) {
        KeyPairFiles.generate(wish.overwriting(), new SecureRandom());
    }

    private KeyWatch watch(KeptPasscodes passcodes) throws IOException {
        var listing = Listing.of(keys());
        var files = new ExchangeFiles(Places.within(folder), journal, () -> date);
        return new KeyWatch(files, listing, passcodes, journal);
    }

    @Test
    void aChange_isReadOnceTheDirectoryIsStill() throws IOException {
        var watch = watch(KeptPasscodes.NONE);
        watch.look();
        make(NewKeyPair.named(keys(), "east"));
        watch.look();
        assertThat(log).as("still being written, perhaps").isEmpty();
        watch.look();
        assertThat(log)
                .hasSize(2)
                .allMatch(line -> line.startsWith("NOTICE "))
                .allMatch(line -> line.endsWith(" loaded"));
        watch.look();
        watch.look();
        assertThat(log).hasSize(2);
    }

    @Test
    void whatBecameUnreadable_keepsItsKey() throws IOException {
        make(NewKeyPair.named(keys(), "east"));
        var watch = watch(KeptPasscodes.NONE);
        Files.writeString(keys().resolve("east.pub"), "junk");
        watch.look();
        watch.look();
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("WARNING ")
                .contains("east.pub is not PEM", "stays in use");
    }

    @Test
    void theEndOfAKey_isSaidOnce() throws IOException {
        make(NewKeyPair.named(keys(), "east"));
        Files.writeString(keys().resolve("east.validity"), "not-after = 2026-06-02\n");
        var watch = watch(KeptPasscodes.NONE);
        watch.look();
        assertThat(log).isEmpty();
        date = Instant.parse("2026-06-03T00:00:00Z");
        watch.look();
        watch.look();
        assertThat(log)
                .containsExactly(
                        "WARNING Key 'east' has expired and is no longer used"
                                + " (to 2026-06-02T23:59:59Z)");
        date = JUNE;
        watch.look();
        assertThat(log.getLast()).startsWith("NOTICE Key 'east' is valid now");
    }

    @Test
    void whatIsNotValid_isSaidAtTheStart() throws IOException {
        make(NewKeyPair.named(keys(), "east"));
        Files.writeString(keys().resolve("east.validity"), "not-before = 2027-01-01\n");
        watch(KeptPasscodes.NONE);
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("WARNING Key 'east' is not valid yet");
    }

    @Test
    void keptPassphrases_unlockAtTheStart_andAfterAChange() throws Exception {
        make(NewKeyPair.named(keys(), "east").lockedWith("open sesame".toCharArray()));
        var kept =
                KeptPasscodes.of(Optional.empty(), Map.of("KEYLINE_PASSCODE_EAST", "open sesame"));
        var watch = watch(kept);
        assertThat(log).last().isEqualTo("NOTICE Key 'east' is unlocked");
        log.clear();
        make(NewKeyPair.named(keys(), "east").lockedWith("open sesame".toCharArray()));
        assertThat(watch.reload().ring().locked()).hasSize(1);
        assertThat(log).last().isEqualTo("NOTICE Key 'east' is unlocked");
    }

    @Test
    void aPassphraseThatDoesNotOpen_isSaid_andTheWayOfTheConsoleIsOpen() throws Exception {
        make(NewKeyPair.named(keys(), "east").lockedWith("open sesame".toCharArray()));
        watch(KeptPasscodes.of(Optional.empty(), Map.of("KEYLINE_PASSCODE_EAST", "wrong")));
        assertThat(log)
                .contains("WARNING the variable KEYLINE_PASSCODE_EAST does not open key 'east'")
                .anyMatch(line -> line.startsWith("WARNING Key load PRIVATE 'east' failed"))
                .noneMatch(line -> line.contains("wrong"));
        var files = new ExchangeFiles(Places.within(folder), journal, () -> date);
        assertThat(files.unlock("east", "open sesame".toCharArray()))
                .isInstanceOf(Unlocking.Unlocked.class);
        assertThat(files.keys().ring().locked()).isEmpty();
    }
}
