package dev.keyline.pbx.replay;

import dev.keyline.iax.sim.Network;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the recorded side says, brought over to what we really said.
final class Script {
    private final Network net;
    private final PeerAddress us;
    private final Lines lines;
    private final Answers answers;
    private final List<Runnable> connects = new ArrayList<>();

    Script(Network net, PeerAddress us, Lines lines, Answers answers) {
        this.net = net;
        this.us = us;
        this.lines = lines;
        this.answers = answers;
    }

    void say(Step step) {
        switch (step.frame()) {
            case FullFrame noise when step.noise() -> send(step.from(), redirected(noise).encode());
            case FullFrame full -> say(step, full, lines.of(step));
            case MiniFrame mini when step.sealed() ->
                    lines.find(step.from(), mini.source(), CallNumber.NONE)
                            .ifPresent(line -> send(line.peer, line.sealed(mini, false)));
            default -> send(step.from(), step.frame().encode());
        }
    }

    /// Says again who wants to be connected directly, as both ends of a transfer do.
    void connectAgain() {
        connects.forEach(Runnable::run);
    }

    private void say(Step step, FullFrame then, Line line) {
        var kind = Kinds.of(then);
        if (line.isOver()) {
            return;
        }
        if (isAnsweredAnyway(kind, line)) {
            line.leaveOut(step.again());
            return;
        }
        var stamp =
                kind.equals("ACK") ? line.stamp(then.timestamp()) : Optional.of(then.timestamp());
        stamp.ifPresent(s -> say(step, line, translated(line, then, s)));
    }

    /// What we ask when we like is answered when we do.
    private static boolean isAnsweredAnyway(String kind, Line line) {
        return kind.equals("LAGRP") || (kind.equals("PONG") && !line.replaced().isNone());
    }

    private FullFrame translated(Line line, FullFrame then, int stamp) {
        var expected = line.expected(then.expected());
        boolean repeatsIt = then.sent().equals(then.expected()) && !Kinds.isNumbered(then);
        return new FullFrame(
                then.source(),
                lines.now(line, then.destination()),
                then.retry(),
                stamp,
                repeatsIt ? expected : line.tell(then, Kinds.of(then)),
                expected,
                body(line, then));
    }

    private void say(Step step, Line line, FullFrame now) {
        send(line.peer, step.sealed() ? line.sealed(now, step.again()) : now.encode());
        switch (Kinds.of(now)) {
            case "AUTHREQ" -> lines.seal(line, now);
            case "TXCNT" -> connects.add(() -> send(line.peer, now.encode()));
            case "RTKEY" -> line.theyTurn(Kinds.value(now, ElementId.CHALLENGE), step.again());
            default -> {}
        }
    }

    private Body body(Line line, FullFrame then) {
        if (!then.body().is(FrameType.IAX)) {
            return then.body();
        }
        var elements = Kinds.elements(then).stream().map(e -> translated(line, e)).toList();
        return new Body(
                then.body().type(), then.body().subclass(), new Elements(elements).encode());
    }

    private InformationElement translated(Line line, InformationElement element) {
        var value = element.value();
        var translated =
                switch (ElementId.of(element.id())) {
                    case CALLTOKEN, TRANSFERID -> lines.token(value);
                    case RSA_RESULT -> Bytes.utf8(line.answered(value.asText(), answers::rsa));
                    case MD5_RESULT -> Bytes.utf8(line.answered(value.asText(), answers::md5));
                    case null, default -> value;
                };
        return new InformationElement(element.id(), translated);
    }

    private FullFrame redirected(FullFrame noise) {
        return new FullFrame(
                noise.source(),
                lines.now(noise.destination()),
                noise.retry(),
                noise.timestamp(),
                noise.sent(),
                noise.expected(),
                noise.body());
    }

    /// Answers something that was not asked in the recording.
    void answer(Line line, FullFrame ours, IaxCommand command) {
        reply(line, ours, line.tellMore(command.name()), command);
    }

    void acknowledge(Line line, FullFrame ours) {
        if (Kinds.isNumbered(ours)) {
            reply(line, ours, ours.expected(), IaxCommand.ACK);
        }
    }

    private void reply(Line line, FullFrame ours, SeqNo sent, IaxCommand command) {
        var frame =
                new FullFrame(
                        ours.destination(),
                        ours.source(),
                        false,
                        ours.timestamp(),
                        sent,
                        line.expected(),
                        Body.of(FrameType.IAX, command.number(), Bytes.EMPTY));
        send(line.peer, line.sealed(frame, false));
    }

    private void send(PeerAddress from, byte[] datagram) {
        net.inject(from, us, Bytes.copyOf(datagram));
    }
}
