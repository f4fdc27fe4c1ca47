package dev.keyline.tools.load;

import dev.keyline.audio.codec.Codec;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.iax.endpoint.Switchboard;
import dev.keyline.iax.message.MediaFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What all callers of one endpoint share.
final class Line {
    private final Endpoint endpoint;
    private final Tally tally;
    private final byte[] block = new byte[Codec.SLIN.octetsPerFrame()];
    private final Map<Role, Map<MediaFormat, Utterance>> utterances = new HashMap<>();

    Line(Endpoint endpoint, Tally tally) {
        this.endpoint = endpoint;
        this.tally = tally;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Tally tally() {
        return tally;
    }

    Switchboard switchboard() {
        return endpoint.switchboard();
    }

    /// Where a block is put together.
    byte[] block() {
        return block;
    }

    /// What a role says in this format.
    Utterance utterance(Role.Calling role, MediaFormat format) {
        return utterances
                .computeIfAbsent(role, _ -> new EnumMap<>(MediaFormat.class))
                .computeIfAbsent(format, _ -> Utterance.of(role.play(), codec(format)));
    }

    private static Codec codec(MediaFormat format) {
        return Codec.labelled(format.asteriskName()).orElseThrow();
    }
}
