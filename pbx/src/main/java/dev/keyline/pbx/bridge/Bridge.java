package dev.keyline.pbx.bridge;

import dev.keyline.iax.call.CallEvent;
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

    /// Passes on the voice of one side; what else it says is for [Passage].
    public void pass(Channel from, CallEvent event, long now) {
        if (event instanceof CallEvent.Heard(var format, _, var payload)) {
            other(from).relay(format, payload, now);
        }
    }
}
