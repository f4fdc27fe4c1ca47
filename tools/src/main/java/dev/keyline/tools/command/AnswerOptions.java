package dev.keyline.tools.command;

import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.tools.load.Answering;
import dev.keyline.tools.load.Quantities;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `keyline load --answer` does.
final class AnswerOptions {
    @Option(
            names = "--answer",
            arity = "0..1",
            fallbackValue = "127.0.0.1:4569",
            paramLabel = "HOST:PORT",
            description =
                    "Be the called side instead: answer every call there and say back what is"
                            + " heard; default: ${FALLBACK-VALUE}.")
    private @Nullable String bind;

    @Option(names = "--absorb", description = "With --answer: say nothing back.")
    private boolean absorbs;

    @Option(
            names = "--answer-after",
            paramLabel = "TIME",
            description = "With --answer: ring this long first.")
    private String after = "0";

    @Option(
            names = "--guard",
            paramLabel = "USER:[KEY]",
            description =
                    "With --answer: let in only who signs with this key (public, from --keys), or"
                            + " knows a secret (USER:SECRET). Repeatable. Without it everybody is let"
                            + " in.")
    private List<String> guards = new ArrayList<>();

    boolean isAnswering() {
        return bind != null;
    }

    /// Where to listen.
    ///
    /// @return empty if that is no address
    Optional<InetSocketAddress> address() {
        var text = String.valueOf(bind);
        int colon = text.lastIndexOf(':');
        var port = colon < 0 ? "" + PeerAddress.DEFAULT_PORT : text.substring(colon + 1);
        var host = colon < 0 ? text : text.substring(0, colon);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF || host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InetSocketAddress(host, Integer.parseInt(port)))
                .filter(it -> !it.isUnresolved());
    }

    /// The rules; empty if a guard has neither key nor secret, or a time is none.
    Optional<Answering> rules() {
        var all = new ArrayList<Guard>();
        for (var text : guards) {
            Answering.guard(text).ifPresent(all::add);
        }
        var codecs = List.of(MediaFormat.ULAW, MediaFormat.ALAW, MediaFormat.GSM, MediaFormat.SLIN);
        return Quantities.duration(after)
                .filter(_ -> all.size() == guards.size())
                .map(ringing -> new Answering(!absorbs, ringing, codecs, all));
    }

    boolean needsKeys() {
        return rules().map(it -> it.guards().stream().anyMatch(guard -> !guard.inkeys().isEmpty()))
                .orElse(false);
    }
}
