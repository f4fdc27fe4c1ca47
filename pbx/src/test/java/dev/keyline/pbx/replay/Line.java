package dev.keyline.pbx.replay;

import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.cipher.Inward;
import dev.keyline.iax.cipher.Opened;
import dev.keyline.iax.cipher.Outward;
import dev.keyline.iax.cipher.Slate;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One conversation between somebody recorded and us: which of their numbers and stamps became
/// which of ours.
final class Line {
    private static final int PENDING = -1;
    private static final int EXTRA = -2;

    final PeerAddress peer;

    private final Map<List<Integer>, SeqNo> told = new HashMap<>();
    private final List<Told> toldNew = new ArrayList<>();
    private final Map<Integer, Integer> stamps = new HashMap<>();
    private final Map<Integer, Integer> heard = new HashMap<>();
    private final Outward out = new Outward(new Slate(new SplittableRandom(1)));
    private CallNumber theirs = CallNumber.NONE;
    private CallNumber replaced = CallNumber.NONE;
    private Bytes askedThen = Bytes.EMPTY;
    private Bytes askedNow = Bytes.EMPTY;
    private @Nullable Inward in;
    private int shift;
    private int lastHeard = -1;
    private int lastTold = -1;
    private int floor;
    private SeqNo latest = SeqNo.ZERO;
    private int acknowledged;
    private boolean over;

    /// A numbered frame that they told us.
    private record Told(int number, String kind) {}

    Line(PeerAddress peer) {
        this.peer = peer;
    }

    /// The number that the one had in whose place we are; none as long as he has not said one.
    CallNumber replaced() {
        return replaced;
    }

    boolean has(CallNumber theirNumber, CallNumber replacedNumber) {
        return (isNumber(theirNumber) && theirNumber.equals(theirs))
                || (isNumber(replacedNumber) && replacedNumber.equals(replaced));
    }

    void learn(CallNumber theirNumber, CallNumber replacedNumber) {
        theirs = isNumber(theirNumber) ? theirNumber : theirs;
        replaced = isNumber(replacedNumber) ? replacedNumber : replaced;
    }

    private static boolean isNumber(CallNumber one) {
        return !one.isNone() && !one.equals(CallNumber.STATELESS);
    }

    /// What was asked in the recording, and what we ask in its place.
    void asked(Bytes then, Bytes now) {
        askedThen = then;
        askedNow = now;
    }

    /// Makes an answer of theirs again.
    interface Again {
        String answer(String then, Bytes askedThen, Bytes askedNow);
    }

    String answered(String then, Again again) {
        return again.answer(then, askedThen, askedNow);
    }

    /// The number a recorded frame of theirs has now.
    SeqNo tell(FullFrame recorded, String kind) {
        if (!Kinds.isNumbered(recorded)) {
            return new SeqNo(recorded.sent().value() + shift & 0xFF);
        }
        return told.computeIfAbsent(
                List.of(recorded.sent().value(), recorded.timestamp()),
                _ -> fresh(recorded.sent().value() + shift, kind));
    }

    /// The number of one more frame of theirs, which is not in the recording.
    SeqNo tellMore(String kind) {
        shift++;
        return fresh(lastTold + 1, kind);
    }

    private SeqNo fresh(int number, String kind) {
        var sent = new SeqNo(number & 0xFF);
        lastTold = number;
        toldNew.add(new Told(number, kind));
        return sent;
    }

    /// A recorded frame of theirs is left out.
    void leaveOut(boolean again) {
        shift -= again ? 0 : 1;
    }

    /// A numbered frame of ours came; what it is the counterpart of will turn out.
    void hear(FullFrame frame) {
        note(frame, PENDING);
    }

    void hearExtra(FullFrame frame) {
        note(frame, EXTRA);
    }

    /// It is the counterpart of this one.
    void match(FullFrame frame, FullFrame recorded) {
        note(frame, recorded.sent().value());
        stamps.put(recorded.timestamp(), frame.timestamp());
    }

    private void note(FullFrame frame, int what) {
        if (Kinds.isNumbered(frame)) {
            int number = lastHeard + (byte) (frame.sent().value() - lastHeard);
            heard.put(number, what);
            lastHeard = Math.max(lastHeard, number);
        }
    }

    /// What they expect next, if they have received what they had when they said so then.
    SeqNo expected(SeqNo then) {
        latest = then;
        return expected();
    }

    SeqNo expected() {
        while (heard.containsKey(floor) && isReceived(heard.get(floor), latest)) {
            floor++;
        }
        return new SeqNo(floor & 0xFF);
    }

    private static boolean isReceived(int what, SeqNo then) {
        return what == EXTRA || (what != PENDING && (byte) (what - then.value()) < 0);
    }

    /// The stamp of ours that an ACK of theirs speaks of.
    Optional<Integer> stamp(int then) {
        return Optional.ofNullable(stamps.get(then));
    }

    void acknowledge(SeqNo expected) {
        int number = acknowledged + (byte) (expected.value() - acknowledged);
        acknowledged = Math.max(acknowledged, number);
    }

    /// We ended it, and they know.
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /// What they told and we never acknowledged.
    List<String> unacknowledged() {
        return toldNew.stream()
                .filter(one -> one.number() >= acknowledged)
                .map(Told::kind)
                .toList();
    }

    void seal(Cipher theirKey, Cipher ourKey) {
        out.turn(theirKey);
        in = new Inward(List.of(ourKey));
    }

    void theyTurn(Optional<Bytes> key, boolean again) {
        if (!again) {
            out.turn(Cipher.of(key.orElseThrow()));
        }
    }

    void weTurn(Bytes key) {
        if (in != null) {
            in.turn(Cipher.of(key));
        }
    }

    byte[] sealed(Frame frame, boolean again) {
        return switch (frame) {
            case FullFrame full when again -> out.again(full);
            case FullFrame full when Kinds.isNumbered(full) -> out.first(full);
            default -> out.loose(frame);
        };
    }

    FullFrame opened(FullFrame frame) {
        return in != null
                        && in.open(frame, Opening::makesSense)
                                instanceof Opened.Clear<FullFrame>(var plain)
                ? plain
                : frame;
    }
}
