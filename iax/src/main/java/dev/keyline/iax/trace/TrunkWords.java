package dev.keyline.iax.trace;

import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.Reader;
import java.util.ArrayList;

/// The words of an envelope with voice of many calls (RFC 5456 §8.1.3).
final class TrunkWords {
    private static final int STAMPED = 1;

    private TrunkWords() {}

    static String of(MetaFrame.Trunk trunk) {
        if (trunk.kind() > STAMPED) {
            return "TRUNK of kind " + trunk.kind() + ", " + Words.octets(trunk.entries());
        }
        var calls = new ArrayList<String>();
        var rest = "";
        var in = new Reader(trunk.entries());
        try {
            while (in.left() > 0) {
                calls.add(Integer.toString(entry(in, trunk.kind())));
            }
        } catch (MalformedFrame overrun) {
            rest = ", then a damaged entry";
        }
        var count = calls.size() == 1 ? "1 call: " : calls.size() + " calls: ";
        return "TRUNK voice of " + count + String.join(", ", calls) + rest;
    }

    /// Steps over one entry; the call number comes before the length, or behind it if the entry has
    /// a timestamp of its own.
    private static int entry(Reader in, int kind) throws MalformedFrame {
        int first = in.u16();
        int second = in.u16();
        if (kind == STAMPED) {
            in.u16();
            in.bytes(first);
            return second;
        }
        in.bytes(second);
        return first;
    }
}
