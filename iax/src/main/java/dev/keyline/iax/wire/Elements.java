package dev.keyline.iax.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The information elements of one frame, in the order in which they stand, repetitions and
/// strangers included. They end exactly where the frame ends.
public record Elements(List<InformationElement> list) implements Iterable<InformationElement> {
    public static final Elements NONE = new Elements(List.of());

    public Elements {
        list = List.copyOf(list);
    }

    /// Reads elements to the end of `data`. One that overruns, or a lone octet left over, spoils
    /// the whole frame: Asterisk drops it without an ACK, and so do we.
    public static Elements parse(Bytes data) throws MalformedFrame {
        var in = new Reader(data);
        var list = new ArrayList<InformationElement>();
        while (in.left() > 0) {
            int at = in.position();
            int id = in.u8();
            if (in.left() == 0) {
                throw new MalformedFrame(at, "element " + id + " ends before its length");
            }
            int length = in.u8();
            if (length > in.left()) {
                throw new MalformedFrame(
                        at,
                        "element "
                                + id
                                + " announces "
                                + length
                                + " octets, "
                                + in.left()
                                + " are left");
            }
            list.add(new InformationElement(id, in.bytes(length)));
        }
        return new Elements(list);
    }

    public Bytes encode() {
        var out = new Writer();
        for (int i = 0; i < list.size(); i++) { // an iterator would be an object for each frame
            var element = list.get(i);
            out.u8(element.id()).u8(element.value().length()).bytes(element.value());
        }
        return out.toBytes();
    }

    @Override
    public Iterator<InformationElement> iterator() {
        return list.iterator();
    }
}
