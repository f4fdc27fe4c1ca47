package dev.keyline.pbx.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.pbx.line.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a folder to an exchange.
class ExchangeFilesTest {
    @TempDir private Path folder;

    private Instant date = Instant.parse("2026-06-01T12:00:00Z");
    private final List<String> log = new ArrayList<>();

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private ExchangeFiles files() {
        var sink =
                new Journal.Sink() {
                    @Override
                    public void logged(Journal.Level level, String text) {
                        log.add(level + " " + text);
                    }

                    @Override
                    public void happened(ExchangeEvent event) {}
                };
        return new ExchangeFiles(Places.within(folder), new Journal(sink), () -> date);
    }

    private static ExchangeFiles.Opened open(ExchangeFiles files) {
        return files.open(Names.NONE, new SplittableRandom(1), Instant.EPOCH, ZoneOffset.UTC);
    }

    @Test
    void aFolderBecomesAnExchange() throws IOException {
        write("iax.conf", "#include users/*.conf\n[general]\nallow=ulaw\n");
        write("users/east.conf", "[east]\ntype=user\nsecret=x\nmask=1\n");
        write("extensions.conf", "[default]\nexten => 1,1,Answer()\n");
        Files.createDirectories(folder.resolve("keys"));
        assertThat(open(files())).isInstanceOf(ExchangeFiles.Opened.Ready.class);
        assertThat(log).anyMatch(line -> line.startsWith("NOTICE users/east.conf:4: mask is read"));
    }

    @Test
    void secretsThatOthersMayReadAreSaid() throws IOException {
        write("iax.conf", "#include users/*.conf\n[general]\n");
        write("users/east.conf", "[east]\ntype=user\nsecret=opensesame\n");
        write("users/west.conf", "[west]\ntype=user\nsecret=opensesame\n");
        write("extensions.conf", "[default]\nexten => 1,1,Answer()\n");
        Files.createDirectories(folder.resolve("keys"));
        mode("users/east.conf", "rw-r--r--");
        mode("users/west.conf", "rw-r-----");
        open(files());
        assertThat(log.stream().filter(line -> line.contains("may read the secrets")))
                .singleElement()
                .asString()
                .startsWith("WARNING users/east.conf:1: ")
                .contains("chmod 640 users/east.conf")
                .doesNotContain("opensesame");
    }

    private void mode(String file, String permissions) throws IOException {
        Files.setPosixFilePermissions(
                folder.resolve(file), PosixFilePermissions.fromString(permissions));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        write("iax.conf", "[general]\n");
        assertThat(open(files()))
                .isInstanceOfSatisfying(
                        ExchangeFiles.Opened.Refused.class,
                        refused ->
                                assertThat(refused.problems().toString())
                                        .contains("extensions.conf"));
    }

    @Test
    void unusableKeysAreSaid() throws IOException {
        write("keys/bad.pub", "no key\n");
        files();
        assertThat(log).singleElement().asString().startsWith("WARNING").contains("bad.pub");
    }

    @Test
    void aMissingKeyDirectoryIsSaid() {
        files();
        assertThat(log)
                .singleElement()
                .asString()
                .contains("key directory " + folder.resolve("keys"));
    }

    @Test
    void placesFollowAsteriskConf() throws IOException {
        write(
                "asterisk.conf",
                "[directories]\nastkeydir => /srv/pbx\nastdatadir => /usr/share/asterisk\n");
        var places = Places.of(folder);
        assertThat(places.etc()).isEqualTo(folder);
        assertThat(places.keys()).isEqualTo(Path.of("/srv/pbx/keys"));
        assertThat(places.sounds()).isEqualTo(Path.of("/usr/share/asterisk/sounds"));
    }

    private Path keys(String... names) throws IOException {
        var folder = Files.createDirectories(this.folder.resolve("keys"));
        for (var name : names) {
            var wish = NewKeyPair.named(folder, name).overwriting();
            KeyPairFiles.generate(wish, new SecureRandom());
        }
        return folder;
    }

    @Test
    void aKeyLivesAsLongAsItsValidityFileSays() throws IOException {
        Files.writeString(keys("east").resolve("east.validity"), "not-after = 2026-06-30\n");
        var keys = files().keys();
        assertThat(keys.publicKey("east")).isInstanceOf(KeyRing.Found.class);
        assertThat(keys.privateKey("east")).isInstanceOf(KeyRing.Found.class);
        date = Instant.parse("2026-07-01T00:00:00Z");
        assertThat(keys.publicKey("east").objection())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("east.pub expired at 2026-06-30"));
        assertThat(keys.privateKey("east").objection())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("east.key expired at 2026-06-30"));
    }

    @Test
    void reloadingSaysEachChange_andUnlockingItsOutcome() throws IOException {
        var folder = keys("east");
        var files = files();
        keys("west");
        Files.writeString(folder.resolve("east.validity"), "not-after = 2026-06-30\n");
        Files.writeString(folder.resolve("west.validity"), "forever\n");
        Files.delete(folder.resolve("east.pub"));
        files.reloadKeys();
        assertThat(log)
                .anyMatch(line -> line.startsWith("WARNING ") && line.contains("east.pub is gone"))
                .anyMatch(line -> line.startsWith("NOTICE ") && line.endsWith("west.pub loaded"))
                .contains("NOTICE Key 'east' is valid to 2026-06-30T23:59:59Z")
                .anyMatch(
                        line ->
                                line.startsWith("WARNING ")
                                        && line.contains("west.validity line 1"));
        assertThat(files.keys().publicKey("west").objection()).isPresent();
        log.clear();
        files.unlock("nobody", "secret words".toCharArray());
        files.unlock("east", "secret words".toCharArray());
        assertThat(log).singleElement().asString().contains("no file nobody.key");
    }
}
