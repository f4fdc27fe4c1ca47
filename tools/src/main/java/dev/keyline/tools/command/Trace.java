package dev.keyline.tools.command;

import dev.keyline.iax.trace.Ladder;
import dev.keyline.iax.trace.MalformedCapture;
import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.tools.capture.Exchanges;
import dev.keyline.tools.capture.Signers;
import dev.keyline.tools.text.FileTrouble;
import dev.keyline.tools.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells the story of a capture.
@Command(
        name = "trace",
        description = {
            "Tell the story of a capture: a line for each frame, then each call in short.",
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
            "With --keys, each RSA answer is held against every key of the directory."
        })
public final class Trace implements Callable<Integer> {
    private static final long LARGEST = 1L << 30;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE.pcap", description = "A capture in the classic pcap format.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Check RSA answers against the keys in this directory.")
    private @Nullable Path keys;

    @Option(names = "--ladder", description = "Draw arrows between columns instead of lines.")
    private boolean ladder;

    @Option(names = "--json", description = "One JSON object for each frame, then for each call.")
    private boolean json;

    @Override
    public Integer call() {
        var talk = Talk.of(spec);
        var check = SignatureCheck.NONE;
        if (keys != null) {
            var ring = KeyRing.load(keys);
            if (ring.entries().isEmpty()) {
                return talk.fail(noKeys(ring));
            }
            check = new Signers(ring);
        }
        try {
            return tell(talk, packets(file), check);
        } catch (MalformedCapture unreadable) {
            return talk.fail(file + ": " + unreadable.getMessage());
        } catch (IOException unreadable) {
            return talk.fail(FileTrouble.words(unreadable));
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

    private int tell(Talk talk, List<Packet> packets, SignatureCheck check) {
        var exchanges = new Exchanges(check);
        var story = Story.of(packets, check);
        story.forEach(exchanges::hear);
        if (json) {
            story.forEach(told -> talk.say(json(told).toString()));
            exchanges.all().forEach(matter -> talk.say(matter.json().toString()));
        } else {
            (ladder ? Ladder.of(packets, check).stream() : story.stream().map(Told::line))
                    .forEach(talk::say);
            exchanges.all().forEach(matter -> talk.say("\n" + matter.words().stripTrailing()));
        }
        talk.out().flush();
        return ExitCode.OK;
    }

    private static Json json(Told told) {
        var json =
                new Json()
                        .with("seconds", told.nanos() / 1e9)
                        .with("from", told.from())
                        .with("to", told.to());
        if (told.frame().isPresent() && told.frame().get() instanceof FullFrame full) {
            json.with("source", full.source().value())
                    .with("destination", full.destination().value())
                    .with("sent", full.sent().value())
                    .with("expected", full.expected().value());
        }
        return json.with("words", told.words()).with("remarks", told.remarks());
    }
}
