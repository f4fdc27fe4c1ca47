package dev.keyline.tools;

import dev.keyline.tools.serve.Starter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.util.regex.Pattern;

/// Starts an exchange on loopback, has callers with a key hear themselves through it, and stops it,
/// while the JVM records which classes that needs and which methods are busy: the recording is the
/// start-up archive that `./keyline run` and `./keyline load` use.
final class ServingRehearsal {
    private static final Pattern PLACE = Pattern.compile("Serving (\\S+:\\d+):.*");

    private final Starter starter;

    private ServingRehearsal(Starter starter) {
        this.starter = starter;
    }

    /// What is busy shows only in more than a few calls, and in their voice.
    public static void main(String[] arguments) throws Exception {
        perform("20", "2s");
    }

    /// Sets the stage, plays, and clears it.
    ///
    /// @return the exit code of the calling side
    static int perform(String calls, String hold) throws Exception {
        try (var stage = Stage.set()) {
            var starter = new Starter(stage.folder());
            starter.write();
            return new ServingRehearsal(starter).play(calls, hold);
        }
    }

    private int play(String calls, String hold) throws Exception {
        try (var pipe = new PipedReader();
                var said = new BufferedReader(pipe)) {
            var exchange = exchange(new PrintWriter(new PipedWriter(pipe), true));
            try {
                return call(place(said), calls, hold);
            } finally {
                exchange.interrupt();
                exchange.join();
            }
        }
    }

    /// As the process does it, but on any free port and ended by an interrupt.
    private Thread exchange(PrintWriter out) {
        String[] line = {"run", "-C", starter.main().toString(), "--port", "0"};
        var program = Keyline.commandLine(line).setOut(out);
        return Thread.ofPlatform().start(() -> program.execute(line));
    }

    private static String place(BufferedReader said) throws IOException {
        var line = String.valueOf(said.readLine());
        var match = PLACE.matcher(line);
        if (!match.matches()) {
            throw new IOException("the exchange did not start: " + line);
        }
        return match.group(1);
    }

    private int call(String place, String calls, String hold) {
        String[] line = {
            "load",
            "alice:[alice]@" + place + "/600",
            "--keys",
            starter.keys().toString(),
            "--calls",
            calls,
            "--rate",
            "20",
            "--hold",
            hold,
            "-q"
        };
        return Keyline.commandLine(line).execute(line);
    }
}
