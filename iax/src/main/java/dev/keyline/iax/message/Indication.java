package dev.keyline.iax.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a control frame can say (RFC 5456 §8.3; the later ones are Asterisk's). Numbers that
/// Asterisk keeps from the network in both directions (19 to 21, 25 to 27, 29, 32 and above) have
/// no name here: they are internal, and some of them once ended calls of older releases.
public enum Indication {
    HANGUP(1),
    RING(2),
    RINGING(3),
    ANSWER(4),
    BUSY(5),
    TAKE_OFF_HOOK(6),
    OFF_HOOK(7),
    CONGESTION(8),
    FLASH(9),
    WINK(10),
    OPTION(11),
    RADIO_KEY(12),
    RADIO_UNKEY(13),
    PROGRESS(14),
    PROCEEDING(15),
    HOLD(16),
    UNHOLD(17),
    VIDEO_UPDATE(18),
    CONNECTED_LINE(22),
    REDIRECTING(23),
    T38_PARAMETERS(24),
    ADVICE_OF_CHARGE(28),
    INCOMPLETE(30),
    MALICIOUS_CALL(31),
    /// Written as -1: stop whatever tone is playing. Asterisk sends it after every answer.
    STOP_SOUNDS(0xFF);

    private static final List<Indication> ALL = List.of(values());

    private final int octet;

    Indication(int octet) {
        this.octet = octet;
    }

    /// The subclass octet.
    public int octet() {
        return octet;
    }

    /// The indication with this decoded subclass (-1 for [#STOP_SOUNDS]), or null.
    public static @Nullable Indication of(long value) {
        long octet = value == -1 ? STOP_SOUNDS.octet : value == STOP_SOUNDS.octet ? 0 : value;
        for (var one : ALL) {
            if (one.octet == octet) {
                return one;
            }
        }
        return null;
    }
}
