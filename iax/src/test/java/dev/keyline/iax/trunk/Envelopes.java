package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MetaFrame;
import java.util.List;

/// Reads what a trunk sends, and speaks into it.
final class Envelopes {
    private Envelopes() {}

    static Trunk.Out into(List<MetaFrame.Trunk> list) {
        return (octets, length) -> list.add(read(octets, length));
    }

    static MetaFrame.Trunk read(byte[] octets, int length) {
        try {
            return (MetaFrame.Trunk) Frame.parse(octets, length);
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    static boolean add(Trunk trunk, int call, int stamp, Bytes payload, long now) {
        var octets = payload.toArray();
        return trunk.add(call, stamp, octets, 0, octets.length, now);
    }
}
