package dev.keyline.iax.sim;

import dev.keyline.iax.trace.Packet;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// No secret, private key, token or answer to a challenge is in anything that people read: what
/// parties are told, and what a trace says of what is on the wire.
final class Discretion implements Invariant, Wire.Rule {
    /// Shorter values could stand in a line by chance.
    private static final int TELLING = 8;

    /// What is told of an answer is told soon.
    private static final int RECENT = 20;

    private final Transcript transcript;
    private final List<String> secrets;
    private final ArrayDeque<String> shown = new ArrayDeque<>();
    private int read;

    Discretion(Transcript transcript, List<String> secrets) {
        this.transcript = transcript;
        this.secrets = List.copyOf(secrets);
    }

    @Override
    public String look(Network.Passage passage, FullFrame frame) {
        values(frame).forEach(shown::add);
        while (shown.size() > RECENT) {
            shown.remove();
        }
        return "";
    }

    /// What nobody may read of a frame.
    private static List<String> values(FullFrame frame) {
        if (!frame.body().is(FrameType.IAX)) {
            return List.of();
        }
        return elements(frame)
                .filter(InformationElement::isSecret)
                .map(InformationElement::value)
                .filter(value -> value.length() >= TELLING)
                .flatMap(value -> Stream.of(value.asText(), value.asHex()))
                .toList();
    }

    private static Stream<InformationElement> elements(FullFrame frame) {
        try {
            return Elements.parse(frame.body().data()).list().stream();
        } catch (MalformedFrame encrypted) {
            return Stream.of();
        }
    }

    @Override
    public String check(Network world) {
        for (var line : transcript.since(read)) {
            if (contains(line, secrets) || contains(line, shown)) {
                return "gives something away: " + line;
            }
        }
        read = transcript.size();
        return "";
    }

    /// What a trace of all that went over the wire gives away, or nothing.
    String ofTrace(List<Packet> packets) {
        var story = new Story(SignatureCheck.NONE);
        for (var packet : packets) {
            var line = story.tell(packet).line();
            if (contains(line, secrets) || contains(line, values(packet))) {
                return "the trace gives something away: " + line;
            }
        }
        return "";
    }

    private static List<String> values(Packet packet) {
        try {
            return Frame.parse(packet.payload().toArray()) instanceof FullFrame frame
                    ? values(frame)
                    : List.of();
        } catch (MalformedFrame e) {
            throw new AssertionError("a party sent what nobody can read", e);
        }
    }

    private static boolean contains(String line, Collection<String> secrets) {
        for (var secret : secrets) {
            if (line.contains(secret)) {
                return true;
            }
        }
        return false;
    }
}
