package dev.keyline.iax.cipher;

import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.SeqNo;
import java.util.function.Predicate;

/// Whether an opened full frame can have been sent at this point of the call. Nothing else tells a
/// right key from a wrong one: a frame opened with the wrong one is made of chance, and one in a
/// hundred million of those gets through here.
///
/// @param expected the number their next frame will have
/// @param next the number our next frame will have
/// @param elapsed milliseconds since the call began; both sides stamp with that
public record Sense(SeqNo expected, SeqNo next, int elapsed) implements Predicate<FullFrame> {
    /// Frames that may be under way at once, and so how far numbers may differ.
    private static final int WINDOW = 64;

    /// How far their clock may be ahead of ours, in milliseconds.
    private static final int AHEAD = 60_000;

    @Override
    public boolean test(FullFrame frame) {
        return isKnown(frame)
                && (isVnak(frame) || near(frame.sent(), expected, WINDOW))
                && near(frame.expected(), next, 0)
                && frame.timestamp() >= 0
                && frame.timestamp() <= elapsed + AHEAD;
    }

    /// Whether `number` is at most a window behind `point` and at most `ahead` before it.
    private static boolean near(SeqNo number, SeqNo point, int ahead) {
        return (byte) number.since(point) <= ahead && (byte) number.since(point) >= -WINDOW;
    }

    /// A VNAK bears the number it misses twice, and that is one of ours.
    private static boolean isVnak(FullFrame frame) {
        return frame.body().is(FrameType.IAX)
                && frame.body().value() == IaxCommand.VNAK.number()
                && frame.sent().equals(frame.expected());
    }

    private static boolean isKnown(FullFrame frame) {
        var body = frame.body();
        return body.is(FrameType.IAX)
                ? IaxCommand.of(body.value()) != null
                : FrameType.of(body.type()) != null;
    }
}
