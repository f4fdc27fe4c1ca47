package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.MalformedFrame;

/// What a full frame says, without its envelope. Reading a written message gives an equal one; the
/// reverse holds for octets in Asterisk's order only, because order and repetition are not meaning.
public sealed interface Message
        permits Accept,
                Ack,
                AuthReply,
                AuthRequest,
                CallTokenChallenge,
                ComfortNoise,
                Control,
                Dial,
                DialplanReply,
                DialplanRequest,
                Digit,
                FirmwareData,
                FirmwareRequest,
                FirstMessage,
                Hangup,
                Html,
                Image,
                Inval,
                LagReply,
                LagRequest,
                MessageWaiting,
                Page,
                Ping,
                Poke,
                Pong,
                Provision,
                Quelch,
                RegisterAck,
                RegisterAuth,
                RegisterReject,
                Reject,
                RotateKey,
                Text,
                Transfer,
                TransferAccept,
                TransferConnect,
                TransferMedia,
                TransferReady,
                TransferReject,
                TransferRelease,
                TransferRequest,
                Unknown,
                Unquelch,
                Unsupported,
                Video,
                Vnak,
                Voice {

    /// How the message is written.
    Body body();

    /// Reads a body. What has no name here becomes [Unknown], which is not an error.
    ///
    /// @throws MalformedFrame if the information elements do not end where the frame ends, or are
    ///   too many; such a frame is dropped whole and not acknowledged, as Asterisk does
    static Message read(Body body) throws MalformedFrame {
        var type = FrameType.of(body.type());
        if (type == null) {
            return new Unknown(body);
        }
        return switch (type) {
            case IAX -> Commands.read(body);
            case VOICE -> Voice.read(body);
            case VIDEO -> Video.read(body);
            case CONTROL -> Control.read(body);
            case DTMF_BEGIN, DTMF_END -> Digit.read(body);
            case TEXT -> Text.read(body);
            case IMAGE -> Image.read(body);
            case HTML -> Html.read(body);
            case COMFORT_NOISE -> ComfortNoise.read(body);
            case NULL, MODEM -> new Unknown(body);
        };
    }
}
