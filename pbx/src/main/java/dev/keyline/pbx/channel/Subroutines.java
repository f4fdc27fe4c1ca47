package dev.keyline.pbx.channel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where `Gosub` came from, and what it was given: `ARG1` and so on belong to the innermost one.
public final class Subroutines {
    /// Calls within calls; a dialplan that needs more has run in a circle.
    public static final int DEEPEST = 100;

    private record Frame(Position back, Map<String, String> locals) {}

    private final Deque<Frame> frames = new ArrayDeque<>();

    /// Goes in.
    ///
    /// @param back where `Return` goes
    /// @return false when it is too deep already
    public boolean enter(Position back, List<String> arguments) {
        if (frames.size() >= DEEPEST) {
            return false;
        }
        var locals = new TreeMap<String, String>();
        locals.put("ARGC", String.valueOf(arguments.size()));
        for (int i = 0; i < arguments.size(); i++) {
            locals.put("ARG" + (i + 1), arguments.get(i));
        }
        frames.push(new Frame(back, locals));
        return true;
    }

    /// Comes out; empty when nothing was entered.
    public Optional<Position> leave() {
        return frames.isEmpty() ? Optional.empty() : Optional.of(frames.pop().back());
    }

    /// A variable of the innermost subroutine.
    public Optional<String> local(String name) {
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(frames.peek().locals().get(name));
    }

    /// Sets `LOCAL(name)`.
    ///
    /// @return false outside any subroutine
    public boolean local(String name, String value) {
        if (frames.isEmpty()) {
            return false;
        }
        frames.peek().locals().put(name, value);
        return true;
    }

    public int depth() {
        return frames.size();
    }
}
