package dev.keyline.iax.wire;

import org.jspecify.annotations.Nullable;

/// The frame types with a name (RFC 5456 §8.2; `DTMF_BEGIN` is Asterisk's, since 1.4).
public enum FrameType {
    DTMF_END(1),
    VOICE(2),
    VIDEO(3),
    CONTROL(4),
    NULL(5),
    IAX(6),
    TEXT(7),
    IMAGE(8),
    HTML(9),
    COMFORT_NOISE(10),
    MODEM(11),
    DTMF_BEGIN(12);

    private static final FrameType[] ALL = values();

    private final int octet;

    FrameType(int octet) {
        this.octet = octet;
    }

    public int octet() {
        return octet;
    }

    /// The type with this octet, or null for one nobody named.
    public static @Nullable FrameType of(int octet) {
        return octet >= 1 && octet <= ALL.length ? ALL[octet - 1] : null;
    }
}
