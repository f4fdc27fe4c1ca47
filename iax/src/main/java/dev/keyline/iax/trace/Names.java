package dev.keyline.iax.trace;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.IaxCommand;

/// Names in full: the RFC's where it has one, otherwise Asterisk's. (Asterisk's own debug output
/// cuts them to seven letters, CTOKEN and PROGRES; a reader should not have to guess.)
public final class Names {
    private Names() {}

    /// What a body says, in one word: the command, the indication, else the type.
    public static String of(Body body) {
        var type = FrameType.of(body.type());
        if (type == null) {
            return unknown(body.type());
        }
        return switch (type) {
            case IAX -> command(body.value());
            case CONTROL -> indication(body.value());
            default -> type(body.type());
        };
    }

    /// A frame type: `IAX`, `CONTROL`, `DTMF_E`.
    public static String type(int octet) {
        var type = FrameType.of(octet);
        if (type == null) {
            return unknown(octet);
        }
        return switch (type) {
            case DTMF_END -> "DTMF_E";
            case DTMF_BEGIN -> "DTMF_B";
            case COMFORT_NOISE -> "CNG";
            default -> type.name();
        };
    }

    /// A command of a frame of type IAX.
    public static String command(long number) {
        var command = IaxCommand.of(number);
        return command == null ? unknown(number) : command.name();
    }

    /// An indication of a frame of type CONTROL; some are Asterisk's own and never travel.
    public static String indication(long number) {
        return switch (Math.clamp(number, -2, 256)) {
            case -1 -> "STOP_SOUNDS";
            case 1 -> "HANGUP";
            case 2 -> "RING";
            case 3 -> "RINGING";
            case 4 -> "ANSWER";
            case 5 -> "BUSY";
            case 6 -> "TAKEOFFHOOK";
            case 7 -> "OFFHOOK";
            case 8 -> "CONGESTION";
            case 9 -> "FLASH";
            case 10 -> "WINK";
            case 11 -> "OPTION";
            case 12 -> "RADIO_KEY";
            case 13 -> "RADIO_UNKEY";
            case 14 -> "PROGRESS";
            case 15 -> "PROCEEDING";
            case 16 -> "HOLD";
            case 17 -> "UNHOLD";
            case 18 -> "VIDUPDATE";
            case 19 -> "T38";
            case 20 -> "SRCUPDATE";
            case 21 -> "TRANSFER";
            case 22 -> "CONNECTED_LINE";
            case 23 -> "REDIRECTING";
            case 24 -> "T38_PARAMETERS";
            case 28 -> "AOC";
            case 30 -> "INCOMPLETE";
            case 31 -> "MCID";
            default -> unknown(number);
        };
    }

    /// A media format by its bit: `ulaw`.
    public static String format(long bit) {
        var format = MediaFormat.ofBit(bit);
        return format == null ? "format 0x" + Long.toHexString(bit) : format.asteriskName();
    }

    /// An information element: `USERNAME`.
    public static String element(int number) {
        var id = ElementId.of(number);
        return id == null ? "element " + number : id.name();
    }

    private static String unknown(long number) {
        return "(" + number + "?)";
    }
}
