package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.Pieces;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.function.Consumer;

/// Trunk envelopes that arrive: each piece goes to its call. From an address without calls nothing
/// is taken and nothing remembered; in Asterisk eight octets from anywhere begin a trunk.
final class Unpacking {
    private final Desk desk;

    Unpacking(Desk desk) {
        this.desk = desk;
    }

    void open(PeerAddress from, MetaFrame.Trunk envelope) {
        var time = desk.directory().trunk(from);
        if (time.isEmpty()) {
            desk.note(from, Oddity.UNKNOWN_CALL, "a trunk frame");
            return;
        }
        long due = time.get().arrival(envelope.timestamp(), desk.now());
        var outcome = Pieces.read(envelope, new Taker(from, due));
        if (outcome != Pieces.Outcome.WHOLE) {
            desk.note(from, Oddity.MALFORMED, "a trunk frame: " + words(outcome, envelope));
        }
    }

    private static String words(Pieces.Outcome outcome, MetaFrame.Trunk envelope) {
        return outcome == Pieces.Outcome.UNKNOWN_KIND
                ? "kind " + envelope.kind() + " does not exist"
                : "its last piece is longer than what is left";
    }

    private final class Taker implements Pieces.Taker {
        private final PeerAddress from;
        private final long due;

        Taker(PeerAddress from, long due) {
            this.from = from;
            this.due = due;
        }

        @Override
        public void bare(CallNumber source, Bytes payload) {
            give(source, ears -> ears.barePiece(due, payload, desk.now()));
        }

        @Override
        public void stamped(CallNumber source, int timestamp, Bytes payload) {
            give(source, ears -> ears.piece(timestamp, payload, desk.now()));
        }

        private void give(CallNumber source, Consumer<Ears> piece) {
            if (desk.directory().byTheirNumber(from, source) instanceof Conversation call) {
                piece.accept(call.ears());
                desk.review(call);
            } else {
                desk.note(from, Oddity.UNKNOWN_CALL, "a piece of a trunk, of call " + source);
            }
        }
    }
}
