package dev.keyline.iax.endpoint;

import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Circumstances;
import dev.keyline.iax.call.Door;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.Greeting;
import dev.keyline.iax.message.FirstMessage;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.registration.Registrar;
import dev.keyline.iax.registration.RegistrarFigure;
import dev.keyline.iax.registration.RegistrarSide;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.InformationElement;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What becomes of a full frame that belongs to no call: a caller is led in, everybody else is
/// answered at the [Doorstep] or not at all.
final class Arrivals {
    private final Config config;
    private final Door door;
    private final Registrar registrar;
    private final Desk desk;
    private final RandomGenerator chance;
    private final Doorstep doorstep;
    private final CallTokens tokens;

    Arrivals(Config config, Door door, Registrar registrar, Desk desk, RandomGenerator chance) {
        this.config = config;
        this.door = door;
        this.registrar = registrar;
        this.desk = desk;
        this.chance = chance;
        this.doorstep = new Doorstep(config.limits());
        this.tokens = new CallTokens(chance, config.limits().tokenLife());
    }

    /// Whether this frame begins a dialogue.
    static boolean isFirst(FullFrame frame) {
        return frame.destination().isNone() && isFirst(command(frame));
    }

    private static boolean isFirst(@Nullable IaxCommand command) {
        return command == IaxCommand.NEW
                || command == IaxCommand.REGREQ
                || command == IaxCommand.REGREL;
    }

    /// Whether only somebody who got a frame of ours says this.
    static boolean isReply(FullFrame frame) {
        return command(frame) == IaxCommand.ACK || isInval(frame);
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
            case NEW, REGREQ, REGREL -> arrive(from, frame, size, now);
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
        boolean known = desk.directory().rests(from, frame.destination(), frame.source());
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
        if (!(Message.read(frame.body()) instanceof FirstMessage request) || !isFirst(frame)) {
            stray(from, frame, size, now);
            return;
        }
        if (request.hasControls()) {
            desk.note(from, Oddity.BAD_NAME, "");
            answer(from, doorstep.badName(frame), size, now);
            return;
        }
        var token = request.callToken();
        if (token != null && token.isEmpty()) {
            sendForToken(from, frame, size, now);
            return;
        }
        var refusal =
                token == null ? withoutToken(request, from) : redeem(token, frame, from, size, now);
        if (refusal == null && !hears(request, from)) {
            desk.note(from, Oddity.SILENCED, name(request));
        } else if (refusal == null) {
            letIn(from, frame, request, token != null, now);
        } else if (refusal != Oddity.REPLAYED_TOKEN) {
            desk.note(from, refusal, name(request));
            answer(from, doorstep.reject(frame), size, now);
        }
    }

    private boolean hears(FirstMessage request, PeerAddress from) {
        return request instanceof New call
                ? door.hears(call, from)
                : registrar.hears(RegistrarFigure.name(request), from);
    }

    private void sendForToken(PeerAddress from, FullFrame frame, int size, long now) {
        var token = tokens.issue(from, frame.source(), room(size), now);
        if (token.isEmpty()) {
            desk.note(from, Oddity.SHORT_REQUEST, "");
        } else {
            answer(from, doorstep.token(frame, token), size, now);
        }
    }

    /// How long a token may be that answers a request of this size.
    private static int room(int size) {
        return size - FullFrame.HEADER - InformationElement.HEADER;
    }

    private @Nullable Oddity withoutToken(FirstMessage request, PeerAddress from) {
        boolean needed =
                request instanceof New call
                        ? door.needsToken(call, from)
                        : registrar.needsToken(RegistrarFigure.name(request), from);
        if (needed) {
            return Oddity.MISSING_TOKEN;
        }
        return desk.admissions().isOpenToUnvalidated() ? null : Oddity.TOO_MANY_CALLS;
    }

    private @Nullable Oddity redeem(
            Bytes token, FullFrame frame, PeerAddress from, int size, long now) {
        int room = room(size - token.length());
        return switch (tokens.redeem(token, from, frame.source(), room, now)) {
            case GOOD -> null;
            case FORGED -> Oddity.FORGED_TOKEN;
            case EXPIRED -> Oddity.EXPIRED_TOKEN;
            case USED -> Oddity.REPLAYED_TOKEN;
        };
    }

    private void letIn(
            PeerAddress from, FullFrame frame, FirstMessage request, boolean hasToken, long now) {
        var number = desk.directory().number(from, now);
        if (number.isEmpty() || desk.admissions().isCrowded()) {
            desk.note(
                    from,
                    number.isEmpty() ? Oddity.TOO_MANY_CALLS : Oddity.TOO_MANY_UNPROVEN,
                    name(request));
            answer(from, doorstep.reject(frame), FullFrame.HEADER, now);
        } else if (request instanceof New call) {
            call(from, frame, call, number.get(), hasToken, now);
        } else {
            registration(from, frame, request, number.get(), hasToken, now);
        }
    }

    private void registration(
            PeerAddress from,
            FullFrame frame,
            FirstMessage request,
            CallNumber number,
            boolean hasToken,
            long now) {
        var delays = config.delays();
        var here = new RegistrarSide(from, desk.ring(), delays.refusal(), delays.proof());
        var enrolment = desk.enrol(here, number, frame.source(), hasToken);
        enrolment.greetedBy(frame);
        var name = RegistrarFigure.name(request);
        enrolment.begin(request, registrar.knock(name, from), Challenge.fresh(chance), now);
        enrolment.acknowledge(frame);
        desk.admissions().enter(enrolment, "registration of " + name);
        desk.review(enrolment);
    }

    private void call(
            PeerAddress from,
            FullFrame frame,
            New request,
            CallNumber number,
            boolean hasToken,
            long now) {
        var here =
                new Circumstances(
                        from,
                        Credentials.none(""),
                        desk.ring(),
                        MediaOffer.NONE,
                        Encryption.NONE,
                        hasToken,
                        config.delays());
        var call = desk.open(desk.nextId(), here, number, frame.source(), hasToken);
        call.greetedBy(frame);
        var admission =
                request.version() == New.VERSION
                        ? door.knock(request, from)
                        : new Door.Shut("protocol version " + request.version() + ", not 2");
        var username = Objects.requireNonNullElse(request.username(), "");
        var step =
                desk.admissions().isFull(admission, username)
                        ? Greeting.refuse(Cause.CALL_REJECTED, "Unauthenticated call limit reached")
                        : Greeting.answer(request, admission, Challenge.fresh(chance), here);
        call.begin(step, now);
        call.acknowledge(frame);
        desk.admissions().enter(call, Admissions.name(admission, username));
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

    private static String name(FirstMessage request) {
        var name =
                request instanceof New call
                        ? Objects.requireNonNullElse(call.username(), "")
                        : RegistrarFigure.name(request);
        return name.isEmpty() ? "no name given" : "as '" + name + "'";
    }
}
