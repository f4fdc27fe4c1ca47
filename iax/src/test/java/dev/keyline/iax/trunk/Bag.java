package dev.keyline.iax.trunk;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
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
    public void bare(CallNumber source, Bytes payload) {
        pieces.add(new Piece(source.value(), -1, payload));
    }

    @Override
    public void stamped(CallNumber source, int timestamp, Bytes payload) {
        pieces.add(new Piece(source.value(), timestamp, payload));
    }
}
