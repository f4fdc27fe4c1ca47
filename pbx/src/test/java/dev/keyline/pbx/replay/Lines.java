package dev.keyline.pbx.replay;

import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All conversations of a replay, and what of the recording became what of ours.
final class Lines {
    private final Recording recording;
    private final PeerAddress us;
    private final List<Line> all = new ArrayList<>();
    private final Map<Integer, CallNumber> numbers = new HashMap<>();
    private final Map<Bytes, Bytes> tokens = new HashMap<>();

    Lines(Recording recording, PeerAddress us) {
        this.recording = recording;
        this.us = us;
    }

    List<Line> all() {
        return all;
    }

    /// The latest conversation with a peer under one of these recorded numbers.
    Optional<Line> find(PeerAddress peer, CallNumber theirs, CallNumber replaced) {
        return all.reversed().stream()
                .filter(line -> line.peer.equals(peer))
                .filter(line -> line.has(theirs, replaced))
                .findFirst();
    }

    /// The conversation to which a recorded frame belongs. It may be the first of it.
    Line of(Step step) {
        var frame = (FullFrame) step.frame();
        boolean ours = step.from().equals(us);
        var peer = ours ? step.to() : step.from();
        var theirs = ours ? frame.destination() : frame.source();
        var replaced = ours ? frame.source() : frame.destination();
        var known =
                Kinds.opens(frame) && !step.again()
                        ? Optional.<Line>empty()
                        : find(peer, theirs, replaced);
        var line = known.orElseGet(() -> begin(peer));
        line.learn(theirs, replaced);
        return line;
    }

    private Line begin(PeerAddress peer) {
        var line = new Line(peer);
        all.add(line);
        return line;
    }

    /// Whether a number of ours can be the one that was recorded as this.
    boolean mayBe(CallNumber then, CallNumber now) {
        if (then.equals(CallNumber.STATELESS)) {
            return true;
        }
        var bound = numbers.get(then.value());
        return bound == null ? !numbers.containsValue(now) : bound.equals(now);
    }

    /// The number of ours that stands for this one. Whoever answers to a frame from nowhere within
    /// a call means the call.
    CallNumber now(Line line, CallNumber then) {
        var meant = then.equals(CallNumber.STATELESS) ? line.replaced() : then;
        return numbers.getOrDefault(meant.value(), then);
    }

    CallNumber now(CallNumber then) {
        return numbers.getOrDefault(then.value(), then);
    }

    Bytes token(Bytes then) {
        return tokens.getOrDefault(then, then);
    }

    /// This frame of ours is the counterpart of that recorded one.
    void match(Line line, FullFrame then, FullFrame now) {
        if (!then.source().equals(CallNumber.STATELESS)) {
            numbers.put(then.source().value(), now.source());
        }
        line.acknowledge(now.expected());
        line.match(now, then);
        remember(then, now, ElementId.CALLTOKEN);
        remember(then, now, ElementId.TRANSFERID);
        var asked = Kinds.value(then, ElementId.CHALLENGE);
        Kinds.value(now, ElementId.CHALLENGE)
                .ifPresent(is -> line.asked(asked.orElse(Bytes.EMPTY), is));
        if (Kinds.of(now).equals("AUTHREQ")) {
            seal(line, now);
        }
    }

    private void remember(FullFrame then, FullFrame now, ElementId id) {
        var is = Kinds.value(now, id);
        Kinds.value(then, id).ifPresent(was -> tokens.put(was, is.orElse(was)));
    }

    /// After this question everything is sealed, if it says so. One of the two may have had no
    /// secret; what he sealed is noise.
    void seal(Line line, FullFrame question) {
        var theirs = Optional.ofNullable(recording.secrets().get(line.peer));
        var ours = Optional.ofNullable(recording.secrets().get(us));
        var either = theirs.or(() -> ours);
        if (Kinds.value(question, ElementId.ENCRYPTION).isPresent() && either.isPresent()) {
            var asked = Kinds.value(question, ElementId.CHALLENGE).orElseThrow();
            line.seal(
                    Cipher.from(asked, either.get()),
                    Cipher.from(asked, ours.orElse(either.get())));
        }
    }
}
