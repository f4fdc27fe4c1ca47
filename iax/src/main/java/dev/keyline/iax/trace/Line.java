package dev.keyline.iax.trace;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.util.List;
import java.util.Optional;

/// One frame as one line, for who sees it alone (a log, a live trace). [Story] knows more, because
/// it remembers what went before.
public final class Line {
    private Line() {}

    /// The line of a frame.
    ///
    /// @param nanos since whatever the reader counts from
    public static String of(long nanos, PeerEnd from, PeerEnd to, Frame frame) {
        return new Told(nanos, from, to, Optional.of(frame), words(frame), List.of()).line();
    }

    /// What a frame says, without its envelope.
    public static String words(Frame frame) {
        return switch (frame) {
            case FullFrame full -> Words.of(full.body());
            case MiniFrame mini -> "voice, " + Words.octets(mini.payload());
            case MetaFrame.Video video -> "video, " + Words.octets(video.payload());
            case MetaFrame.Trunk trunk -> TrunkWords.of(trunk);
            case MetaFrame.Other other -> "META command " + other.command();
        };
    }
}
