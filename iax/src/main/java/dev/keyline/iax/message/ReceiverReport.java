package dev.keyline.iax.message;

import dev.keyline.iax.wire.ElementId;
import org.jspecify.annotations.Nullable;

/// How well a side hears the other, since the call began (RFC 5456 §8.6).
///
/// @param jitter in milliseconds
/// @param lossPercent lost frames of the recent past, 0 to 100 (one octet)
/// @param lossCount frames lost, 24 bits
/// @param packets frames received
/// @param delay the longest playout delay, in milliseconds, 16 bits
/// @param dropped frames that came too late to be played
/// @param outOfOrder frames that overtook another
public record ReceiverReport(
        int jitter,
        int lossPercent,
        int lossCount,
        int packets,
        int delay,
        int dropped,
        int outOfOrder) {
    private static final int COUNT_MASK = 0xFFFFFF;

    /// The report in a PONG, null if none of its elements is there; a missing one counts as 0.
    static @Nullable ReceiverReport read(Fields in) {
        if (!isIn(in)) {
            return null;
        }
        int loss = in.number(ElementId.RR_LOSS, 0);
        return new ReceiverReport(
                in.number(ElementId.RR_JITTER, 0),
                loss >>> 24,
                loss & COUNT_MASK,
                in.number(ElementId.RR_PKTS, 0),
                in.number(ElementId.RR_DELAY, 0),
                in.number(ElementId.RR_DROPPED, 0),
                in.number(ElementId.RR_OOO, 0));
    }

    private static boolean isIn(Fields in) {
        return in.has(ElementId.RR_JITTER)
                || in.has(ElementId.RR_LOSS)
                || in.has(ElementId.RR_PKTS)
                || in.has(ElementId.RR_DELAY)
                || in.has(ElementId.RR_DROPPED)
                || in.has(ElementId.RR_OOO);
    }

    static Draft write(@Nullable ReceiverReport report, Draft out) {
        return report == null ? out : report.writeTo(out);
    }

    private Draft writeTo(Draft out) {
        return out.u32(ElementId.RR_JITTER, jitter)
                .u32(ElementId.RR_LOSS, (lossPercent << 24) | (lossCount & COUNT_MASK))
                .u32(ElementId.RR_PKTS, packets)
                .u16(ElementId.RR_DELAY, delay)
                .u32(ElementId.RR_DROPPED, dropped)
                .u32(ElementId.RR_OOO, outOfOrder);
    }
}
