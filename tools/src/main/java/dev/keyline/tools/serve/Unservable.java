package dev.keyline.tools.serve;

import dev.keyline.pbx.conf.Problem;
import java.util.List;

/// A configuration that no exchange can run on. It is the files' fault, so it carries no stack
/// trace.
public final class Unservable extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param lines what is wrong, each with file and line where there is one
    Unservable(List<String> lines) {
        super(String.join("\n", lines), null, false, false);
    }

    static Unservable of(List<Problem> problems) {
        return new Unservable(problems.stream().map(Problem::toString).toList());
    }
}
