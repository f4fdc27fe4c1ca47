package dev.keyline.iax.sim;

import dev.keyline.iax.endpoint.Limits;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;

/// No address has more calls than it may. Looked at whenever something begins.
record LimitsHold(List<Talker> talkers, Limits limits) implements Wire.Rule {
    @Override
    public String look(Network.Passage passage, FullFrame frame) {
        return Wire.isFirst(frame) ? tooMany() : "";
    }

    private String tooMany() {
        for (var talker : talkers) {
            var calls = new HashMap<PeerAddress, Integer>();
            for (var call : talker.endpoint().dialogues()) {
                if (calls.merge(call.peer(), 1, Integer::sum) > limits.callsPerAddress()) {
                    return call.peer() + " has too many calls with " + talker.address();
                }
            }
        }
        return "";
    }
}
