package dev.keyline.pbx.command;

import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.State;
import dev.keyline.pbx.exchange.Exchange;
import dev.keyline.pbx.exchange.Health;
import java.util.Arrays;
import java.util.List;

/// What a device is doing, in the words of `core show hints`; of several, whoever is busiest
/// counts.
enum DeviceState {
    UNAVAILABLE("Unavailable"),
    IDLE("Idle"),
    RINGING("Ringing"),
    IN_USE("InUse");

    private final String word;

    DeviceState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// The state of what stands in a hint, `IAX2/alice&IAX2/bob`.
    static DeviceState of(Exchange exchange, String devices) {
        return Arrays.stream(devices.split("&", -1))
                .map(device -> one(exchange, device.strip()))
                .max(DeviceState::compareTo)
                .orElse(UNAVAILABLE);
    }

    private static DeviceState one(Exchange exchange, String device) {
        if (!device.regionMatches(true, 0, "IAX2/", 0, 5)) {
            return UNAVAILABLE;
        }
        var peer = device.substring(5);
        var states = states(exchange, peer);
        if (!states.isEmpty()) {
            return states.contains(State.UP) ? IN_USE : RINGING;
        }
        return isReachable(exchange, peer) ? IDLE : UNAVAILABLE;
    }

    private static List<State> states(Exchange exchange, String peer) {
        return exchange.channels().stream()
                .filter(c -> c.identity().section().equalsIgnoreCase(peer))
                .map(Channel::state)
                .toList();
    }

    private static boolean isReachable(Exchange exchange, String peer) {
        var health = exchange.peers().health(peer).state();
        return exchange.peers().address(peer).isPresent()
                && (health == Health.State.OK || health == Health.State.UNMONITORED);
    }
}
