package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Please take a call (RFC 5456 §6.2).
///
/// @param version 2; another value makes the receiver refuse; 2 if the sender did not say
/// @param calledNumber the extension wanted; `s` if the sender did not say
/// @param calledContext the dialplan context wanted, if any
/// @param username who the caller says it is, if anybody
/// @param encryption bits of the schemes the caller can do: 1 AES-128, 0x8000 key rotation; 0 none
/// @param language of the prompts, such as `en`; empty if not said
/// @param autoAnswer the called device should answer by itself
/// @param variables Asterisk's IAXVARs; a frame longer than 4096 octets is dropped by every
///   receiver, so keep them short
/// @param dateTime the caller's date, see [DateTime]
/// @param callToken null: the caller knows no tokens; empty: it can fetch one; else the token
public record New(
        int version,
        String calledNumber,
        @Nullable String calledContext,
        @Nullable String username,
        CallerId caller,
        MediaOffer media,
        int encryption,
        String language,
        boolean autoAnswer,
        List<Variable> variables,
        @Nullable Integer dateTime,
        @Nullable Bytes callToken)
        implements FirstMessage {
    /// The version of the protocol that RFC 5456 describes.
    public static final int VERSION = 2;

    /// Asterisk's value for "no ADSI screen phone here"; nobody reads it, every Asterisk sends it.
    private static final int ADSI_UNAVAILABLE = 2;

    public New {
        variables = List.copyOf(variables);
    }

    /// The same request with this token (empty: "I can fetch one").
    @Override
    public New withCallToken(Bytes token) {
        return new New(
                version,
                calledNumber,
                calledContext,
                username,
                caller,
                media,
                encryption,
                language,
                autoAnswer,
                variables,
                dateTime,
                token);
    }

    /// A context, an extension or a section with such a name cannot exist, and a log that repeats
    /// it could be made to lie.
    @Override
    public boolean hasControls() {
        return Texts.hasControls(calledNumber)
                || Texts.hasControls(Objects.requireNonNullElse(calledContext, ""))
                || Texts.hasControls(Objects.requireNonNullElse(username, ""));
    }

    static New read(Fields in) {
        var called = in.name(ElementId.CALLED_NUMBER);
        return new New(
                in.number(ElementId.VERSION, VERSION),
                called.isEmpty() ? "s" : called,
                in.nameOrNull(ElementId.CALLED_CONTEXT),
                in.nameOrNull(ElementId.USERNAME),
                CallerId.read(in),
                MediaOffer.read(in),
                in.number(ElementId.ENCRYPTION, 0),
                in.language(),
                in.has(ElementId.AUTOANSWER),
                Variable.read(in),
                in.number(ElementId.DATETIME),
                in.octets(ElementId.CALLTOKEN));
    }

    @Override
    public Body body() {
        var out =
                new Draft()
                        .u16(ElementId.VERSION, version)
                        .text(ElementId.CALLED_NUMBER, calledNumber)
                        .flag(ElementId.AUTOANSWER, autoAnswer)
                        .text(ElementId.CODEC_PREFS, Formats.letters(media.preferences()));
        return caller.writeTo(out)
                .text(ElementId.LANGUAGE, language)
                .text(ElementId.DNID, caller.dnid())
                .text(ElementId.RDNIS, caller.rdnis())
                .text(ElementId.CALLED_CONTEXT, calledContext)
                .text(ElementId.USERNAME, username)
                .u16(ElementId.ENCRYPTION, Draft.nonZero(encryption))
                .mask(ElementId.FORMAT, ElementId.FORMAT2, media.format())
                .mask(ElementId.CAPABILITY, ElementId.CAPABILITY2, media.capability())
                .u16(ElementId.ADSICPE, ADSI_UNAVAILABLE)
                .u32(ElementId.DATETIME, dateTime)
                .variables(variables)
                .octets(ElementId.CALLTOKEN, callToken)
                .body(IaxCommand.NEW);
    }

    @Override
    public String toString() {
        return ("New[version=%d, calledNumber=%s, calledContext=%s, username=%s, caller=%s, media=%s,"
                        + " encryption=0x%x, language=%s, autoAnswer=%s, variables=%s, dateTime=%s,"
                        + " callToken=%s]")
                .formatted(
                        version,
                        calledNumber,
                        calledContext,
                        username,
                        caller,
                        media,
                        encryption,
                        language,
                        autoAnswer,
                        variables,
                        dateTime,
                        Hidden.of(callToken));
    }
}
