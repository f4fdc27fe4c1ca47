package dev.keyline.pbx.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Lines stay lines, whatever strangers send.
class JournalTest {
    @Test
    void controlCharactersAreReplaced() {
        assertThat(Journal.clean("a\r\nb\u001b[2J\u202e\u2028c")).isEqualTo("a??b?[2J??c");
        assertThat(Journal.clean("Grüße, 世界 ☎")).isEqualTo("Grüße, 世界 ☎");
    }

    @Test
    void endlessTextsEnd() {
        assertThat(Journal.clean("x".repeat(100_000))).hasSize(2001).endsWith("…");
    }

    @Property
    void nothingThatIsWrittenHoldsAControlCharacter(@ForAll String text) {
        assertThat(Journal.clean(text).codePoints()).noneMatch(Character::isISOControl);
    }
}
