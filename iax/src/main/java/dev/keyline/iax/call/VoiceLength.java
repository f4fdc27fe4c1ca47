package dev.keyline.iax.call;

import dev.keyline.iax.message.MediaFormat;

/// How long a block of voice lasts.
public final class VoiceLength {
    /// Milliseconds; the longest block that a sender can be told to make is one of 330.
    private static final int LONGEST = 400;

    private VoiceLength() {}

    /// Whether an encoder of this format makes blocks of so many octets. G.729 may end in a frame
    /// of two octets that describes the silence after it.
    public static boolean fits(MediaFormat format, int octets) {
        boolean whole =
                switch (format) {
                    case GSM -> octets % 33 == 0;
                    case G729 -> octets % 10 == 0 || octets % 10 == 2;
                    case ILBC -> octets % 38 == 0 || octets % 50 == 0;
                    default -> true;
                };
        return octets > 0 && whole && millis(format, octets) <= LONGEST;
    }

    /// Milliseconds of voice in so many octets. Formats with frames of varying size count as one
    /// frame.
    public static int millis(MediaFormat format, int octets) {
        return switch (format) {
            case ULAW, ALAW, G722 -> octets / 8;
            case SLIN -> octets / 16;
            case SLIN16 -> octets / 32;
            case GSM -> octets / 33 * 20;
            case G726, G726AAL2, ADPCM -> octets / 4;
            case G729 -> octets / 10 * 10;
            case ILBC -> octets % 38 == 0 ? octets / 38 * 20 : octets / 50 * 30;
            default -> format.frameMillis();
        };
    }
}
