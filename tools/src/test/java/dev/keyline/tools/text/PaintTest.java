package dev.keyline.tools.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaintTest {
    @Test
    void withoutColoursTextStays() {
        assertThat(new Paint(false).good("held")).isEqualTo("held");
    }

    @Test
    void colourEndsWithItsText() {
        assertThat(new Paint(true).bad("no")).isEqualTo("\u001B[31mno\u001B[0m");
    }
}
