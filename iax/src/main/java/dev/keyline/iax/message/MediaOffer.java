package dev.keyline.iax.message;

import dev.keyline.iax.wire.ElementId;
import java.util.List;

/// What a caller can speak (RFC 5456 §6.2).
///
/// @param capability every format it can speak, as a mask; 0 if it did not say
/// @param format the one it would like, a single bit; 0 if it did not say
/// @param preferences its order of liking, best first; empty if it did not say
public record MediaOffer(long capability, long format, List<MediaFormat> preferences) {
    /// Nothing.
    public static final MediaOffer NONE = new MediaOffer(0, 0, List.of());

    public MediaOffer {
        preferences = List.copyOf(preferences);
    }

    /// An offer of these formats, best first.
    public static MediaOffer of(List<MediaFormat> bestFirst) {
        long wanted = bestFirst.isEmpty() ? 0 : bestFirst.getFirst().bit();
        return new MediaOffer(Formats.mask(bestFirst), wanted, bestFirst);
    }

    /// The same, and pictures too; they are not chosen from, so they are in no list.
    public MediaOffer with(long pictures) {
        return new MediaOffer(capability | pictures, format, preferences);
    }

    /// The letters of a preference list mean different formats in different releases of Asterisk;
    /// those the caller cannot speak at all are therefore not believed.
    static MediaOffer read(Fields in) {
        long capability = in.mask(ElementId.CAPABILITY, ElementId.CAPABILITY2);
        long format = in.mask(ElementId.FORMAT, ElementId.FORMAT2);
        long offered = capability | format;
        var preferences = Formats.preferences(in.text(ElementId.CODEC_PREFS), offered);
        return new MediaOffer(capability, format, preferences);
    }
}
