package dev.keyline.tools.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTest {
    @Test
    void harmlessTextStays() {
        assertThat(Plain.of("Zoë 600@in")).isEqualTo("Zoë 600@in");
    }

    @Test
    void terminalIsNotSteered() {
        assertThat(Plain.of("a\u001B[2J\nb\u202Ec\u2028d")).isEqualTo("a?[2J?b?c?d");
    }
}
