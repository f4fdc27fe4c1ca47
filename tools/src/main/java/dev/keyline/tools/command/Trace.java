package dev.keyline.tools.command;

import dev.keyline.iax.trace.MalformedCapture;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.Secrets;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.tools.capture.Signers;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells the story of a capture.
@Command(
        name = "trace",
        description = {
            "Tell the story of a capture: a line for each frame, then each call in short.",
            "With --html, as a page for a browser; with --listen, of a running exchange.",
            "Passwords, digests, signatures and call tokens are never shown."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the capture was told",
            "1:it or the keys could not be read; the reason was said",
            "2:bad arguments"
        },
        footer = {
            "",
            "Make a capture with: tcpdump -i any -w FILE.pcap udp port 4569",
            "With --keys, each RSA answer is held against every key of the directory; with --conf,",
            "MD5 answers against every secret of the file, and encrypted calls are opened."
        })
public final class Trace implements Callable<Integer> {
    private static final long LARGEST = 1L << 30;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.pcap",
            description = "A capture in the classic pcap format.")
    private @Nullable Path file;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Check RSA answers against the keys in this directory.")
    private @Nullable Path keys;

    @Option(
            names = "--conf",
            paramLabel = "iax.conf",
            description =
                    "Check MD5 answers with the secrets in this file, and open encrypted calls.")
    private @Nullable Path conf;

    @Option(names = "--ladder", description = "Draw arrows between columns instead of lines.")
    private boolean ladder;

    @Option(names = "--json", description = "One JSON object for each frame, then for each call.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "PAGE",
            description = "Write a page for a browser instead: a ladder for each call.")
    private @Nullable Path html;

    @Option(
            names = "--listen",
            description = "Look at the port of the exchange that is running here, until Ctrl-C.")
    private boolean listens;

    @Option(
            names = "-C",
            paramLabel = "FILE",
            description = "With --listen: the asterisk.conf that the exchange serves.")
    private @Nullable Path main;

    @Option(
            names = "--write",
            paramLabel = "FILE.pcap",
            description = "With --listen: keep what is seen as a capture.")
    private @Nullable Path write;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        if (listens == (file != null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "Name either a capture or --listen");
        }
        var check = SignatureCheck.NONE;
        if (keys != null) {
            var ring = KeyRing.load(keys);
            if (ring.entries().isEmpty()) {
                return talk.fail(noKeys(ring));
            }
            check = new Signers(ring);
        }
        var secrets = conf == null ? Optional.of(Secrets.NONE) : KnownSecrets.of(conf);
        if (secrets.isEmpty()) {
            return talk.fail(conf + " cannot be read, or is no configuration file");
        }
        try {
            return file == null
                    ? listen(talk, check, secrets.get())
                    : tell(talk, file, check, secrets.get());
        } catch (MalformedCapture unreadable) {
            return talk.fail(file + ": " + unreadable.getMessage());
        } catch (IOException unreadable) {
            return talk.fail(FileTrouble.words(unreadable));
        } catch (Unservable unservable) {
            return talk.fail(String.valueOf(unservable.getMessage()));
        }
    }

    private static String noKeys(KeyRing ring) {
        return ring.refusals().isEmpty()
                ? ring.directory() + ": there is no .pub or .key file in it"
                : ring.refusals().getFirst().message();
    }

    private static List<Packet> packets(Path file) throws IOException, MalformedCapture {
        if (Files.size(file) > LARGEST) {
            throw new MalformedCapture(
                    "more than 1 GiB; cut it with `editcap -c 1000000 IN OUT` first");
        }
        var packets = Pcap.read(Files.readAllBytes(file));
        if (packets.isEmpty()) {
            throw new MalformedCapture("a capture without a single UDP datagram");
        }
        return packets;
    }

    private int tell(Talk talk, Path capture, SignatureCheck check, Secrets secrets)
            throws IOException, MalformedCapture {
        var packets = packets(capture);
        var telling = new Telling(talk, shape(), title(name(capture)), check, secrets);
        packets.forEach(telling::add);
        if (ladder && html == null) {
            Telling.ladder(talk, packets, check, secrets);
        }
        return conclude(talk, telling);
    }

    private static String name(Path capture) {
        return String.valueOf(capture.getFileName());
    }

    private Optional<String> title(String words) {
        return html == null ? Optional.empty() : Optional.of(words);
    }

    private Telling.Shape shape() {
        if (json) {
            return Telling.Shape.JSON;
        }
        return ladder || html != null ? Telling.Shape.NONE : Telling.Shape.LINES;
    }

    private int conclude(Talk talk, Telling telling) throws IOException {
        if (html == null || json) {
            telling.sumUp();
        }
        if (html != null) {
            Files.writeString(html, telling.html().orElseThrow());
            talk.say("Written to " + html + "; open it in a browser.");
        }
        return ExitCode.OK;
    }

    /// Whatever comes until somebody has seen enough; then, also after Ctrl-C, the calls in short.
    private int listen(Talk talk, SignatureCheck check, Secrets secrets)
            throws IOException, Unservable {
        var telling = new Telling(talk, shape(), title("Live, " + Instant.now()), check, secrets);
        try (var kept =
                KeptFrames.in(
                        Optional.ofNullable(write),
                        e -> talk.err().println("No more is kept: " + FileTrouble.words(e)))) {
            var listening =
                    new Listening(
                            Optional.ofNullable(main),
                            packet -> {
                                kept.add(packet);
                                synchronized (telling) {
                                    telling.add(packet);
                                }
                                talk.out().flush();
                            },
                            lost -> talk.say(lost + " datagrams are left out: too many at once"));
            var end = new AtomicBoolean();
            try (var _ = Politely.onExit(() -> conclude(talk, telling, end))) {
                listening.listen();
            }
            return conclude(talk, telling, end);
        }
    }

    private int conclude(Talk talk, Telling telling, AtomicBoolean end) {
        if (end.getAndSet(true)) {
            return ExitCode.OK;
        }
        try {
            synchronized (telling) {
                return conclude(talk, telling);
            }
        } catch (IOException cannot) {
            return talk.fail(FileTrouble.words(cannot));
        }
    }
}
