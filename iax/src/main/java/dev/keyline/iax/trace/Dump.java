package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.ArrayList;
import java.util.List;

/// A full frame as Asterisk's `iax2 set debug on` prints it, for eyes and scripts that have read
/// thousands of them. Passwords, answers, tokens and keys appear as their length; Asterisk prints
/// all of them but the token.
public final class Dump {
    private Dump() {}

    /// The lines for one datagram: none for voice, whose frames Asterisk does not print either, and
    /// for what is not IAX2.
    ///
    /// @param peer the other end, whoever sent it
    public static List<String> of(boolean sent, PeerEnd peer, byte[] datagram) {
        try {
            return Frame.parse(datagram) instanceof FullFrame full
                    ? lines(sent, peer, full)
                    : List.of();
        } catch (MalformedFrame _) {
            return List.of();
        }
    }

    private static List<String> lines(boolean sent, PeerEnd peer, FullFrame frame) {
        var lines = new ArrayList<String>();
        lines.add(
                "%s-Frame Retry[%s] -- OSeqno: %03d ISeqno: %03d Type: %-7s Subclass: %s"
                        .formatted(
                                sent ? "Tx" : "Rx",
                                retry(sent, frame),
                                frame.sent().value(),
                                frame.expected().value(),
                                Names.type(frame.body().type()),
                                subclass(frame.body())));
        lines.add(
                "   Timestamp: %05dms  SCall: %05d  DCall: %05d %s"
                        .formatted(
                                Integer.toUnsignedLong(frame.timestamp()),
                                frame.source().value(),
                                frame.destination().value(),
                                peer));
        fields(frame.body())
                .forEach(f -> lines.add("   %-15.15s : %s".formatted(f.name(), f.value())));
        if (lines.size() > 2) {
            lines.add("");
        }
        return lines;
    }

    /// Asterisk counts its repetitions; from outside one sees the R bit. Frames that are never
    /// repeated have -1 there.
    private static String retry(boolean sent, FullFrame frame) {
        if (!sent) {
            return frame.retry() ? "Yes" : " No";
        }
        if (frame.retry()) {
            return "001";
        }
        return isUnnumbered(frame.body()) ? "-01" : "000";
    }

    private static boolean isUnnumbered(Body body) {
        var command = body.is(FrameType.IAX) ? IaxCommand.of(body.value()) : null;
        return command != null && !command.isNumbered();
    }

    /// The elements of a frame by Asterisk's names, and their values as far as they may be shown;
    /// none unless it is of type IAX.
    public static List<Field> fields(Body body) {
        if (!body.is(FrameType.IAX)) {
            return List.of();
        }
        try {
            return Elements.parse(body.data()).list().stream()
                    .map(e -> new Field(DumpedElement.name(e), DumpedElement.value(e)))
                    .toList();
        } catch (MalformedFrame overrun) {
            return List.of(new Field("Malformed", String.valueOf(overrun.getMessage())));
        }
    }

    /// An element.
    public record Field(String name, String value) {}

    private static String subclass(Body body) {
        var type = FrameType.of(body.type());
        if (type == FrameType.IAX) {
            return command(body.value());
        }
        return type == FrameType.CONTROL
                ? indication(body.value())
                : String.valueOf(body.subclass());
    }

    private static String command(long number) {
        return number == IaxCommand.CALLTOKEN.number() ? "CTOKEN " : cut(Names.command(number));
    }

    private static String indication(long number) {
        return switch ((int) number) {
            case -1 -> "(255?)"; // STOP_SOUNDS, which has no name there
            case 6 -> "TKOFFHK";
            case 8 -> "CONGSTN";
            case 12 -> "RDKEY  ";
            case 13 -> "RDUNKEY";
            case 14 -> "PROGRES";
            case 15 -> "PROCDNG";
            case 18 -> "VIDUPDT";
            case 20 -> "SRCUPDT";
            case 21 -> "TXFER  ";
            case 22 -> "CNLINE ";
            case 23 -> "REDIR  ";
            case 24 -> "T38PARM";
            case 30 -> "INCOMPL";
            default -> cut(Names.indication(number));
        };
    }

    /// Asterisk cuts and fills the names of subclasses to seven letters.
    private static String cut(String name) {
        return name.startsWith("(") ? name : "%-7.7s".formatted(name);
    }
}
