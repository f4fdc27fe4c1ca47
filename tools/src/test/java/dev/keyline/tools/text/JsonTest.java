package dev.keyline.tools.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void membersStandInTheirOrder() {
        var json = new Json().with("b", 1).with("a", true).with("c", List.of("x", "y"));
        assertThat(json).hasToString("{\"b\":1,\"a\":true,\"c\":[\"x\",\"y\"]}");
    }

    @Test
    void objectsAndNumbersStandInArrays() {
        var inner = new Json().with("n", 0.5).with("none", Double.NaN);
        var json = new Json().with("o", inner).with("all", List.of(inner, 3));
        assertThat(json)
                .hasToString(
                        "{\"o\":{\"n\":0.5,\"none\":null},\"all\":[{\"n\":0.5,\"none\":null},3]}");
    }

    @Test
    void nothingIsAnObjectToo() {
        assertThat(new Json()).hasToString("{}");
    }

    /// RFC 8259 §7; half of a surrogate pair is written by number, so that the line is always
    /// UTF-8.
    @Test
    void whatCannotStandIsEscaped() {
        var json = new Json().with("t", "a\"b\\c\nd\u001B[2J\uD83Dé");
        assertThat(json).hasToString("{\"t\":\"a\\\"b\\\\c\\u000ad\\u001b[2J\\ud83dé\"}");
    }
}
