package dev.keyline.iax.sim;

import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A stranger is never sent more octets than he has sent, and holds no memory: he has no token of
/// his own, and those he overhears are good for others.
final class StrangersGainNothing implements Invariant, Wire.Rule {
    private final Strangers strangers;
    private final List<Talker> talkers;
    private final Map<PeerAddress, Integer> got = new HashMap<>();
    private int knocks;

    StrangersGainNothing(Strangers strangers, List<Talker> talkers) {
        this.strangers = strangers;
        this.talkers = talkers;
    }

    @Override
    public String look(Network.Passage passage, FullFrame frame) {
        if (!strangers.include(passage.to())) {
            return "";
        }
        int octets = got.merge(passage.to(), passage.datagram().length(), Integer::sum);
        int paid = strangers.sentBy(passage.to());
        return octets > paid ? passage.to() + " sent " + paid + " octets and got " + octets : "";
    }

    @Override
    public String check(Network world) {
        if (knocks == strangers.knocks()) {
            return "";
        }
        knocks = strangers.knocks();
        return talkers.stream()
                .flatMap(talker -> talker.endpoint().numbersHeld().keySet().stream())
                .filter(strangers::include)
                .findFirst()
                .map(stranger -> stranger + " is remembered")
                .orElse("");
    }
}
