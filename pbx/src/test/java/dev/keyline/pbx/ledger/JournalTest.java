package dev.keyline.pbx.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
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

    @Test
    void aLineThatNobodyHearsIsNotMade() {
        var heard = new ArrayList<String>();
        var deaf = new AtomicBoolean(true);
        var journal =
                new Journal(
                        new Journal.Sink() {
                            @Override
                            public void logged(Journal.Level level, String text) {
                                heard.add(level + " " + text);
                            }

                            @Override
                            public boolean hears(Journal.Level level) {
                                return level == Journal.Level.VERBOSE && !deaf.get();
                            }

                            @Override
                            public void happened(ExchangeEvent event) {}
                        });
        journal.verbose(() -> fail("nobody hears this"));
        deaf.set(false);
        journal.verbose(() -> "a\nb");
        assertThat(heard).containsExactly("VERBOSE a?b");
    }
}
