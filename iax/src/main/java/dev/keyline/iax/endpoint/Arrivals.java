package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.Greeting;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What becomes of a full frame that belongs to no call: a caller is led in, everybody else is
/// answered at the [Doorstep] or not at all.
final class Arrivals {
    private final Config config;
    private final Door door;
    private final Desk desk;
    private final RandomGenerator chance;
    private final Doorstep doorstep;
    private final CallTokens tokens;

    Arrivals(Config config, Door door, Desk desk, RandomGenerator chance) {
        this.config = config;
        this.door = door;
        this.desk = desk;
        this.chance = chance;
        this.doorstep = new Doorstep(config.limits());
        this.tokens = new CallTokens(chance, config.limits().tokenLife());
    }

    static boolean isNew(FullFrame frame) {
        return command(frame) == IaxCommand.NEW && frame.destination().isNone();
    }

    static boolean isInval(FullFrame frame) {
        return command(frame) == IaxCommand.INVAL;
    }

    private static @Nullable IaxCommand command(FullFrame frame) {
        return frame.body().is(FrameType.IAX) ? IaxCommand.of(frame.body().value()) : null;
    }

    /// A full frame that belongs to no call.
    ///
    /// @param size octets of the datagram; no answer is longer
    void stranger(PeerAddress from, FullFrame frame, int size, long now) throws MalformedFrame {
        var command = command(frame);
        if (command == null) {
            stray(from, frame, size, now);
            return;
        }
        switch (command) {
            case NEW -> arrive(from, frame, size, now);
            case POKE -> answer(from, doorstep.pong(frame), size, now);
            case ACK, INVAL, VNAK, TXCNT, TXACC, PONG, REJECT, CALLTOKEN, FWDOWNL ->
                    quietly(from, frame, size, now);
            default -> stray(from, frame, size, now);
        }
    }

    /// Frames that nobody answers when their call is unknown. (Clients acknowledge even the answers
    /// they got from nobody, and repeat what our ACK did not reach them for.)
    private void quietly(PeerAddress from, FullFrame frame, int size, long now) {
        if (command(frame) == IaxCommand.REJECT || command(frame) == IaxCommand.PONG) {
            late(from, frame, size, now);
        }
    }

    private boolean late(PeerAddress from, FullFrame frame, int size, long now) {
        var resting = desk.directory().resting(from, frame.destination());
        boolean known = resting != null && resting.theirs().equals(frame.source());
        if (known) {
            answer(from, doorstep.lateAck(frame), size, now);
        }
        return known;
    }

    private void stray(PeerAddress from, FullFrame frame, int size, long now) {
        if (!late(from, frame, size, now)) {
            desk.note(from, Oddity.UNKNOWN_CALL, "destination " + frame.destination());
            answer(from, doorstep.inval(frame), size, now);
        }
    }

    private void arrive(PeerAddress from, FullFrame frame, int size, long now)
            throws MalformedFrame {
        if (!(Message.read(frame.body()) instanceof New request) || frame.source().isNone()) {
            throw new MalformedFrame(0, "a NEW without call number");
        }
        var token = request.callToken();
        if (token != null && token.isEmpty()) {
            answer(from, doorstep.token(frame, tokens.issue(from, frame.source(), now)), size, now);
            return;
        }
        var refusal = token == null ? withoutToken(request, from) : redeem(token, frame, from, now);
        if (refusal == null) {
            letIn(from, frame, request, token != null, now);
        } else if (refusal != Oddity.REPLAYED_TOKEN) {
            desk.note(from, refusal, name(request));
            answer(from, doorstep.reject(frame), size, now);
        }
    }

    private @Nullable Oddity withoutToken(New request, PeerAddress from) {
        if (door.needsToken(request, from)) {
            return Oddity.MISSING_TOKEN;
        }
        return desk.admissions().isOpenToUnvalidated() ? null : Oddity.TOO_MANY_CALLS;
    }

    private @Nullable Oddity redeem(
            dev.keyline.iax.wire.Bytes token, FullFrame frame, PeerAddress from, long now) {
        return switch (tokens.redeem(token, from, frame.source(), now)) {
            case GOOD -> null;
            case FORGED -> Oddity.FORGED_TOKEN;
            case EXPIRED -> Oddity.EXPIRED_TOKEN;
            case USED -> Oddity.REPLAYED_TOKEN;
        };
    }

    private void letIn(PeerAddress from, FullFrame frame, New request, boolean hasToken, long now) {
        var number = desk.directory().number(from);
        if (number.isEmpty() || desk.admissions().isCrowded()) {
            desk.note(
                    from,
                    number.isEmpty() ? Oddity.TOO_MANY_CALLS : Oddity.TOO_MANY_UNPROVEN,
                    name(request));
            answer(from, doorstep.reject(frame), FullFrame.HEADER, now);
            return;
        }
        var here =
                new Circumstances(
                        from,
                        Credentials.none(""),
                        desk.ring(),
                        0,
                        Encryption.NONE,
                        hasToken,
                        config.delays());
        var call = desk.open(desk.nextId(), here, number.get(), frame.source(), hasToken);
        call.greetedBy(frame);
        var admission =
                request.version() == New.VERSION
                        ? door.knock(request, from)
                        : new Door.Shut("protocol version " + request.version() + ", not 2");
        var step =
                desk.admissions().isFull(admission)
                        ? Greeting.refuse(Cause.CALL_REJECTED, "Unauthenticated call limit reached")
                        : Greeting.answer(request, admission, Challenge.fresh(chance), here);
        call.begin(step, now);
        call.acknowledgeIfOwed(frame);
        desk.admissions().enter(call, admission);
        desk.review(call);
    }

    private void answer(PeerAddress to, FullFrame answer, int size, long now) {
        int length = FullFrame.HEADER + answer.body().data().length();
        if (doorstep.mayAnswer(to, length, size, now)) {
            desk.send(to, answer);
        } else {
            desk.note(to, length > size ? Oddity.SHORT_REQUEST : Oddity.TOO_MANY_ANSWERS, "");
        }
    }

    private static String name(New request) {
        return request.username() == null ? "no name given" : "as '" + request.username() + "'";
    }
}
