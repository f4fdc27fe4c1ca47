package dev.keyline.pbx.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.control.FolderTexts;
import dev.keyline.pbx.line.Names;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Configurations that ran on a real Asterisk when the captures of the tests were made, and our own
/// samples.
class RealConfigurationsTest {
    private static Path resource(String name) {
        try {
            var url = RealConfigurationsTest.class.getResource("/doctor/" + name);
            return Path.of(Objects.requireNonNull(url, name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Diagnosis examined(Path etc, Path keys) {
        var around =
                new Surroundings(
                        Sample.NOW, Names.NONE, Optional.empty(), Map.of(), Set.of(), false);
        return Doctor.examine(new FolderTexts(etc), KeyRing.load(keys), around);
    }

    private static List<String> found(Diagnosis diagnosis, Severity severity) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(
                        finding ->
                                finding.ailment().id()
                                        + " "
                                        + finding.spot().sections().stream().findFirst().orElse(""))
                .distinct()
                .toList();
    }

    /// A folder with these public keys, and private ones of these names.
    private static Path keys(Path folder, Path publics, String... privates) throws IOException {
        if (Files.isDirectory(publics)) {
            try (var files = Files.list(publics)) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(Objects.requireNonNull(file.getFileName())));
                }
            }
        }
        for (var name : privates) {
            var file = Files.write(folder.resolve(name + ".key"), TestPairs.privateKey(name));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "m", "r1", "r2"})
    void whatWorkedFailsNowhere(String name, @TempDir Path folder) throws IOException {
        var etc = resource(name);
        var keys =
                name.equals("r2")
                        ? keys(folder, etc.resolve("keys"), "rotkey")
                        : keys(folder, etc.resolve("keys"));
        var diagnosis = examined(etc, keys);
        assertThat(found(diagnosis, Severity.FAILS)).isEmpty();
        assertThat(found(diagnosis, Severity.DOOR)).isEmpty();
    }

    /// Each of these failed on the wire when the captures were made, or would have.
    @Test
    void whatFailedIsFound(@TempDir Path folder) throws IOException {
        var etc = resource("a");
        var diagnosis = examined(etc, keys(folder, etc.resolve("keys"), "akey"));
        assertThat(found(diagnosis, Severity.FAILS))
                .containsExactlyInAnyOrder(
                        "inkey-missing rsamulti",
                        "inkey-missing rsamiss",
                        "inkey-missing rsamissfirst",
                        "key-wrong-size k512",
                        "key-wrong-size k768",
                        "key-wrong-size k1016",
                        "key-wrong-size k1025",
                        "key-wrong-size k2048",
                        "key-wrong-size k4096",
                        "codecs-share-nothing rsanocodec",
                        "codecs-share-nothing rsaspeex16",
                        "codecs-share-nothing rsareqonly", // an Asterisk has a translator for g722
                        "auth-without-proof regnoinkeys");
        assertThat(found(diagnosis, Severity.DOOR))
                .containsExactlyInAnyOrder(
                        "inkey-not-rsa rsapss",
                        "auth-plaintext rsaall",
                        "auth-plaintext plainu",
                        "auth-plaintext iaxmodemp",
                        "auth-plaintext regplain",
                        "inkeys-without-auth rsaauto",
                        "inkeys-without-auth regbnoauth",
                        "call-tokens-off iaxmodem",
                        "call-tokens-off iaxmodemp",
                        "call-tokens-off guest",
                        "guest-without-proof guest");
    }

    @Test
    void ourSamplesFailNowhere(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("east.pub"), TestPairs.publicKey("east"));
        keys(folder, folder.resolve("none"), "west");
        var key = folder.resolve("west.key");
        Files.move(key, folder.resolve("east.key"));
        Files.write(folder.resolve("east.pub"), TestPairs.publicKey("west"));
        var around =
                new Surroundings(
                        Sample.NOW,
                        Names.of(Map.of("west.example.net", PeerAddress.ofIPv4("192.0.2.9", 4569))),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        false);
        var diagnosis =
                Doctor.examine(
                        new FolderTexts(Path.of("../configs")), KeyRing.load(folder), around);
        assertThat(diagnosis.findings())
                .map(finding -> finding.ailment().id())
                .containsExactly("key-used-both-ways");
    }
}
