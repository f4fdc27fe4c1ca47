package dev.keyline.pbx.channel;

import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.wire.Bytes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a channel says, in the one format it speaks.
final class Mouth {
    private final MediaFormat format;
    private final Optional<Transcoder.Voice> voice;
    private final Map<MediaFormat, Optional<Transcoder>> transcoders =
            new EnumMap<>(MediaFormat.class);

    Mouth(MediaFormat format) {
        this.format = format;
        this.voice = Transcoder.codec(format).map(Transcoder.Voice::new);
    }

    MediaFormat format() {
        return format;
    }

    /// Frames for samples of 8 kHz; none when we lack the codec.
    List<Bytes> frames(short[] samples) {
        return voice.map(v -> v.frames(samples)).orElse(List.of());
    }

    /// Frames for a payload of another channel: untouched in the same format, otherwise transcoded;
    /// none when we lack a codec.
    List<Bytes> frames(MediaFormat from, Bytes payload) {
        return from == format
                ? List.of(payload)
                : transcoders
                        .computeIfAbsent(from, _ -> Transcoder.between(from, format))
                        .map(transcoder -> transcoder.convert(payload))
                        .orElse(List.of());
    }
}
