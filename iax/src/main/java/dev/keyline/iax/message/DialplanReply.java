package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.ElementId;
import dev.keyline.iax.wire.IaxCommand;

/// What the dialplan knows about a number (RFC 5456 §6.8).
///
/// @param status bits: 1 exists, 2 can exist, 4 does not exist, 0x4000 keep the dial tone, 0x8000
///   more digits may match
/// @param refresh how long the answer holds, in seconds; 0 if not said
public record DialplanReply(String number, int status, int refresh) implements Message {
    public static final int EXISTS = 0x0001;
    public static final int CAN_EXIST = 0x0002;
    public static final int NON_EXISTENT = 0x0004;
    public static final int IGNORE_PATTERN = 0x4000;
    public static final int MATCH_MORE = 0x8000;

    /// Seconds an answer holds, where it does not say; Asterisk says the same.
    public static final int USUAL_REFRESH = 600;

    /// Whether all of these bits are set.
    public boolean says(int bits) {
        return (status & bits) == bits;
    }

    /// Seconds the answer holds.
    public int holds() {
        return refresh == 0 ? USUAL_REFRESH : refresh;
    }

    static DialplanReply read(Fields in) {
        return new DialplanReply(
                in.name(ElementId.CALLED_NUMBER),
                in.number(ElementId.DPSTATUS, 0),
                in.number(ElementId.REFRESH, 0));
    }

    @Override
    public Body body() {
        return new Draft()
                .text(ElementId.CALLED_NUMBER, number)
                .u16(ElementId.DPSTATUS, status)
                .u16(ElementId.REFRESH, Draft.nonZero(refresh))
                .body(IaxCommand.DPREP);
    }
}
