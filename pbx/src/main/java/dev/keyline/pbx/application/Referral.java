package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.message.Transfer;
import dev.keyline.pbx.bridge.Bridge;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Position;
import java.util.Optional;

/// The blind transfer (RFC 5456 §6.4.6): one side of a call sends the other elsewhere, and leaves.
/// As in Asterisk the context it names counts for nothing: the other side goes where the caller
/// could have gone.
final class Referral {
    private final Errand errand;
    private final Bridge bridge;

    Referral(Errand errand, Bridge bridge) {
        this.errand = errand;
        this.bridge = bridge;
    }

    /// What the call does next; empty when there is no such extension, and nothing happens.
    Optional<Move> follow(Channel from, Transfer wish, long now) {
        var caller = errand.channel();
        var to = new Position(caller.position().context(), wish.number(), 1);
        var other = bridge.other(from);
        if (!errand.office().leads(caller, to, now)) {
            errand.warn(
                    from.name()
                            + " cannot send "
                            + other.name()
                            + " to an extension that does not exist in context "
                            + to.context());
            return Optional.empty();
        }
        errand.office().journal().verbose(from.name() + " sends " + other.name() + " to " + to);
        if (other == caller) {
            from.hangUp(Cause.NORMAL, now);
            caller.heardHere(now);
            return Optional.of(new Move.Jump(to));
        }
        errand.office().send(other, to, now);
        return Optional.of(new Move.HangUp(Cause.NORMAL));
    }

    /// `Transfer([IAX2/]exten[@context])`: has the caller's exchange send whoever it is talking for
    /// to another extension of its own.
    record Refer() implements Application {
        @Override
        public String name() {
            return "Transfer";
        }

        @Override
        public Move begin(Errand errand, long now) {
            var text = errand.arguments().at(0);
            var parts = text.substring(text.indexOf('/') + 1).split("@", 2);
            boolean other = text.contains("/") && !text.regionMatches(true, 0, "IAX2/", 0, 5);
            if (parts[0].isEmpty() || other) {
                errand.warn("Transfer needs an extension, such as Transfer(600)");
                errand.let("TRANSFERSTATUS", other ? "UNSUPPORTED" : "FAILURE");
                return Move.NEXT;
            }
            var context = parts.length > 1 ? parts[1] : null;
            errand.channel().tell(new Command.Carry(new Transfer(parts[0], context)), now);
            errand.let("TRANSFERSTATUS", "SUCCESS");
            return Move.NEXT;
        }
    }
}
