package dev.keyline.tools.command;

import dev.keyline.tools.console.Attached;
import dev.keyline.tools.console.Prompt;
import dev.keyline.tools.serve.Serving;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/// Talks to an exchange that is running already.
///
/// @param main the `asterisk.conf` it serves
record Remote(Talk talk, Optional<Path> main) {
    /// Carries out one command.
    int run(String command) {
        try (var exchange = attach()) {
            var done = exchange.run(command, new Terminal(talk));
            return done.orElse(false) ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        } catch (Unservable unservable) {
            return talk.fail(String.valueOf(unservable.getMessage()));
        }
    }

    /// Gives the person a prompt until he leaves.
    ///
    /// @param verbosity how much of the log is shown meanwhile, as the number of letters v
    int prompt(int verbosity) {
        try (var exchange = attach()) {
            var host = InetAddress.getLocalHost().getHostName();
            Prompt.serve(exchange, history(), host, verbosity);
            return ExitCode.OK;
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        } catch (Unservable unservable) {
            return talk.fail(String.valueOf(unservable.getMessage()));
        }
    }

    private static Path history() {
        return Path.of(System.getProperty("user.home"), ".keyline_history");
    }

    private Attached attach() throws IOException, Unservable {
        var file = MainFile.of(main, MainFile.HOME);
        if (file.isEmpty()) {
            throw new IOException(
                    "there is no configuration, so no exchange to attach to; name its"
                            + " asterisk.conf with -C, or start one with keyline run");
        }
        return Attached.to(Serving.runFolder(file.get()));
    }

    /// A person who typed the command on the command line.
    private record Terminal(Talk talk) implements Attached.Person {
        @Override
        public void see(String line) {
            talk.say(line);
        }

        @Override
        public Optional<char[]> askHidden(String prompt) {
            return switch (talk.askOnce(prompt.replaceAll(": $", ""))) {
                case Talk.Given(var text) -> Optional.of(text);
                case Talk.Nothing(var why) -> {
                    talk.err().println(why);
                    yield Optional.empty();
                }
            };
        }
    }
}
