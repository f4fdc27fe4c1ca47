package dev.keyline.keys.ring;

import static dev.keyline.keys.Material.copy;
import static dev.keyline.keys.Material.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysShowTest {
    @TempDir Path directory;

    /// Rows and sums as Asterisk 22.10 printed them for these files, but for its order.
    @Test
    void theTable_isAsterisks() throws Exception {
        copy(
                directory,
                "bkey.pub",
                "akey.key",
                "akey.pub",
                "k1017.pub",
                "pk1pub.pub",
                "k2048.pub",
                "locked.key");

        assertThat(KeysShow.render(KeyRing.load(directory)))
                .isEqualTo(
                        """
                        Key Name           Type     Status           Sum                             \s
                        ------------------ -------- ---------------- --------------------------------\s
                        akey               PUBLIC   [Loaded]         c5853aa3b57570e129cdece4d5e34fb6\s
                        akey               PRIVATE  [Loaded]         fb2a2ebfe85852bf1606c0ff43838634\s
                        bkey               PUBLIC   [Loaded]         874e03f92eeae9570e4dfb1e50241811\s
                        k1017              PUBLIC   [Loaded]         7b57b67927d0b322bb9d4dfe6c7c3e79\s
                        locked             PRIVATE  [Needs Passcode] c88e84368b8e2f51726bd74d063865d4\s
                        pk1pub             PUBLIC   [Loaded]         5a5d1e99a473d129a574126acd6fe716\s

                        6 known RSA keys.
                        """);
    }

    @Test
    void noKeys_isStillATable() {
        assertThat(KeysShow.render(KeyRing.load(directory)).lines())
                .hasSize(4)
                .last()
                .isEqualTo("0 known RSA keys.");
    }

    @ParameterizedTest
    @CsvSource({
        "akey.key, fb2a2ebfe85852bf1606c0ff43838634",
        "kpss.pub, 5dcbc1260f44f7681b67b5cf9bcb4842",
        "b2key.key, a6f5cc3cdcdde477016ece22540c6c5d"
    })
    void theSum_isThatOfAsterisk(String name, String sum) {
        assertThat(Stamp.of(file(name)).sum()).isEqualTo(sum);
    }

    @Test
    void aLastLineWithoutEnd_isNotInTheSum_butTheChangeIsSeen() {
        var whole = file("akey.pub");
        var more = Arrays.copyOf(whole, whole.length + 3);

        assertThat(Stamp.of(more).sum()).isEqualTo(Stamp.of(whole).sum());
        assertThat(Stamp.of(more)).isNotEqualTo(Stamp.of(whole));
        assertThat(Stamp.of("x".getBytes(StandardCharsets.US_ASCII)).sum())
                .isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    }
}
