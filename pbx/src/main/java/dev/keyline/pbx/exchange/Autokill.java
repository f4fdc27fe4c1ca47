package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.endpoint.DialogueView;
import dev.keyline.pbx.channel.Channel;

/// Gives up a call of ours of which nothing at all was heard (`autokill=`, or `qualify=` of the
/// peer): not a ring, not even an ACK. Without it such a call lasts as long as repetitions do.
///
/// Asterisk waits twice the time that is written, and its sample file speaks of once. We follow
/// Asterisk.
final class Autokill implements Sleeper {
    private final House house;
    private final Channel channel;

    private Autokill(House house, Channel channel) {
        this.house = house;
        this.channel = channel;
    }

    /// Watches over a call that was placed just now, if its peer or `[general]` wants that.
    static void watch(House house, Channel channel, long now) {
        long patience = patience(house, channel.identity().section());
        if (patience > 0) {
            house.agenda().set(new Autokill(house, channel), now + 2 * patience);
        }
    }

    private static long patience(House house, String section) {
        return house.lines()
                .peer(section)
                .map(peer -> peer.qualify().limit())
                .filter(limit -> limit > 0)
                .orElse(house.lines().general().autokill());
    }

    @Override
    public void wake(long now) {
        if (!channel.isGone() && !isHeard()) {
            house.journal()
                    .notice(
                            "Auto-congesting call due to slow response: nothing was heard of "
                                    + channel.name()
                                    + " (autokill, or qualify of its peer)");
            channel.hangUp(Cause.CONGESTION, now);
        }
    }

    /// Whether anything came back: a number of theirs, or a message that has none, such as
    /// CALLTOKEN.
    private boolean isHeard() {
        return house.endpoint()
                .dialogue(channel.identity().call())
                .filter(Autokill::isHeard)
                .isPresent();
    }

    private static boolean isHeard(DialogueView view) {
        return !view.theirs().isNone()
                || view.first().startsWith("Rx")
                || view.last().startsWith("Rx");
    }
}
