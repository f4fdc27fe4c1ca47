package dev.keyline.tools.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.call.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeypadTest {
    private static List<Optional<Command>> blocks(String digits) {
        var keypad = new Keypad(digits);
        var blocks = new ArrayList<Optional<Command>>();
        while (!keypad.isDone()) {
            blocks.add(keypad.next());
        }
        return blocks;
    }

    @Test
    void digitIsHeldForATenthOfASecond() {
        var blocks = blocks("7");
        assertThat(blocks).hasSize(10);
        assertThat(blocks.get(0)).contains(new Command.Press('7', true));
        assertThat(blocks.get(5)).contains(new Command.Press('7', false));
        assertThat(blocks.stream().flatMap(Optional::stream)).hasSize(2);
    }

    @Test
    void pauseIsHalfASecond() {
        assertThat(blocks("w")).hasSize(25).allMatch(Optional::isEmpty);
    }

    @Test
    void nothingIsDoneAtOnce() {
        assertThat(new Keypad("").isDone()).isTrue();
        assertThat(new Keypad("").next()).isEmpty();
    }
}
