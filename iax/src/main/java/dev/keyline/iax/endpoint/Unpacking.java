package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.Pieces;
import dev.keyline.iax.trunk.TrunkTime;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.OptionalLong;
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
        var outcome = Pieces.read(envelope, new Taker(from, time.get(), envelope.timestamp()));
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
        private final TrunkTime time;
        private final int stamp;
        private OptionalLong due = OptionalLong.empty();

        Taker(PeerAddress from, TrunkTime time, int stamp) {
            this.from = from;
            this.time = time;
            this.stamp = stamp;
        }

        @Override
        public void bare(CallNumber source, Bytes payload) {
            give(source, ears -> ears.barePiece(due(), payload, desk.now()));
        }

        /// An envelope is believed about the time only when it has a piece of a call we know: its
        /// address alone can be forged, and a stamp of 0 would shift the voice of all calls.
        private long due() {
            if (due.isEmpty()) {
                due = OptionalLong.of(time.arrival(stamp, desk.now()));
            }
            return due.getAsLong();
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
