package dev.keyline.tools.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WrapTest {
    @Test
    void breaksAtBlanks() {
        assertThat(Wrap.lines("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void lineMayBeFull() {
        assertThat(Wrap.lines("one two", 7)).containsExactly("one two");
    }

    @Test
    void longWordHasALineOfItsOwn() {
        assertThat(Wrap.lines("a SHA256:abcdefgh b", 5))
                .containsExactly("a", "SHA256:abcdefgh", "b");
    }
}
