package dev.keyline.pbx.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.KeyRing;
import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Texts;
import dev.keyline.pbx.exchange.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The samples in `configs/` are the reference of options: they name each one, and they load
/// without a word.
class SampleConfigTest {
    private static final Path CONFIGS = Path.of("../configs");
    private static final Pattern OPTION = Pattern.compile("^;?([a-z_]+) =");

    @Test
    void everyOptionIsInTheSampleAndNoOther() throws IOException {
        var named = new TreeSet<String>();
        for (var line : Files.readAllLines(CONFIGS.resolve("iax.conf"))) {
            var match = OPTION.matcher(line);
            if (match.find()) {
                named.add(match.group(1));
            }
        }
        assertThat(named).isEqualTo(new TreeSet<>(IaxOptions.all().keySet()));
    }

    @Test
    void optionsWithoutEffectAreMarkedSo() throws IOException {
        var text = Files.readString(CONFIGS.resolve("iax.conf"));
        var first =
                IaxOptions.all().entrySet().stream()
                        .filter(entry -> entry.getValue() == IaxOptions.Effect.WORKS)
                        .filter(entry -> isMarkedLater(entry.getKey(), text))
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(first).as("options that work and are marked LATER").isEmpty();
    }

    @Test
    void theSamplesLoadWithoutAWord() throws Exception {
        var texts =
                Texts.of(
                        Map.of(
                                "iax.conf", Files.readString(CONFIGS.resolve("iax.conf")),
                                "extensions.conf",
                                        Files.readString(CONFIGS.resolve("extensions.conf"))));
        var configuration = Configuration.read(texts, new AnyKey());
        assertThat(configuration.problems()).extracting(Problem::toString).isEmpty();
        assertThat(configuration).isInstanceOf(Configuration.Usable.class);
    }

    /// Has a key of every name.
    private static final class AnyKey implements KeyRing {
        private final KeyPair pair;

        AnyKey() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            pair = generator.generateKeyPair();
        }

        @Override
        public Lookup<RSAPrivateKey> privateKey(String name) {
            return new Found<>((RSAPrivateKey) pair.getPrivate(), "SHA256:" + name);
        }

        @Override
        public Lookup<RSAPublicKey> publicKey(String name) {
            return new Found<>((RSAPublicKey) pair.getPublic(), "SHA256:" + name);
        }
    }

    private static boolean isMarkedLater(String option, String text) {
        return text.lines()
                .filter(line -> line.startsWith(";" + option + " ="))
                .anyMatch(line -> line.contains("; LATER"));
    }
}
