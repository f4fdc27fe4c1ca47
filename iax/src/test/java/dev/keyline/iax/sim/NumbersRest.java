package dev.keyline.iax.sim;

import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.PeerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A number that is in use towards a peer begins nothing else there, and rests before it does. What
/// a number says before it is heard (NEW again, with a token) is the same call. Who is started
/// again remembers nothing, not even that.
final class NumbersRest implements Wire.Rule {
    private static final long REST = 60_000_000_000L;

    private final List<Talker> talkers;
    private final Map<Use, Long> lastWord = new HashMap<>();

    private record Use(int party, int life, PeerAddress to, CallNumber number) {}

    NumbersRest(List<Talker> talkers) {
        this.talkers = talkers;
    }

    @Override
    public String look(Network.Passage passage, FullFrame frame) {
        var wrong = "";
        for (var talker : talkers) {
            if (talker.address().equals(passage.from())) {
                wrong = look(talker, passage, frame);
            }
        }
        return wrong;
    }

    private String look(Talker talker, Network.Passage passage, FullFrame frame) {
        var use = new Use(talker.number(), talker.life(), passage.to(), frame.source());
        if (Wire.isFirst(frame)) {
            var last = lastWord.getOrDefault(use, Long.MIN_VALUE / 2);
            return !frame.retry() && passage.at() - last < REST
                    ? use + " is used again before it has rested"
                    : "";
        }
        if (isWordOfACall(frame)) {
            lastWord.put(use, passage.at());
        }
        return "";
    }

    /// ACK and INVAL are also said about calls that are over, or that were another life's.
    private static boolean isWordOfACall(FullFrame frame) {
        var command = Wire.command(frame);
        return command != IaxCommand.ACK
                && command != IaxCommand.INVAL
                && !frame.source().equals(CallNumber.STATELESS);
    }
}
