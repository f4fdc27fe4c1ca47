package dev.keyline.iax.endpoint;

import dev.keyline.iax.message.Ack;
import dev.keyline.iax.message.FirmwareData;
import dev.keyline.iax.message.FirmwareRequest;
import dev.keyline.iax.message.LagReply;
import dev.keyline.iax.message.LagRequest;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.MessageWaiting;
import dev.keyline.iax.message.Page;
import dev.keyline.iax.message.Ping;
import dev.keyline.iax.message.Pong;
import dev.keyline.iax.message.Provision;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.TransferConnect;
import dev.keyline.iax.message.TransferMedia;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.message.Unknown;
import dev.keyline.iax.message.Unsupported;
import dev.keyline.iax.message.Vnak;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;

/// Messages that keep a call healthy and move it along no arrow.
final class Housekeeping {
    private Housekeeping() {}

    static boolean isNumbered(Body body) {
        var command = body.is(FrameType.IAX) ? IaxCommand.of(body.value()) : null;
        return command == null || command.isNumbered();
    }

    /// Whether the timestamp of this message is one of ours come back.
    static boolean isEcho(Message message) {
        return message instanceof Ack || message instanceof Pong || message instanceof LagReply;
    }

    /// What may be heard in any dialogue and moves none along.
    static boolean isSmallTalk(Message message) {
        return message instanceof Ack
                || message instanceof Vnak
                || message instanceof Unsupported
                || message instanceof LagReply
                || message instanceof Pong;
    }

    /// Whether this is how two ends of a transfer find out that they hear each other.
    static boolean isHandshake(Message message) {
        return message instanceof TransferConnect || message instanceof TransferAccept;
    }

    static boolean asksForTransfer(Message message) {
        return message instanceof TransferRequest;
    }

    /// Sends again what a VNAK asks for.
    static void resend(Post post, Message message, FullFrame frame, long now) {
        if (message instanceof Vnak) {
            post.resendFrom(frame, now);
        }
    }

    /// Deals with a message if it is of this kind.
    ///
    /// @return whether it was
    static boolean attend(
            Conversation call, Post post, Message message, FullFrame frame, long now) {
        switch (message) {
            case Ack _, LagReply _, Unsupported _ -> {}
            case Vnak _ -> post.resendFrom(frame, now);
            case Ping _ -> echo(call, new Pong(call.report()), frame, now);
            case Pong pong -> call.measured(pong, frame.timestamp(), now);
            case LagRequest _ -> echo(call, new LagReply(), frame, now);
            case TransferRequest _,
                    TransferConnect _,
                    TransferAccept _,
                    TransferReady _,
                    TransferRelease _,
                    TransferMedia _,
                    TransferReject _ ->
                    call.handover().heard(message, frame, now);
            case RotateKey key -> call.heard(key);
            case Unknown(var body) when !body.is(FrameType.IAX) ->
                    call.note(Oddity.UNKNOWN_MEDIA, "frame type " + body.type());
            case Unknown _,
                    Provision _,
                    FirmwareRequest _,
                    FirmwareData _,
                    Page _,
                    MessageWaiting _ ->
                    unsupported(call, post, frame.body().subclass(), now);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// One too many is acknowledged and no more: that is less than it cost to ask.
    private static void echo(Conversation call, Message answer, FullFrame asked, long now) {
        if (call.mayEcho(now)) {
            call.post().echo(answer, asked.timestamp(), now);
        } else {
            call.note(Oddity.TOO_MANY_PINGS, "");
        }
    }

    private static void unsupported(Conversation call, Post post, int command, long now) {
        call.note(Oddity.UNKNOWN_COMMAND, "command " + command);
        post.say(new Unsupported(command), now);
    }
}
