package dev.keyline.iax.trace;

import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.Ack;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.CallTokenChallenge;
import dev.keyline.iax.message.ComfortNoise;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Dial;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.DialplanRequest;
import dev.keyline.iax.message.Digit;
import dev.keyline.iax.message.FirmwareData;
import dev.keyline.iax.message.FirmwareRequest;
import dev.keyline.iax.message.Formats;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Html;
import dev.keyline.iax.message.Image;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Inval;
import dev.keyline.iax.message.LagReply;
import dev.keyline.iax.message.LagRequest;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.MessageWaiting;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Page;
import dev.keyline.iax.message.Ping;
import dev.keyline.iax.message.Poke;
import dev.keyline.iax.message.Pong;
import dev.keyline.iax.message.Provision;
import dev.keyline.iax.message.Quelch;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterReject;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.message.Text;
import dev.keyline.iax.message.Transfer;
import dev.keyline.iax.message.TransferAccept;
import dev.keyline.iax.message.TransferConnect;
import dev.keyline.iax.message.TransferMedia;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.message.TransferRequest;
import dev.keyline.iax.message.Unknown;
import dev.keyline.iax.message.Unquelch;
import dev.keyline.iax.message.Unsupported;
import dev.keyline.iax.message.Video;
import dev.keyline.iax.message.Vnak;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.Elements;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.stream.Collectors;

/// A message in a few words: its name as Asterisk prints it, then what matters. Secrets appear as
/// their length.
public final class Words {
    private Words() {}

    /// The words for a full frame's body; a malformed one says so.
    public static String of(Body body) {
        try {
            var words = of(Message.read(body));
            var name = Names.of(body);
            return (words.isEmpty() ? name : name + " " + words) + strangers(body);
        } catch (MalformedFrame noElements) {
            return Names.of(body) + " malformed: " + noElements.getMessage();
        }
    }

    /// What a message says besides its name; empty if the name is all.
    private static String of(Message message) {
        return switch (message) {
            case New it -> CallWords.of(it);
            case Accept(long format) -> Formats.names(format);
            case Reject(String cause, int code) -> cause(cause, code);
            case Hangup(String cause, int code) -> cause(cause, code);
            case AuthRequest it -> CallWords.of(it);
            case AuthReply(AuthResult result) -> CallWords.of(result);
            case CallTokenChallenge(Bytes token) -> "a token of " + octets(token);
            case Pong it -> it.report() == null ? "" : CallWords.of(it.report());
            case RotateKey(Bytes key) -> "a key of " + octets(key);
            case Unsupported(int command) -> Names.command(command);
            case Quelch it -> it.music() ? "music " + quoted(it.musicClass()) : "";
            case MessageWaiting it -> RegistrationWords.messages(it.messageCount());
            case RegisterRequest it -> RegistrationWords.of(it);
            case RegisterRelease it -> RegistrationWords.of(it);
            case RegisterAuth it -> RegistrationWords.of(it);
            case RegisterAck it -> RegistrationWords.of(it);
            case RegisterReject(String cause, int code) -> cause(cause, code);
            case DialplanRequest(String number) -> safe(number);
            case DialplanReply it -> CallWords.of(it);
            case Dial(String number) -> safe(number);
            case Transfer it -> CallWords.extension(it.number(), it.context());
            case TransferRequest it ->
                    "call " + it.callNumber() + " at " + it.address() + id(it.transferId());
            case TransferConnect(int transferId) -> id(transferId).strip();
            case TransferAccept it -> it.transferId() == null ? "" : id(it.transferId()).strip();
            case TransferReady(int callNumber) -> "call " + callNumber;
            case TransferRelease(int callNumber) -> "call " + callNumber;
            case TransferMedia(int callNumber) -> "call " + callNumber;
            case TransferReject(String cause, int code) -> cause(cause, code);
            case Control(Indication _, Bytes data) -> data.isEmpty() ? "" : octets(data);
            case Digit(char digit, boolean _) -> String.valueOf(digit);
            case Voice(long format, Bytes payload) -> media(format, payload);
            case Video(long format, boolean mark, Bytes payload) ->
                    media(format, payload) + (mark ? ", last of a picture" : "");
            case Image(long format, Bytes payload) -> media(format, payload);
            case Text(String text) -> quoted(text);
            case Html(int kind, Bytes data) -> "kind " + kind + " " + quoted(data.asText());
            case ComfortNoise(int level) -> "-" + level + " dBov";
            case Page it -> blocks(it.elements().list().size());
            case Provision it -> blocks(it.elements().list().size());
            case FirmwareRequest it -> blocks(it.elements().list().size());
            case FirmwareData it -> blocks(it.elements().list().size());
            case Unknown(Body body) -> unknown(body);
            case Ack(), Ping(), Poke(), Inval(), Vnak(), LagRequest(), LagReply(), Unquelch() -> "";
        };
    }

    /// Elements nobody named; somebody may be trying something new.
    private static String strangers(Body body) throws MalformedFrame {
        if (!body.is(FrameType.IAX)) {
            return "";
        }
        return Elements.parse(body.data()).list().stream()
                .filter(one -> ElementId.of(one.id()) == null)
                .map(one -> ", element " + one.id() + " of " + octets(one.value()))
                .collect(Collectors.joining());
    }

    static String cause(String cause, int code) {
        var words = cause.isEmpty() ? "" : quoted(cause);
        return code == 0 ? words : (words + " cause " + code).strip();
    }

    private static String media(long format, Bytes payload) {
        return (format == 0 ? "format as before" : Formats.names(format)) + ", " + octets(payload);
    }

    private static String unknown(Body body) {
        return "subclass " + body.subclass() + ", " + octets(body.data());
    }

    private static String blocks(int count) {
        return count == 1 ? "1 element" : count + " elements";
    }

    private static String id(int transfer) {
        return " transfer " + Integer.toHexString(transfer);
    }

    static String octets(Bytes bytes) {
        return bytes.length() == 1 ? "1 octet" : bytes.length() + " octets";
    }

    static String quoted(String text) {
        return '"' + safe(text) + '"';
    }

    /// A peer's text without control characters, which could move a terminal's cursor or worse.
    static String safe(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isHarmless(point) ? point : '?')
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}
