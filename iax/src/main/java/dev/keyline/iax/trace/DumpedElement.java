package dev.keyline.iax.trace;

import dev.keyline.iax.message.DateTime;
import dev.keyline.iax.message.Formats;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.InformationElement;
import java.util.stream.Collectors;

/// Asterisk's names for elements, and how it writes their values.
final class DumpedElement {
    private DumpedElement() {}

    /// The name; whoever prints it cuts it to 15 letters, as Asterisk does.
    static String name(InformationElement element) {
        var id = ElementId.of(element.id());
        if (id == null) {
            return "Unknown IE %03d".formatted(element.id());
        }
        return switch (id) {
            case CALLING_ANI -> "ANI";
            case APPARENT_ADDR -> "APPARENT ADDRESS";
            case DPSTATUS -> "DIALPLAN STATUS";
            case CALLNO -> "CALL NUMBER";
            case IAX_UNKNOWN -> "UNKNOWN IAX CMD";
            case MSGCOUNT -> "MESSAGE COUNT";
            case AUTOANSWER -> "AUTO ANSWER REQ";
            case MUSICONHOLD -> "MUSIC ON HOLD";
            case TRANSFERID -> "TRANSFER ID";
            case RDNIS -> "REFERRING DNIS";
            case DATETIME -> "DATE TIME";
            case CALLINGPRES -> "CALLING PRESNTN";
            case CALLINGTON -> "CALLING TYPEOFNUM";
            case CALLINGTNS -> "CALLING TRANSITNET";
            case CALLINGANI2 -> "CALLING ANI2";
            case CAUSECODE -> "CAUSE CODE";
            case CODEC_PREFS, RR_JITTER, RR_LOSS, RR_PKTS, RR_DELAY, RR_DROPPED -> id.name();
            case RR_OOO -> "RR_OUTOFORDER";
            default -> id.name().replace('_', ' ');
        };
    }

    static String value(InformationElement element) {
        var id = ElementId.of(element.id());
        var value = element.value();
        if (id == null) {
            return "Present";
        }
        if (element.isSecret()) {
            return value.isEmpty() ? "Present" : value.length() + " bytes";
        }
        return switch (id) {
            case CAPABILITY, FORMAT, RR_JITTER, RR_LOSS, RR_PKTS, RR_DROPPED, RR_OOO, TRANSFERID ->
                    number(value, 4, "INT");
            case VERSION, ADSICPE, AUTHMETHODS, REFRESH, DPSTATUS, CALLNO, MSGCOUNT, RR_DELAY ->
                    number(value, 2, "SHORT");
            case CALLINGTNS, SAMPLINGRATE, ENCRYPTION -> number(value, 2, "SHORT");
            case IAX_UNKNOWN, CALLINGPRES, CALLINGTON, CAUSECODE -> number(value, 1, "BYTE");
            case CALLINGANI2 -> number(value, 4, "INT");
            case CAPABILITY2, FORMAT2 -> formats(value);
            case CODEC_PREFS -> preferences(value);
            case CHALLENGE -> escaped(value);
            case DATETIME -> date(value);
            case APPARENT_ADDR -> address(value);
            default -> Words.safe(value.asText());
        };
    }

    private static String number(Bytes value, int octets, String name) {
        if (value.length() != octets) {
            return "Invalid " + name;
        }
        return Long.toString(unsigned(value, 0));
    }

    private static long unsigned(Bytes value, int from) {
        long number = 0;
        for (int i = from; i < value.length(); i++) {
            number = (number << 8) | value.at(i);
        }
        return number;
    }

    /// A version octet, then the mask.
    private static String formats(Bytes value) {
        if (value.length() != 9 || value.at(0) != 0) {
            return "Unknown";
        }
        long mask = unsigned(value, 1);
        return Long.bitCount(mask) == 1 ? Formats.names(mask) : "(" + Formats.names(mask) + ")";
    }

    private static String preferences(Bytes value) {
        return Formats.preferences(value.asText()).stream()
                .map(f -> f.asteriskName())
                .collect(Collectors.joining("|", "(", ")"));
    }

    private static String escaped(Bytes value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            text.append("\\x%02x".formatted(value.at(i)));
        }
        return text.toString();
    }

    private static String date(Bytes value) {
        return value.length() == 4
                ? DateTime.of((int) unsigned(value, 0)).toString().replace(" ", "  ")
                : "Invalid DATE TIME";
    }

    private static String address(Bytes value) {
        return value.length() == 16 && value.at(0) + value.at(1) == 2
                ? "IPV4 " + new PeerEnd(value.slice(4, 4), (int) unsigned(value.slice(2, 2), 0))
                : value.length() == 28
                        ? "IPV6 "
                                + new PeerEnd(
                                        value.slice(8, 16), (int) unsigned(value.slice(2, 2), 0))
                        : "Invalid ADDRESS";
    }
}
