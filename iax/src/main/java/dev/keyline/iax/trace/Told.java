package dev.keyline.iax.trace;

import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MetaFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One packet of a [Story].
///
/// @param nanos since the story began
/// @param frame the frame, absent if the datagram is not one
/// @param words what it says; `encrypted` and its length if that cannot be known
/// @param remarks what its place in the story adds: `sent again`, `duplicate`, `signed by bkey`
public record Told(
        long nanos,
        PeerEnd from,
        PeerEnd to,
        Optional<Frame> frame,
        String words,
        List<String> remarks) {
    public Told {
        remarks = List.copyOf(remarks);
    }

    /// Words and remarks.
    public String text() {
        return remarks.isEmpty() ? words : words + "  [" + String.join("; ", remarks) + "]";
    }

    /// What kind of media this is, if it is of those that may get lost: there is much of it, and
    /// each piece says little.
    public Optional<String> media() {
        return frame.flatMap(
                it ->
                        switch (it) {
                            case MiniFrame _ -> Optional.of("voice");
                            case MetaFrame.Video _ -> Optional.of("video");
                            case MetaFrame.Trunk _ -> Optional.of("trunk");
                            case FullFrame _, MetaFrame.Other _ -> Optional.empty();
                        });
    }

    /// The whole line: ` 0.003 127.0.0.2:4572 > 127.0.0.1:4571 7620>0 NEW to 600`.
    public String line() {
        return String.format(
                Locale.ROOT,
                "%8s  %s > %s  %-11s  %s",
                seconds(nanos),
                from,
                to,
                frame.map(Told::numbers).orElse("-"),
                text());
    }

    /// Seconds with three decimals, as wide as an hour needs.
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }

    private static String numbers(Frame frame) {
        return switch (frame) {
            case FullFrame full -> full.source() + ">" + number(full.destination());
            case MiniFrame mini -> mini.source() + ">";
            case MetaFrame.Video video -> video.source() + ">";
            case MetaFrame.Trunk _, MetaFrame.Other _ -> "-";
        };
    }

    private static String number(CallNumber number) {
        return number.isNone() ? "?" : number.toString();
    }
}
