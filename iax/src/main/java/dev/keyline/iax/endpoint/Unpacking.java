package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.Pieces;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Reader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Trunk envelopes that arrive: each piece goes to its call, from where it came in. From an address
/// without calls nothing is taken and nothing remembered; in Asterisk eight octets from anywhere
/// begin a trunk.
///
/// The calls of an envelope are found first, and hear their pieces then. What a call asks is far
/// away in memory; several are fetched in the time of one if nothing else is done in between.
final class Unpacking implements Pieces.Taker {
    private static final int HEAD = 8;

    /// Pieces found before they are heard.
    private static final int ROUND = 64;

    /// In place of a piece's stamp; stamps have 16 bits.
    private static final int BARE = -1;

    private final Desk desk;
    private final @Nullable Object[] unseen = new @Nullable Object[ROUND];
    private final int[] stamps = new int[ROUND];
    private final int[] offsets = new int[ROUND];
    private final int[] lengths = new int[ROUND];
    private int found;
    private int passing;

    private @Nullable PeerAddress from;
    private @Nullable Numbers calls;
    private int stamp;
    private long arrival;

    Unpacking(Desk desk) {
        this.desk = desk;
    }

    /// An envelope in the first `length` octets.
    ///
    /// @return whether it comes from where calls are
    boolean open(PeerAddress sender, byte[] datagram, int length) {
        calls = desk.directory().trunk(sender);
        if (calls == null) {
            desk.note(sender, Oddity.UNKNOWN_CALL, "a trunk frame");
            return false;
        }
        from = sender;
        stamp = Reader.i32(datagram, 4);
        arrival = Long.MIN_VALUE;
        int kind = datagram[3] & 0xFF;
        var outcome = Pieces.read(kind, datagram, HEAD, length - HEAD, this);
        hear(datagram);
        if (outcome != Pieces.Outcome.WHOLE) {
            desk.note(sender, Oddity.MALFORMED, "a trunk frame: " + words(outcome, kind));
        }
        return true;
    }

    private static String words(Pieces.Outcome outcome, int kind) {
        return outcome == Pieces.Outcome.UNKNOWN_KIND
                ? "kind " + kind + " does not exist"
                : "its last piece is longer than what is left";
    }

    @Override
    public void bare(int source, byte[] octets, int offset, int length) {
        stamped(source, BARE, octets, offset, length);
    }

    @Override
    public void stamped(int source, int timestamp, byte[] octets, int offset, int length) {
        var call = Objects.requireNonNull(calls).earsUnseen(source);
        if (call == null) {
            var whose = Objects.requireNonNull(from);
            desk.note(whose, Oddity.UNKNOWN_CALL, "a piece of a trunk, of call " + source);
            return;
        }
        if (found == ROUND) {
            hear(octets);
        }
        unseen[found] = call;
        stamps[found] = timestamp;
        offsets[found] = offset;
        lengths[found] = length;
        found++;
    }

    /// The first loop is there to have all these calls fetched; what it counts matters to nobody.
    private void hear(byte[] octets) {
        for (int i = 0; i < found; i++) {
            passing += seen(i).glance();
        }
        int count = found;
        found = 0;
        for (int i = 0; i < count; i++) {
            var call = seen(i);
            unseen[i] = null; // or a call that is over would be kept
            hear(call, i, octets);
        }
    }

    private Ears seen(int i) {
        return (Ears) Objects.requireNonNull(unseen[i]);
    }

    private void hear(Ears call, int i, byte[] octets) {
        if (stamps[i] == BARE) {
            call.barePiece(arrival(), octets, offsets[i], lengths[i], desk.now());
        } else {
            call.piece(stamps[i], octets, offsets[i], lengths[i], desk.now());
        }
    }

    /// When this envelope should have come. It is believed about the time only when it has a piece
    /// of a call we know: its address alone can be forged, and a stamp of 0 would shift the voice
    /// of all calls.
    private long arrival() {
        if (arrival == Long.MIN_VALUE) {
            arrival = Objects.requireNonNull(calls).trunk().arrival(stamp, desk.now());
        }
        return arrival;
    }
}
