package dev.keyline.iax.sim;

import dev.keyline.iax.call.CallEvent;
import java.util.ArrayList;
import java.util.List;

/// All that the parties of a scene were told, in words, but for what was said in their calls.
final class Transcript {
    private final List<String> lines = new ArrayList<>();

    void add(CallEvent event) {
        switch (event) {
            case CallEvent.Heard _, CallEvent.Missed _, CallEvent.Wrote _ -> {}
            case CallEvent.Measured _ -> {}
            default -> add(event.toString());
        }
    }

    void add(String line) {
        lines.add(line);
    }

    int size() {
        return lines.size();
    }

    /// What was told after so many lines.
    List<String> since(int lines) {
        return this.lines.subList(lines, this.lines.size());
    }
}
