package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.MetaFrame;
import java.util.ArrayList;
import java.util.List;

/// Keeps the pieces of envelopes.
final class Bag implements Pieces.Taker {
    /// @param timestamp -1 for none
    record Piece(int source, int timestamp, Bytes payload) {}

    final List<Piece> pieces = new ArrayList<>();

    static Bag of(MetaFrame.Trunk envelope) {
        var bag = new Bag();
        Pieces.read(envelope, bag);
        return bag;
    }

    @Override
    public void bare(int source, byte[] octets, int offset, int length) {
        pieces.add(new Piece(source, -1, Bytes.copyOf(octets, offset, length)));
    }

    @Override
    public void stamped(int source, int timestamp, byte[] octets, int offset, int length) {
        pieces.add(new Piece(source, timestamp, Bytes.copyOf(octets, offset, length)));
    }
}
