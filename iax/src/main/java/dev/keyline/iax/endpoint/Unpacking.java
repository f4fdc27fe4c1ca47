package dev.keyline.iax.endpoint;

import dev.keyline.iax.trunk.Pieces;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.Reader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Trunk envelopes that arrive: each piece goes to its call, from where it came in. From an address
/// without calls nothing is taken and nothing remembered; in Asterisk eight octets from anywhere
/// begin a trunk.
final class Unpacking implements Pieces.Taker {
    private static final int HEAD = 8;

    private final Desk desk;
    private final Gathered gathered;
    private @Nullable PeerAddress from;
    private @Nullable Numbers calls;
    private int stamp;
    private long arrival;

    /// @param gathered where pieces wait until they are heard
    Unpacking(Desk desk, Gathered gathered) {
        this.desk = desk;
        this.gathered = gathered;
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
        int at = gathered.keep(datagram, length);
        var outcome = Pieces.read(kind, gathered.octets(), at + HEAD, length - HEAD, this);
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
        var call = find(source);
        if (call != null) {
            gathered.bare(call, arrival(), offset, length);
        }
    }

    @Override
    public void stamped(int source, int timestamp, byte[] octets, int offset, int length) {
        var call = find(source);
        if (call != null) {
            gathered.stamped(call, timestamp, offset, length);
        }
    }

    private @Nullable Object find(int source) {
        var call = Objects.requireNonNull(calls).earsUnseen(source);
        if (call == null) {
            var whose = Objects.requireNonNull(from);
            desk.note(whose, Oddity.UNKNOWN_CALL, "a piece of a trunk, of call " + source);
        }
        return call;
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
