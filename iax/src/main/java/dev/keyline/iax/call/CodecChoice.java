package dev.keyline.iax.call;

import dev.keyline.iax.message.Formats;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import java.util.List;
import java.util.Optional;

/// Which format a called side accepts (RFC 5456 §6.2.3 leaves it open; these are Asterisk's rules,
/// its `codecpriority=`).
public enum CodecChoice {
    /// Our order of preference first. The usual one.
    HOST,
    /// The caller's order first.
    CALLER,
    /// What the caller would like, otherwise the best in common.
    DISABLED,
    /// What the caller would like, or nothing.
    REQONLY;

    /// The format to accept with.
    ///
    /// @param offer what the caller sent
    /// @param ours the formats we allow, best first
    /// @return empty when there is nothing in common: REJECT with cause 58
    public Optional<MediaFormat> choose(MediaOffer offer, List<MediaFormat> ours) {
        long allowed = Formats.mask(ours);
        long theirs = offer.capability() == 0 ? offer.format() : offer.capability();
        long common = allowed & theirs;
        return switch (this) {
            case HOST -> first(ours, common).or(() -> best(common));
            case CALLER -> first(offer.preferences(), common).or(() -> first(ours, common));
            case DISABLED -> wished(offer, allowed).or(() -> best(common));
            case REQONLY -> wished(offer, allowed);
        };
    }

    private static Optional<MediaFormat> first(List<MediaFormat> order, long common) {
        for (var format : order) {
            if (format.isAudio() && format.isIn(common)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static Optional<MediaFormat> wished(MediaOffer offer, long allowed) {
        return Optional.ofNullable(MediaFormat.ofBit(offer.format() & allowed))
                .filter(MediaFormat::isAudio);
    }

    private static Optional<MediaFormat> best(long mask) {
        return Optional.ofNullable(MediaFormat.best(mask));
    }
}
