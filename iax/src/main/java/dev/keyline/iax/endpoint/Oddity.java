package dev.keyline.iax.endpoint;

/// What peers do wrong, by name. Each is counted; none is an exception, and none ends a call.
public enum Oddity {
    MALFORMED("not an IAX2 frame"),
    NO_SOURCE("a datagram from where no host is"),
    UNKNOWN_CALL("a frame for a call that does not exist"),
    WRONG_NUMBER("a frame whose destination is not our number for the call"),
    FORGED_TOKEN("a call token that we did not make for this address"),
    EXPIRED_TOKEN("a call token that is too old"),
    REPLAYED_TOKEN("a call token that was used before"),
    MISSING_TOKEN("a call without call token; an old peer needs requirecalltoken=no"),
    SHORT_REQUEST("a request shorter than the answer it would get"),
    TOO_MANY_CALLS("more calls from one address than maxcallnumbers allows"),
    TOO_MANY_UNPROVEN("too many callers have not proved who they are"),
    TOO_MANY_ANSWERS("answers to strangers are rationed"),
    SILENCED("a login from an address with too many failed ones; it is not answered"),
    BAD_NAME("control characters in the name of a user, an extension or a context"),
    TOO_MANY_PINGS("more PINGs and LAGRQs in a call than pingspersecond allows"),
    TOO_MANY_SIGNATURES("more challenges to sign than signaturespersecond allows; they wait"),
    TOO_MANY_WAITING_SIGNATURES("more challenges wait to be signed than signaturequeue allows"),
    TOO_MANY_TRANSFERS("more requests to move a call than maxtransfersperminute allows"),
    OLD_VERSION("another protocol version than 2"),
    UNKNOWN_COMMAND("a command that we do not know"),
    UNKNOWN_MEDIA("media in a format that does not exist"),
    ODD_LENGTH("voice of a length that its format does not have"),
    EARLY_MEDIA("media before the call was accepted"),
    UNDECIPHERABLE("a frame of an encrypted call that no key opens"),
    FULL_TRUNK("more voice waits for a trunk than trunkmaxsize allows"),
    CLEAR_VOICE(
            "voice or pictures in the clear on an encrypted call; no trunk=yes there, or no encryption"),
    OUT_OF_PLACE("a message that does not fit the state of its call");

    private final String words;

    Oddity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
