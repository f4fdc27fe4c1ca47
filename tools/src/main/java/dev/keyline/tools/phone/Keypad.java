package dev.keyline.tools.phone;

import dev.keyline.iax.call.Command;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Digits to be pressed, counted in blocks of 20 ms: each goes down for 100 ms and is followed by
/// as much rest, so that a slow ear hears two equal ones apart.
public final class Keypad {
    private static final int HELD = 5;
    private static final int PAUSE = 25;

    private final Queue<Optional<Command>> blocks = new ArrayDeque<>();

    public Keypad(String digits) {
        digits.chars().forEach(digit -> add((char) digit));
    }

    private void add(char digit) {
        if (digit == 'w') {
            rest(PAUSE);
            return;
        }
        blocks.add(Optional.of(new Command.Press(digit, true)));
        rest(HELD - 1);
        blocks.add(Optional.of(new Command.Press(digit, false)));
        rest(HELD - 1);
    }

    private void rest(int count) {
        for (int i = 0; i < count; i++) {
            blocks.add(Optional.empty());
        }
    }

    /// What to do in the next block, if anything.
    public Optional<Command> next() {
        var next = blocks.poll();
        return next == null ? Optional.empty() : next;
    }

    public boolean isDone() {
        return blocks.isEmpty();
    }
}
