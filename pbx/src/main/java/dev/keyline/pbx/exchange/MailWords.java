package dev.keyline.pbx.exchange;

import java.util.OptionalInt;

/// What a registrar says of our mail, in Asterisk's words.
final class MailWords {
    /// They cannot count, but there is something (RFC 5456 §8.6.24).
    private static final int SOME = 0xFFFF;

    private MailWords() {}

    /// @param said old messages in the upper octet, new in the lower
    static String of(OptionalInt said) {
        int both = said.orElse(0);
        if (both == SOME) {
            return "messages waiting";
        }
        int fresh = both & 0xFF;
        if (both > 0xFF) {
            return fresh + " new and " + (both >>> 8) + " old messages waiting";
        }
        return switch (fresh) {
            case 0 -> "no messages waiting";
            case 1 -> "1 new message waiting";
            default -> fresh + " new messages waiting";
        };
    }
}
