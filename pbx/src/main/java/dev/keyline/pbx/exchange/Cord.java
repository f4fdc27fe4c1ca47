package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.Command;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.endpoint.Endpoint;
import dev.keyline.pbx.channel.Channel;

/// Ties channels to the calls of our endpoint.
record Cord(Endpoint endpoint) implements Channel.Wire {
    @Override
    public void tell(CallId call, Command wish, long now) {
        endpoint.tell(call, wish, now);
    }

    @Override
    public void pass(CallId from, CallId to) {
        endpoint.switchboard().pass(from, to);
    }

    @Override
    public void keep(CallId call) {
        endpoint.switchboard().keep(call);
    }
}
