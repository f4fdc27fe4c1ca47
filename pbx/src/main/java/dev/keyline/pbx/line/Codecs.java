package dev.keyline.pbx.line;

import dev.keyline.iax.call.CodecChoice;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.pbx.channel.Transcoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The formats a section allows, and who chooses among them.
///
/// @param allowed best first
/// @param choice `codecpriority=`
public record Codecs(List<MediaFormat> allowed, CodecChoice choice) {
    public Codecs {
        allowed = List.copyOf(allowed);
    }

    /// The format to accept a call in, by Asterisk's rules alone: who writes `allow=g729,ulaw` gets
    /// G.729 from whoever has it, although we can only pass it on.
    public Optional<MediaFormat> choose(MediaOffer offer) {
        return choice.choose(offer, allowed);
    }

    /// What we offer when we call for somebody who speaks `caller`: that first, so that nothing
    /// need be transcoded, then what we can transcode.
    public MediaOffer offer(Optional<MediaFormat> caller) {
        var formats = new ArrayList<MediaFormat>();
        caller.filter(allowed::contains).ifPresent(formats::add);
        boolean transcodes = caller.map(Codecs::isOurs).orElse(true);
        allowed.stream()
                .filter(format -> transcodes && isOurs(format) && !formats.contains(format))
                .forEach(formats::add);
        return formats.isEmpty() ? MediaOffer.NONE : MediaOffer.of(formats).with(pictures());
    }

    /// The formats of pictures, as a mask. They are passed on and never translated.
    public long pictures() {
        long mask = 0;
        for (var format : allowed) {
            mask |= format.isVideo() ? format.bit() : 0;
        }
        return mask;
    }

    private static boolean isOurs(MediaFormat format) {
        return Transcoder.codec(format).isPresent();
    }
}
