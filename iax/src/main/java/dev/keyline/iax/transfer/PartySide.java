package dev.keyline.iax.transfer;

import dev.keyline.iax.wire.PeerAddress;
import java.util.Optional;
import java.util.function.Predicate;

/// What a party may rely on when it is asked to talk to somebody else.
///
/// @param peer who asks
/// @param rule what the configuration allows; to an end [TransferRule#MEDIA_ONLY] is as good as
///   yes, for a TXREQ does not say which it will be
/// @param encrypted whether the call is encrypted: the other end has no key for it
/// @param established whether the call was accepted; before that nobody is moved
/// @param weary whether we were asked too often
/// @param possible whether our number and theirs are not taken at that address
public record PartySide(
        PeerAddress peer,
        TransferRule rule,
        boolean encrypted,
        boolean established,
        boolean weary,
        Predicate<Target> possible) {
    /// Why not to try that address; empty when it is to be tried.
    Optional<String> objection(Target target) {
        if (rule == TransferRule.NO) {
            return Optional.of("transfer=no");
        }
        if (encrypted) {
            return Optional.of("the call is encrypted");
        }
        if (!established || weary) {
            return Optional.of(weary ? "asked too often" : "the call is not up");
        }
        return Reach.objection(peer, target.address())
                .map(what -> target.address() + " is " + what)
                .or(
                        () ->
                                possible.test(target)
                                        ? Optional.empty()
                                        : Optional.of("a call number is taken there"));
    }
}
