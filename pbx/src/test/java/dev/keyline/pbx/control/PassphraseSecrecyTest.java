package dev.keyline.pbx.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.keys.genkey.KeyPairFiles;
import dev.keyline.keys.genkey.NewKeyPair;
import dev.keyline.pbx.ledger.ExchangeEvent;
import dev.keyline.pbx.ledger.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A passphrase, right or wrong, is in no line and no answer of whoever tries it on a key.
class PassphraseSecrecyTest {
    private final List<String> said = new ArrayList<>();
    private final Journal.Sink sink =
            new Journal.Sink() {
                @Override
                public void logged(Journal.Level level, String text) {
                    said.add(text);
                }

                @Override
                public void happened(ExchangeEvent event) {
                    said.add(event.toString());
                }
            };

    @Provide
    Arbitrary<String> passphrases() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(9).ofMaxLength(30);
    }

    @Property(tries = 3)
    void isNeverSaid(@ForAll("passphrases") String right, @ForAll("passphrases") String wrong)
            throws IOException {
        said.clear();
        var folder = Files.createTempDirectory("keyline-test");
        try {
            var keys = Files.createDirectory(folder.resolve("keys"));
            var wish = NewKeyPair.named(keys, "east").lockedWith(right.toCharArray());
            said.add(KeyPairFiles.generate(wish, new SecureRandom()).toString());
            said.add(wish.toString());
            var files =
                    new ExchangeFiles(
                            Places.within(folder), new Journal(sink), InstantSource.system());
            said.add(files.unlock("east", (wrong + "x").toCharArray()).toString());
            said.add(files.unlock("east", right.toCharArray()).toString());
            said.add(files.reloadKeys().toString());
            said.add(files.keys().ring().toString());
            said.add(files.keys().privateKey("east").toString());
            assertThat(said).hasSizeGreaterThan(6);
            assertThat(String.join("\n", said)).doesNotContain(right).doesNotContain(wrong);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
