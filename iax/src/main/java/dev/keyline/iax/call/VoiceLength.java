package dev.keyline.iax.call;

import dev.keyline.iax.message.MediaFormat;

/// How long a block of voice lasts.
public final class VoiceLength {
    private VoiceLength() {}

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
