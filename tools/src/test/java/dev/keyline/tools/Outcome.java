package dev.keyline.tools;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What a run of the program printed and returned.
public record Outcome(int exitCode, String out, String err) {
    /// Runs the program in this process.
    public static Outcome of(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        var program = Keyline.commandLine(arguments);
        program.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = program.execute(arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }
}
