package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.ReceiverReport;
import dev.keyline.pbx.channel.Channel;

/// Tells the log once a second how each call is heard (`iax2 set debug jb`).
final class JitterWatch implements Sleeper {
    private static final long SECOND = 1_000_000_000L;

    private final House house;

    JitterWatch(House house) {
        this.house = house;
    }

    void turn(boolean on, long now) {
        house.agenda().set(this, on ? now + SECOND : Long.MAX_VALUE);
    }

    @Override
    public void wake(long now) {
        house.roll().channels().forEach(this::tell);
        house.agenda().set(this, now + SECOND);
    }

    private void tell(Channel channel) {
        house.endpoint()
                .statistics(channel.identity().call())
                .ifPresent(s -> house.journal().notice(words(channel.name(), s.ours())));
    }

    private static String words(String name, ReceiverReport heard) {
        return "JB %s: jitter %d ms, delay %d ms, received %d, lost %d, dropped %d, out of order %d"
                .formatted(
                        name,
                        heard.jitter(),
                        heard.delay(),
                        heard.packets(),
                        heard.lossCount(),
                        heard.dropped(),
                        heard.outOfOrder());
    }
}
