package dev.keyline.iax.sim;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows each full frame on the wire once to everybody who has a rule about them.
final class Wire implements Invariant {
    private final List<Rule> rules;
    private int seen;

    /// What holds for every full frame.
    interface Rule {
        /// What is wrong, or an empty text.
        String look(Network.Passage passage, FullFrame frame);
    }

    Wire(Rule... rules) {
        this.rules = List.of(rules);
    }

    @Override
    public String check(Network world) {
        for (; seen < world.sent(); seen++) {
            var passage = world.passage(seen);
            if (parse(passage) instanceof FullFrame full) {
                for (var rule : rules) {
                    var wrong = rule.look(passage, full);
                    if (!wrong.isEmpty()) {
                        return wrong;
                    }
                }
            }
        }
        return "";
    }

    private static Frame parse(Network.Passage passage) {
        try {
            return Frame.parse(passage.datagram().toArray());
        } catch (MalformedFrame e) {
            throw new AssertionError("a party sent what nobody can read", e);
        }
    }

    /// The command in a frame; of an encrypted one, noise.
    static @Nullable IaxCommand command(FullFrame frame) {
        return frame.body().is(FrameType.IAX) ? IaxCommand.of(frame.body().value()) : null;
    }

    /// Whether a frame begins something. Its destination is never encrypted, and tells.
    static boolean isFirst(FullFrame frame) {
        var command = command(frame);
        return frame.destination().isNone()
                && (command == IaxCommand.NEW
                        || command == IaxCommand.REGREQ
                        || command == IaxCommand.REGREL);
    }
}
