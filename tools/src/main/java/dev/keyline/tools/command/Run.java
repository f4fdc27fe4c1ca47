package dev.keyline.tools.command;

import dev.keyline.iax.net.Addresses;
import dev.keyline.iax.net.Tap;
import dev.keyline.pbx.command.Server;
import dev.keyline.pbx.ledger.Journal;
import dev.keyline.tools.console.ControlSocket;
import dev.keyline.tools.console.Feed;
import dev.keyline.tools.console.FrameFeeds;
import dev.keyline.tools.console.LogFeeds;
import dev.keyline.tools.console.Prompt;
import dev.keyline.tools.console.Running;
import dev.keyline.tools.console.SeenFrame;
import dev.keyline.tools.console.Session;
import dev.keyline.tools.serve.FrameLog;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.LogSink;
import dev.keyline.tools.serve.Serving;
import dev.keyline.tools.serve.Starter;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private static final System.Logger LOG = System.getLogger("keyline");

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "-C", paramLabel = "FILE", description = "The asterisk.conf to serve.")
    private @Nullable Path main;

    @Option(
            names = "--home",
            paramLabel = "HOME",
            description = "Your own configuration; default: ~/.keyline.")
    private Path home = MainFile.HOME;

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

    @Option(names = "-c", description = "Give a console, as keyline -r does from elsewhere.")
    private boolean console;

    @Option(names = "-f", description = "Stay in the foreground; it always does.")
    private boolean foreground;

    @Option(names = "-d", description = "Log what helps to find mistakes; as -vv.")
    private boolean debug;

    @Option(names = "-v", description = "Log every step of the dialplan; -vv even more.")
    private boolean[] verbose = new boolean[0];

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        Verbosity.set(debug ? 2 : verbose.length);
        while (true) {
            var curtain = new Curtain();
            int code = serve(talk, curtain);
            if (!curtain.isFollowed()) {
                return code;
            }
        }
    }

    private int serve(Talk talk, Curtain curtain) {
        var feeds = new LogFeeds(new LogSink());
        var frames = new FrameLog(new Journal(feeds));
        var taps = new FrameFeeds(frames);
        try (var serving = open(configuration(talk), feeds, taps);
                var control =
                        ControlSocket.open(
                                serving.runFolder(), desk(serving, frames, taps, feeds, curtain));
                var _ = Hup.calls(() -> reload(serving))) {
            if (asks || serving.asksPasscodes()) {
                new Passcodes(talk, serving::unlock).askAll(serving.keys().ring());
            }
            talk.say("Serving " + serving.words() + ". Ctrl-C ends.");
            talk.out().flush();
            return console
                    ? prompt(talk, serving, control, curtain)
                    : untilStopped(talk, serving, curtain);
        } catch (Unservable unservable) {
            return talk.fail(String.valueOf(unservable.getMessage()));
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        }
    }

    /// What SIGHUP asks of a server since there are servers.
    private static void reload(Serving serving) {
        serving.reloadKeys();
        serving.reload();
    }

    private Serving open(Path configuration, Journal.Sink sink, Tap frames)
            throws Unservable, IOException {
        var kept = KeptPasscodes.of(Optional.ofNullable(passcodes), System.getenv());
        return Serving.open(configuration, port(), kept, sink, frames);
    }

    private OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private Path configuration(Talk talk) throws IOException {
        var file = MainFile.of(Optional.ofNullable(main), home);
        return file.isPresent() ? file.get() : start(talk, new Starter(home.toAbsolutePath()));
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

    /// Serves until the person leaves the console, or tells the exchange to end.
    private int prompt(Talk talk, Serving serving, ControlSocket control, Curtain curtain)
            throws IOException {
        Thread.ofVirtual().start(() -> detach(control, curtain));
        try (var _ = Politely.onExit(() -> stop(talk, serving))) {
            return new Remote(talk, Optional.of(configuration(talk))).prompt(Prompt.NO_LOG);
        }
    }

    /// When the curtain falls, whoever sits at a console has to leave.
    private static void detach(ControlSocket control, Curtain curtain) {
        try {
            curtain.await();
            control.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "console: " + e.getMessage());
        }
    }

    private Session.Desk desk(
            Serving serving, FrameLog frames, FrameFeeds taps, LogFeeds feeds, Curtain curtain) {
        return new Session.Desk() {
            @Override
            public Server server(Function<String, Optional<char[]>> asks) {
                return new Running(
                        serving,
                        frames,
                        version(),
                        Verbosity::set,
                        (how, again) -> curtain.fall(serving, how, again),
                        asks);
            }

            @Override
            public void complain(String what) {
                LOG.log(System.Logger.Level.INFO, what);
            }

            @Override
            public Feed watch(int verbosity, Consumer<String> reader) {
                return feeds.watch(verbosity, reader);
            }

            @Override
            public Feed frames(Consumer<String> reader) {
                reader.accept(new SeenFrame.Here(Addresses.peer(serving.address())).line());
                return taps.watch(reader);
            }
        };
    }

    private String version() {
        return String.join(" ", Objects.requireNonNull(spec, "picocli sets it").root().version());
    }

    /// The process is told to end by a signal or from a console, a test by an interrupt.
    private static int untilStopped(Talk talk, Serving serving, Curtain curtain) {
        try (var _ = Politely.onExit(() -> stop(talk, serving))) {
            curtain.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        stop(talk, serving);
        return ExitCode.OK;
    }

    private static void stop(Talk talk, Serving serving) {
        serving.close();
        talk.say("Stopped.");
        talk.out().flush();
    }
}
