package dev.keyline.iax.call;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a call ended, by Q.850 number, as CAUSECODE carries it (RFC 5456 §8.6.33).
public enum Cause {
    UNALLOCATED(1),
    NO_ROUTE_TRANSIT(2),
    NO_ROUTE_DESTINATION(3),
    NORMAL(16),
    USER_BUSY(17),
    NO_USER_RESPONSE(18),
    NO_ANSWER(19),
    SUBSCRIBER_ABSENT(20),
    CALL_REJECTED(21),
    NUMBER_CHANGED(22),
    ANSWERED_ELSEWHERE(26),
    DESTINATION_OUT_OF_ORDER(27),
    INVALID_NUMBER_FORMAT(28),
    FACILITY_REJECTED(29),
    NORMAL_UNSPECIFIED(31),
    CONGESTION(34),
    NETWORK_OUT_OF_ORDER(38),
    TEMPORARY_FAILURE(41),
    SWITCH_CONGESTION(42),
    REQUESTED_CHANNEL_UNAVAILABLE(44),
    FACILITY_NOT_SUBSCRIBED(50),
    NOT_AUTHORISED(57),
    BEARER_NOT_AVAILABLE(58),
    NOT_IMPLEMENTED(69),
    INVALID_CALL_REFERENCE(81),
    INTERWORKING(127);

    private static final List<Cause> ALL = List.of(values());

    private final int code;

    Cause(int code) {
        this.code = code;
    }

    /// 1 to 127.
    public int code() {
        return code;
    }

    /// `user busy`, for people.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static @Nullable Cause of(int code) {
        for (var cause : ALL) {
            if (cause.code == code) {
                return cause;
            }
        }
        return null;
    }

    /// `17, user busy`; a number without a name stands alone.
    public static String describe(int code) {
        var cause = of(code);
        return cause == null ? Integer.toString(code) : code + ", " + cause.words();
    }
}
