package dev.keyline.pbx.replay;

import dev.keyline.iax.sim.Network;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The full frames that we sent and that have no counterpart in the recording yet. Those that need
/// none are answered at once as any peer would.
final class Inbox {
    private final Network net;
    private final PeerAddress us;
    private final Lines lines;
    private final Script script;
    private final Set<String> foreseen;
    private final Set<String> extras = new HashSet<>();
    private final List<Heard> waiting = new ArrayList<>();
    private final Set<List<Object>> known = new HashSet<>();
    private int passages;
    private boolean closed;

    record Heard(PeerAddress to, FullFrame frame) {
        String kind() {
            return Kinds.of(frame);
        }
    }

    /// @param foreseen kinds that need no counterpart
    Inbox(Network net, PeerAddress us, Lines lines, Script script, Set<String> foreseen) {
        this.net = net;
        this.us = us;
        this.lines = lines;
        this.script = script;
        this.foreseen = foreseen;
    }

    /// From now on nobody answers.
    void close() {
        closed = true;
    }

    void listen() {
        for (; passages < net.sent(); passages++) {
            var passage = net.passage(passages);
            if (passage.from().equals(us)
                    && !passage.to().equals(Handset.ADDRESS)
                    && parsed(passage.datagram()) instanceof FullFrame full) {
                hear(passage.to(), full);
            }
        }
    }

    private static Frame parsed(Bytes datagram) {
        try {
            return Frame.parse(datagram.toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError(e);
        }
    }

    private void hear(PeerAddress to, FullFrame raw) {
        var line = lines.find(to, raw.destination(), CallNumber.NONE);
        var frame = line.map(l -> l.opened(raw)).orElse(raw);
        line.ifPresent(l -> l.acknowledge(frame.expected()));
        if (!known.add(Recording.identity(us, to, frame))) {
            return;
        }
        var kind = Kinds.of(frame);
        if (!closed && foreseen.contains(kind)) {
            extras.add(kind);
            line.ifPresent(l -> bear(l, frame));
        } else if (!closed && Kinds.isFree(kind)) {
            line.ifPresent(l -> bear(l, frame));
        } else {
            line.ifPresent(l -> l.hear(frame));
            waiting.add(new Heard(to, frame));
        }
    }

    private void bear(Line line, FullFrame frame) {
        line.hearExtra(frame);
        switch (Kinds.of(frame)) {
            case "ACK", "VNAK" -> {}
            case "PING" -> script.answer(line, frame, IaxCommand.PONG);
            case "LAGRQ" -> script.answer(line, frame, IaxCommand.LAGRP);
            case "RTKEY" -> {
                script.acknowledge(line, frame);
                line.weTurn(Kinds.value(frame, ElementId.CHALLENGE).orElseThrow());
            }
            case "HANGUP", "REJECT", "REGREJ" -> {
                script.acknowledge(line, frame);
                line.end();
            }
            default -> script.acknowledge(line, frame);
        }
    }

    /// The counterpart of what was recorded, if it has come.
    Optional<Heard> find(Step step) {
        var then = (FullFrame) step.frame();
        return waiting.stream()
                .filter(heard -> heard.to().equals(step.to()))
                .filter(heard -> heard.kind().equals(Kinds.of(then)))
                .filter(heard -> heard.frame().destination().equals(then.destination()))
                .filter(heard -> lines.mayBe(then.source(), heard.frame().source()))
                .filter(heard -> Kinds.opens(then) == Kinds.opens(heard.frame()))
                .findFirst();
    }

    void remove(Heard heard) {
        waiting.remove(heard);
    }

    /// What we said and nobody had said before. A registration is kept up by further requests.
    Stream<String> extras() {
        var left =
                waiting.stream()
                        .filter(heard -> !Kinds.isFree(heard.kind()))
                        .filter(heard -> !Kinds.isRepeated(heard.kind()))
                        .filter(heard -> !Kinds.keepsUp(heard.frame()))
                        .map(Heard::kind);
        return Stream.concat(extras.stream(), left);
    }
}
