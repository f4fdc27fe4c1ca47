package dev.keyline.keys.pem;

import static dev.keyline.keys.Material.privateKey;
import static dev.keyline.keys.Material.publicKey;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// openssl as an independent writer and reader. Its passphrase holds two letters outside ASCII,
/// because that is where readers differ.
class OpenSslTest {
    private static final String PASSPHRASE = "Grün ist die Höhe";

    /// Not on the command line, where letters outside ASCII depend on the locale.
    private static final String PASS_FILE = "file:passphrase";

    @TempDir Path directory;

    @BeforeEach
    void openssl() throws IOException {
        OpenSsl.required();
        Files.writeString(directory.resolve("passphrase"), PASSPHRASE + "\n");
    }

    private PemPrivateKey read(String file) throws Exception {
        return PemPrivateKey.read(Files.readAllBytes(directory.resolve(file)));
    }

    private void isTheKeyOf(PemPrivateKey ours, String file, String... options) throws Exception {
        var command = new ArrayList<>(List.of("rsa", "-in", file, "-noout", "-modulus"));
        command.addAll(List.of(options));
        var modulus =
                OpenSsl.ok(directory, command.toArray(String[]::new))
                        .strip()
                        .replace("Modulus=", "");

        assertThat(ours)
                .isInstanceOfSatisfying(
                        PemPrivateKey.Usable.class,
                        usable ->
                                assertThat(usable.key().getModulus().toString(16))
                                        .isEqualToIgnoringCase(modulus));
    }

    @Test
    void genrsa_isRead() throws Exception {
        OpenSsl.ok(directory, "genrsa", "-out", "k.key", "1024");

        isTheKeyOf(read("k.key"), "k.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-des3", "-aes128", "-aes192", "-aes256"})
    void genrsaWithAPassphrase_opens(String cipher) throws Exception {
        OpenSsl.ok(directory, "genrsa", cipher, "-passout", PASS_FILE, "-out", "k.key", "1024");
        var locked = (PemPrivateKey.Locked) read("k.key");

        isTheKeyOf(locked.unlock(PASSPHRASE.toCharArray()), "k.key", "-passin", PASS_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-des3", "-aes128", "-aes192", "-aes256"})
    void theTraditionalForm_opens(String cipher) throws Exception {
        OpenSsl.ok(directory, "genrsa", "-out", "plain.key", "1024");
        OpenSsl.ok(
                directory,
                "rsa",
                "-in",
                "plain.key",
                "-traditional",
                cipher,
                "-passout",
                PASS_FILE,
                "-out",
                "k.key");
        var locked = (PemPrivateKey.Locked) read("k.key");

        assertThat(locked.protection()).startsWith("DEK-Info");
        isTheKeyOf(locked.unlock(PASSPHRASE.toCharArray()), "k.key", "-passin", PASS_FILE);
    }

    @Test
    void theTraditionalFormWithoutPassphrase_isRead() throws Exception {
        OpenSsl.ok(directory, "genrsa", "-traditional", "-out", "k.key", "1024");

        assertThat(Files.readString(directory.resolve("k.key")))
                .startsWith("-----BEGIN RSA PRIVATE KEY-----");
        isTheKeyOf(read("k.key"), "k.key");
    }

    @ParameterizedTest
    @EnumSource
    void whatWeLock_opensslOpensAndFindsSound(PemCipher cipher) throws Exception {
        var locks =
                List.of(
                        new Lock.Pkcs8(cipher, Prf.HMAC_SHA1, 1000),
                        new Lock.Pkcs8(cipher, Prf.HMAC_SHA256, 2048),
                        new Lock.Traditional(cipher));
        for (var lock : locks) {
            var text =
                    PemText.locked(
                            privateKey("akey.key"),
                            lock,
                            PASSPHRASE.toCharArray(),
                            new SecureRandom());
            Files.write(directory.resolve("k.key"), text);

            assertThat(
                            OpenSsl.ok(
                                    directory, "rsa", "-check", "-noout", "-in", "k.key", "-passin",
                                    PASS_FILE))
                    .contains("RSA key ok");
        }
    }

    @Test
    void whatWeWriteOpen_opensslReads() throws Exception {
        for (var text :
                List.of(
                        PemText.of(privateKey("akey.key")),
                        PemText.pkcs1(privateKey("akey.key")))) {
            Files.write(directory.resolve("k.key"), text);
            assertThat(OpenSsl.ok(directory, "rsa", "-check", "-noout", "-in", "k.key"))
                    .contains("RSA key ok");
            assertThat(OpenSsl.ok(directory, "rsa", "-pubout", "-in", "k.key"))
                    .contains(new String(PemText.of(publicKey("akey.pub")), US_ASCII));
        }
        Files.write(directory.resolve("k.pub"), PemText.pkcs1(publicKey("akey.pub")));
        OpenSsl.ok(directory, "rsa", "-RSAPublicKey_in", "-noout", "-in", "k.pub");
    }
}
