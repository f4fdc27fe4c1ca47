package dev.keyline.tools.command;

import dev.keyline.iax.net.Tap;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.LogSink;
import dev.keyline.tools.serve.Serving;
import dev.keyline.tools.serve.Starter;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The exchange, until somebody stops it.
@Command(
        name = "run",
        description = {
            "Serve: read Asterisk's configuration files and take calls.",
            "Without -C: HOME/asterisk.conf, else /etc/asterisk/asterisk.conf, else a starter"
                    + " configuration is written into HOME and served."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:it could not serve; the reason was said",
            "2:bad arguments",
            "130, 143:it served until Ctrl-C or SIGTERM, and hung up all calls politely"
        })
public final class Run implements Callable<Integer> {
    private static final Path SYSTEM = Path.of("/etc/asterisk/asterisk.conf");

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "-C", paramLabel = "FILE", description = "The asterisk.conf to serve.")
    private @Nullable Path main;

    @Option(
            names = "--home",
            paramLabel = "HOME",
            description = "Your own configuration; default: ~/.keyline.")
    private Path home = Path.of(System.getProperty("user.home"), ".keyline");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The UDP port, instead of bindport of iax.conf.")
    private @Nullable Integer port;

    @Option(
            names = "-i",
            description = "Ask for the passphrases of locked keys at the start, as initcrypto=yes.")
    private boolean asks;

    @Option(
            names = "--passcodes",
            paramLabel = "FILE",
            description =
                    "Unlock keys at the start by the lines NAME = PASSPHRASE of this file (mode 0600)."
                            + " The variables KEYLINE_PASSCODE_NAME and systemd credentials"
                            + " keyline.NAME do the same.")
    private @Nullable Path passcodes;

    @Option(names = "-v", description = "Log every step of the dialplan; -vv even more.")
    private boolean[] verbose = new boolean[0];

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        Verbosity.set(verbose.length);
        try (var serving = open(configuration(talk))) {
            if (asks || serving.asksPasscodes()) {
                new Passcodes(talk, serving::unlock).askAll(serving.keys().ring());
            }
            talk.say("Serving " + serving.words() + ". Ctrl-C ends.");
            talk.out().flush();
            untilStopped(talk, serving);
            return ExitCode.OK;
        } catch (Unservable unservable) {
            return talk.fail(String.valueOf(unservable.getMessage()));
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        }
    }

    private Serving open(Path configuration) throws Unservable, IOException {
        var kept = KeptPasscodes.of(Optional.ofNullable(passcodes), System.getenv());
        return Serving.open(configuration, port(), kept, new LogSink(), Tap.NONE);
    }

    private OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private Path configuration(Talk talk) throws IOException {
        if (main != null) {
            return main;
        }
        var starter = new Starter(home.toAbsolutePath());
        if (Files.isReadable(starter.main()) || !Files.isReadable(SYSTEM)) {
            return Files.exists(starter.main()) ? starter.main() : start(talk, starter);
        }
        return SYSTEM;
    }

    private Path start(Talk talk, Starter starter) throws IOException {
        starter.write();
        talk.say(
                "There was no configuration, so a small one was written into "
                        + starter.home()
                        + ":");
        talk.say("  iax.conf         who may call: alice, by her key");
        talk.say("  extensions.conf  what callers may dial: 600 echoes");
        talk.say("  keys             alice.key and alice.pub, made just now");
        talk.say(
                "Call it: keyline dial 'IAX2/alice:[alice]@127.0.0.1%s/600' --keys %s"
                        .formatted(port == null ? "" : ":" + port, starter.keys()));
        return starter.main();
    }

    /// The process is told to end by a signal, a test by an interrupt.
    private static void untilStopped(Talk talk, Serving serving) {
        try (var _ = Politely.onExit(() -> stop(talk, serving))) {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            stop(talk, serving);
        }
    }

    private static void stop(Talk talk, Serving serving) {
        serving.close();
        talk.say("Stopped.");
        talk.out().flush();
    }
}
