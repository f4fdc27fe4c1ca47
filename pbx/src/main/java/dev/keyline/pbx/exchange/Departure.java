package dev.keyline.pbx.exchange;

import dev.keyline.iax.transfer.TransferEvent;
import dev.keyline.iax.transfer.TransferRule;
import dev.keyline.pbx.channel.Channel;

/// Leaves two parties alone with each other where both sections say so (RFC 5456 §6.5). Asterisk
/// did that up to version 11 by itself and no longer does; here `transfer=` has to be written at
/// both, for whoever leaves sees no end of the call, and no `L()` holds.
final class Departure {
    private final House house;

    Departure(House house) {
        this.house = house;
    }

    /// Asks both parties to talk directly, unless something here still needs to be in between: a
    /// time limit, a translation, encryption. Until they do, the call goes on through us.
    void attempt(Channel one, Channel two, long now) {
        var rule = one.reroute().and(two.reroute());
        boolean needed =
                one.isEncrypted()
                        || two.isEncrypted()
                        || !one.format().equals(two.format())
                        || one.timeouts().absolute() != Long.MAX_VALUE;
        if (rule == TransferRule.NO || needed) {
            return;
        }
        var first = one.identity();
        var second = two.identity();
        if (house.endpoint().transfer(first.call(), second.call(), rule, now)) {
            house.journal()
                    .verbose("Asking " + one.name() + " and " + two.name() + " to talk directly");
        }
    }

    /// What became of it, or of what a peer asked of us.
    static String words(TransferEvent what) {
        return switch (what) {
            case TransferEvent.Moved(var to) -> "goes on directly with " + to;
            case TransferEvent.VoiceMoved(var to) -> "has its voice directly from and to " + to;
            case TransferEvent.Refused(var why) -> "is not moved by its peer: " + why;
            case TransferEvent.VoiceLeft() -> "has its voice past us";
            case TransferEvent.Stayed(var why) -> "goes on through us: " + why;
        };
    }
}
