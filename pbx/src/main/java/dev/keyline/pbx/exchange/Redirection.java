package dev.keyline.pbx.exchange;

import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import dev.keyline.pbx.channel.State;

/// Sends a channel to another place of the dialplan, wherever it is now. Whoever it talked with is
/// left alone: a caller goes on as if the called one had hung up, a called one is hung up.
final class Redirection {
    private final House house;

    Redirection(House house) {
        this.house = house;
    }

    /// Sends a channel elsewhere.
    ///
    /// @return false when it has not begun to walk, was called and has not answered, or is over
    boolean redirect(Channel channel, Position to, long now) {
        var walk = house.roll().walkOf(channel);
        if (walk.isEmpty()) {
            return false;
        }
        return walk.get().channel() == channel
                ? walk.get().redirect(to, now)
                : take(channel, walk.get(), to, now);
    }

    /// One that was called has no walk of its own yet.
    private boolean take(Channel channel, Walk callers, Position to, long now) {
        if (channel.state() != State.UP) {
            return false;
        }
        var own = new Walk(house, channel, to);
        house.roll().reseat(own);
        callers.taken(channel, now);
        own.setOut(now);
        return true;
    }
}
