package dev.keyline.bench;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;

/// Frames and a call of the usual size, for more than one subject.
final class Samples {
    static final PeerAddress WEST = PeerAddress.ofIPv4("192.0.2.1", PeerAddress.DEFAULT_PORT);
    static final PeerAddress EAST = PeerAddress.ofIPv4("192.0.2.2", PeerAddress.DEFAULT_PORT);

    /// 20 ms of ulaw.
    static final Bytes BLOCK = Bytes.copyOf(new byte[160]);

    static final CallNumber OURS = new CallNumber(4711);
    static final CallNumber THEIRS = new CallNumber(815);

    private static final MediaOffer ULAW = MediaOffer.of(List.of(MediaFormat.ULAW));

    private Samples() {}

    static MiniFrame mini() {
        return new MiniFrame(OURS, 20, BLOCK);
    }

    static FullFrame voice() {
        return full(voiceBody());
    }

    static Body voiceBody() {
        return Body.ofFormat(FrameType.VOICE, MediaFormat.ULAW.bit(), BLOCK);
    }

    /// A NEW: of the frames of a usual call it has the most elements.
    static FullFrame greeting() {
        return full(call().request().body());
    }

    static Destination call() {
        return call(Credentials.none("west"));
    }

    static Destination call(Credentials shown) {
        return Destination.of(EAST, "600", "public", shown, ULAW);
    }

    private static FullFrame full(Body body) {
        return new FullFrame(OURS, THEIRS, false, 3, SeqNo.ZERO, SeqNo.ZERO, body);
    }
}
