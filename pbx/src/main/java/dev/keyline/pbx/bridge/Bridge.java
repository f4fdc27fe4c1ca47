package dev.keyline.pbx.bridge;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.Indication;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Transcoder;
import java.util.Optional;

/// Two channels that hear each other.
public record Bridge(Channel one, Channel two) {
    /// The channel at the other side of this one.
    public Channel other(Channel side) {
        return side == one ? two : one;
    }

    /// Whether this channel takes part.
    public boolean joins(Channel side) {
        return side == one || side == two;
    }

    /// Why they cannot hear each other, if so: two formats, and we lack the codec of one.
    public Optional<String> obstacle() {
        return one.format()
                .flatMap(
                        a ->
                                two.format()
                                        .filter(b -> a != b && Transcoder.between(a, b).isEmpty())
                                        .map(
                                                b ->
                                                        one.name()
                                                                + " speaks "
                                                                + a.asteriskName()
                                                                + ", "
                                                                + two.name()
                                                                + " "
                                                                + b.asteriskName()
                                                                + ", and there is no codec between"
                                                                + " them; allow= one of ulaw, alaw,"
                                                                + " gsm, slin on both sides"));
    }

    /// Passes on what one side said.
    public void pass(Channel from, CallEvent event, long now) {
        var to = other(from);
        switch (event) {
            case CallEvent.Heard(var format, _, var payload) -> to.relay(format, payload, now);
            case CallEvent.Pressed(char digit, boolean begin) -> to.press(digit, begin, now);
            case CallEvent.Wrote(var text) -> to.write(text, now);
            case CallEvent.Carried(var message) -> to.tell(new Command.Carry(message), now);
            case CallEvent.Indicated(var what, var data) when travels(what) ->
                    to.tell(new Command.Indicate(what, data), now);
            default -> {}
        }
    }

    /// What one side may tell the other during a call. OPTION is a matter between neighbours.
    private static boolean travels(Indication what) {
        return switch (what) {
            case HOLD, UNHOLD, FLASH, VIDEO_UPDATE, RINGING, PROGRESS, PROCEEDING -> true;
            default -> false;
        };
    }
}
