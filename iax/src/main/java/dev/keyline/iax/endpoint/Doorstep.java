package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;

/// Answers to datagrams that belong to no call. Nothing is remembered about whoever sent them, no
/// answer is longer than what it answers, and answers are rationed: a forged address gets nothing
/// worth having.
final class Doorstep {
    private final Ration ration;

    Doorstep(Limits limits) {
        this.ration = new Ration(limits.strangersPerSecond(), limits.strangersPerAddress());
    }

    /// A call token, to be brought back.
    FullFrame token(FullFrame question, Bytes token) {
        return reply(question, new CallTokenChallenge(token).body());
    }

    /// PONG for a POKE (AST-2008-010: without a call number of ours).
    FullFrame pong(FullFrame poke) {
        return reply(poke, command(IaxCommand.PONG));
    }

    /// REJECT or, to who would register, REGREJ without a word, as Asterisk has it.
    FullFrame reject(FullFrame question) {
        boolean calls = question.body().value() == IaxCommand.NEW.number();
        return reply(question, command(calls ? IaxCommand.REJECT : IaxCommand.REGREJ));
    }

    /// REJECT of a request with a name that cannot be.
    FullFrame badName(FullFrame question) {
        return reply(question, new Reject("", Cause.INVALID_NUMBER_FORMAT.code()).body());
    }

    /// INVAL: we do not know the call this frame speaks of (RFC 5456 §6.9.2). Asterisk has stopped
    /// sending it; a peer that restarted is glad of it.
    FullFrame inval(FullFrame stray) {
        return back(stray, 0, SeqNo.ZERO, SeqNo.ZERO, command(IaxCommand.INVAL));
    }

    /// ACK for a frame of a call that is over: its peer has not heard ours and would repeat his.
    FullFrame lateAck(FullFrame late) {
        var ourNext = late.expected();
        var theirNext = late.sent().next();
        return back(late, late.timestamp(), ourNext, theirNext, command(IaxCommand.ACK));
    }

    private static FullFrame back(
            FullFrame to, int timestamp, SeqNo sent, SeqNo expected, Body body) {
        var us = to.destination();
        var them = to.source();
        return new FullFrame(us, them, false, timestamp, sent, expected, body);
    }

    /// Whether this address may be answered now, with a frame of this size to one of that.
    boolean mayAnswer(PeerAddress to, int answer, int question, long now) {
        return answer <= question && ration.allows(to.ip(), now);
    }

    private static Body command(IaxCommand command) {
        return Body.of(FrameType.IAX, command.number(), Bytes.EMPTY);
    }

    private static FullFrame reply(FullFrame question, Body body) {
        return new FullFrame(
                CallNumber.STATELESS,
                question.source(),
                false,
                question.timestamp(),
                SeqNo.ZERO,
                question.expected().next(),
                body);
    }
}
