package dev.keyline.pbx.replay;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Kinds of full frames, by the names under which the tables have them.
final class Kinds {
    static final String STOP_SOUNDS = "CONTROL -1";

    /// What either side sends when it likes, or as often as it likes: no answer to anything, and no
    /// harm when it is missing.
    private static final Set<String> FREE =
            Set.of("ACK", "VNAK", "PING", "LAGRQ", "VOICE", "RTKEY", STOP_SOUNDS);

    /// Part of a transfer is repeated until the other side has seen it.
    private static final Set<String> REPEATED = Set.of("TXREQ", "TXCNT", "TXACC", "TXREADY");

    private Kinds() {}

    static String of(FullFrame frame) {
        var body = frame.body();
        var type = FrameType.of(body.type());
        return switch (type) {
            case null -> "frame type " + body.type();
            case IAX -> {
                var command = IaxCommand.of(body.value());
                yield command == null ? "command " + body.value() : command.name();
            }
            case DTMF_BEGIN, DTMF_END -> type + " " + (char) body.value();
            case CONTROL -> type + " " + body.value();
            default -> type.name();
        };
    }

    static boolean isFree(String kind) {
        return FREE.contains(kind);
    }

    static boolean isRepeated(String kind) {
        return REPEATED.contains(kind);
    }

    static boolean isNumbered(FullFrame frame) {
        var command = IaxCommand.of(frame.body().value());
        return !frame.body().is(FrameType.IAX) || command == null || command.isNumbered();
    }

    /// Whether a frame begins something, and brings no token yet.
    static boolean opens(FullFrame frame) {
        return Set.of("NEW", "REGREQ", "REGREL", "POKE").contains(of(frame))
                && frame.destination().isNone()
                && value(frame, ElementId.CALLTOKEN).filter(token -> !token.isEmpty()).isEmpty();
    }

    /// Whether a frame begins something that is done now and then of itself.
    static boolean keepsUp(FullFrame frame) {
        return frame.destination().isNone() && !of(frame).equals("NEW");
    }

    static List<InformationElement> elements(FullFrame frame) {
        if (!frame.body().is(FrameType.IAX)) {
            return List.of();
        }
        try {
            return Elements.parse(frame.body().data()).list();
        } catch (MalformedFrame e) {
            throw new AssertionError(of(frame), e);
        }
    }

    static Optional<Bytes> value(FullFrame frame, ElementId id) {
        return elements(frame).stream()
                .filter(element -> element.id() == id.number())
                .map(InformationElement::value)
                .findFirst();
    }
}
