package dev.keyline.iax.delivery;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.SeqNo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Both numbered streams of one call. Times are nanoseconds of the caller's clock.
public final class Delivery {
    private final Pace pace;
    private final CallNumber ours;
    private CallNumber theirs;
    private SeqNo next = SeqNo.ZERO;
    private SeqNo expected = SeqNo.ZERO;
    private SeqNo toldThem = SeqNo.ZERO;
    private long firstWait;
    private long vnakAllowedAt = Long.MIN_VALUE;
    private long resendAllowedAt = Long.MIN_VALUE;
    private final ArrayDeque<Unacknowledged> queue = new ArrayDeque<>();

    /// Two streams that start at 0.
    ///
    /// @param ours our number for the call
    /// @param theirs the peer's number, [CallNumber#NONE] while unknown
    public Delivery(CallNumber ours, CallNumber theirs, Pace pace) {
        this.ours = ours;
        this.theirs = theirs;
        this.pace = pace;
        this.firstWait = pace.firstWait();
    }

    private static final class Unacknowledged {
        private FullFrame frame;
        private final long first;
        private long wait;
        private long due;

        Unacknowledged(FullFrame frame, long now, long wait) {
            this.frame = frame;
            this.first = now;
            this.wait = wait;
            this.due = now + wait;
        }
    }

    public CallNumber ours() {
        return ours;
    }

    public CallNumber theirs() {
        return theirs;
    }

    /// The peer's number, once it is known.
    public void learn(CallNumber number) {
        theirs = number;
    }

    /// A round trip was measured; from now on the first repetition waits twice as long as that.
    public void measured(long roundTrip) {
        firstWait = pace.firstWait(roundTrip);
    }

    /// A frame with the next number; it is kept until acknowledged.
    public FullFrame post(Body body, int timestamp, long now) {
        var frame = frame(body, timestamp);
        next = next.next();
        toldThem = expected;
        queue.add(new Unacknowledged(frame, now, firstWait));
        return frame;
    }

    /// A frame that uses up no number and is not kept: ACK, VNAK.
    public FullFrame loose(IaxCommand command, int timestamp) {
        toldThem = expected;
        return frame(Body.of(FrameType.IAX, command.number(), Bytes.EMPTY), timestamp);
    }

    /// A request to resend from the first missing frame; both numbers are that one, as Asterisk has
    /// it.
    public FullFrame vnak(int timestamp) {
        toldThem = expected;
        var body = Body.of(FrameType.IAX, IaxCommand.VNAK.number(), Bytes.EMPTY);
        return new FullFrame(ours, theirs, false, timestamp, expected, expected, body);
    }

    private FullFrame frame(Body body, int timestamp) {
        return new FullFrame(ours, theirs, false, timestamp, next, expected, body);
    }

    /// Enters an arriving frame. Its ISeqno acknowledges whatever it can: Asterisk ignores the
    /// number on duplicates and early frames, but acknowledgement is cumulative and only moves
    /// forward, so reading it there too loses nothing and saves a repetition.
    ///
    /// @param numbered whether frames of this kind carry a number of their own
    public Receipt take(FullFrame frame, boolean numbered) {
        acknowledge(frame.expected());
        if (!numbered) {
            return Receipt.FRESH;
        }
        int ahead = frame.sent().since(expected);
        if (ahead == 0) {
            expected = expected.next();
            return Receipt.FRESH;
        }
        return ahead < 128 ? Receipt.AHEAD : Receipt.DUPLICATE;
    }

    /// Everything before `upTo` has arrived over there. A number outside the window is noise.
    private void acknowledge(SeqNo upTo) {
        int arrived = queue.isEmpty() ? 0 : upTo.since(queue.getFirst().frame.sent());
        if (arrived <= queue.size()) {
            for (int i = 0; i < arrived; i++) {
                queue.removeFirst();
            }
        }
    }

    /// Whether a frame was taken whose number no frame of ours has confirmed yet.
    public boolean owesAck() {
        return !toldThem.equals(expected);
    }

    /// Whether a VNAK may leave now; at most one per [Pace#vnakPause].
    public boolean mayAskAgain(long now) {
        if (now < vnakAllowedAt) {
            return false;
        }
        vnakAllowedAt = now + pace.vnakPause();
        return true;
    }

    /// The peer asks for everything from `missing` on. Sent again unchanged, as Asterisk does, but
    /// at most once per [Pace#vnakPause]: a burst out of order has him ask for each frame, and 12
    /// octets must not bring back a whole window each time. What was meant by a request in between
    /// is repeated in its own time.
    public List<FullFrame> resendFrom(SeqNo missing, long now) {
        var again = new ArrayList<FullFrame>();
        if (now < resendAllowedAt) {
            return again;
        }
        resendAllowedAt = now + pace.vnakPause();
        for (var kept : queue) {
            if (kept.frame.sent().since(missing) < 128) {
                again.add(kept.frame);
            }
        }
        return again;
    }

    /// What has waited long enough and is sent again now, marked as a repetition.
    public List<FullFrame> due(long now) {
        var again = new ArrayList<FullFrame>();
        for (var kept : queue) {
            if (kept.due <= now) {
                kept.frame = kept.frame.again(expected);
                kept.wait = pace.after(kept.wait);
                kept.due = Math.min(now + kept.wait, kept.first + pace.giveUpAfter());
                again.add(kept.frame);
            }
        }
        if (!again.isEmpty()) {
            toldThem = expected;
        }
        return again;
    }

    /// When [#due] or [#hasGivenUp] has something to say next; `Long.MAX_VALUE` when all is
    /// acknowledged.
    public long deadline() {
        if (queue.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long soonest = Long.MAX_VALUE;
        for (var kept : queue) {
            soonest = Math.min(soonest, kept.due);
        }
        return soonest;
    }

    /// Whether a frame stayed unanswered too long, or too many are waiting.
    public boolean hasGivenUp(long now) {
        return queue.size() > pace.window()
                || (!queue.isEmpty() && now >= queue.getFirst().first + pace.giveUpAfter());
    }

    public boolean isAllAcknowledged() {
        return queue.isEmpty();
    }

    public int unacknowledged() {
        return queue.size();
    }

    /// Starts both streams anew with another peer, whose way is not measured yet: the call was
    /// transferred.
    public void restartWith(CallNumber peer) {
        restart();
        firstWait = pace.firstWait();
        vnakAllowedAt = Long.MIN_VALUE;
        resendAllowedAt = Long.MIN_VALUE;
        theirs = peer;
    }

    /// Starts both streams anew: the answer to a CALLTOKEN challenge counts from 0 again.
    public void restart() {
        queue.clear();
        next = SeqNo.ZERO;
        expected = SeqNo.ZERO;
        toldThem = SeqNo.ZERO;
        theirs = CallNumber.NONE;
    }

    /// The number of the next frame we post.
    public SeqNo next() {
        return next;
    }

    public SeqNo nextExpected() {
        return expected;
    }
}
