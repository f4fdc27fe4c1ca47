package dev.keyline.iax.message;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.Reader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The elements of one frame by name. Asterisk's rules: the last of several counts, one whose size
/// is wrong is passed over (so an earlier, sound one still counts), strangers are ignored.
///
/// A frame has a dozen elements and is asked for two dozen, so that they can be looked through each
/// time. A map of them was a fourteenth of all octets that setting up a call allocated.
final class Fields {
    /// No sender needs so many; a frame with more is an attack on our patience.
    private static final int MAX_ELEMENTS = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Elements all;

    private Fields(Elements all) {
        this.all = all;
    }

    static Fields of(Bytes data) throws MalformedFrame {
        var fields = new Fields(Elements.parse(data));
        fields.refuseFlood();
        return fields;
    }

    private void refuseFlood() throws MalformedFrame {
        var list = all.list();
        int count = list.size();
        if (count > MAX_ELEMENTS) {
            throw new MalformedFrame(0, count + " elements, at most " + MAX_ELEMENTS + " are read");
        }
        int variables = 0;
        for (int i = 0; i < count; i++) {
            variables += list.get(i).id() == ElementId.VARIABLE.number() ? 1 : 0;
        }
        if (variables > Variable.MOST_ELEMENTS) {
            throw new MalformedFrame(
                    0, variables + " variables, at most " + Variable.MOST_ELEMENTS + " are read");
        }
    }

    private static boolean fits(ElementId id, Bytes value) {
        return switch (id) {
            case IAX_UNKNOWN, CALLINGPRES, CALLINGTON, CAUSECODE -> value.length() == 1;
            case VERSION,
                    ADSICPE,
                    AUTHMETHODS,
                    REFRESH,
                    DPSTATUS,
                    CALLNO,
                    MSGCOUNT,
                    FIRMWAREVER,
                    CALLINGTNS,
                    SAMPLINGRATE,
                    ENCRYPTION,
                    RR_DELAY ->
                    value.length() == 2;
            case CAPABILITY,
                    FORMAT,
                    TRANSFERID,
                    DATETIME,
                    FWBLOCKDESC,
                    PROVVER,
                    RR_JITTER,
                    RR_LOSS,
                    RR_PKTS,
                    RR_DROPPED,
                    RR_OOO,
                    CALLINGANI2 ->
                    value.length() == 4;
            // The first octet is the version of the layout; only version 0 exists.
            case CAPABILITY2, FORMAT2 -> value.length() == 9 && value.at(0) == 0;
            case APPARENT_ADDR -> ApparentAddress.isSound(value);
            default -> true;
        };
    }

    Elements all() {
        return all;
    }

    boolean has(ElementId id) {
        return octets(id) != null;
    }

    /// The value of an element; null if it is absent.
    @Nullable Bytes octets(ElementId id) {
        var list = all.list();
        for (int i = list.size() - 1; i >= 0; i--) {
            var element = list.get(i);
            if (element.id() == id.number() && fits(id, element.value())) {
                return element.value();
            }
        }
        return null;
    }

    /// The text of an element, empty if it is absent.
    String text(ElementId id) {
        var value = octets(id);
        return value == null ? "" : Texts.decode(value);
    }

    /// A number, context or name: a text of at most 80 octets.
    String name(ElementId id) {
        return Texts.cut(text(id));
    }

    /// The same for what people only look at: nobody's screen or log is steered by it.
    String shownName(ElementId id) {
        return Texts.withoutControls(name(id));
    }

    /// The name of a language, which becomes that of a folder; anything else is as good as none.
    String language() {
        var text = text(ElementId.LANGUAGE);
        return LANGUAGE.matcher(text).matches() ? text : "";
    }

    /// Null if the element is absent or empty.
    @Nullable String nameOrNull(ElementId id) {
        var name = name(id);
        return name.isEmpty() ? null : name;
    }

    /// The number in an element of one, two or four octets, null if it is absent.
    @Nullable Integer number(ElementId id) {
        var value = octets(id);
        if (value == null) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = (number << 8) | value.at(i);
        }
        return number;
    }

    int number(ElementId id, int otherwise) {
        var number = number(id);
        return number == null ? otherwise : number;
    }

    /// A format mask: the 64-bit element whatever its place, else the 32-bit one, else 0.
    long mask(ElementId narrow, ElementId wide) {
        var value = octets(wide);
        return value == null ? number(narrow, 0) & 0xFFFFFFFFL : wideMask(value);
    }

    private static long wideMask(Bytes value) {
        try {
            return new Reader(value.slice(1, 8)).i64();
        } catch (MalformedFrame impossible) {
            throw new AssertionError("nine octets were checked before", impossible);
        }
    }
}
