package dev.keyline.pbx.ledger;

import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;

/// Somebody came to the door, or we stood at somebody else's. One for each attempt.
public sealed interface LineEvent extends ExchangeEvent {
    /// A caller was let in.
    ///
    /// @param section of `iax.conf`
    /// @param method `rsa`, `md5`, `plaintext` or `none`
    /// @param key name of the public key, empty unless the method is `rsa`
    /// @param fingerprint of that key
    record LetIn(
            PeerAddress from,
            String section,
            String method,
            String key,
            String fingerprint,
            String exten)
            implements LineEvent {}

    /// A caller was not let in.
    ///
    /// @param username the name given, empty if none was
    /// @param details what was tried, one line for each key or secret
    /// @param explanation what to look at, and where
    record TurnedAway(
            PeerAddress from,
            String username,
            Verdict.Reason reason,
            List<String> details,
            String explanation,
            String exten)
            implements LineEvent {
        public TurnedAway {
            details = List.copyOf(details);
        }
    }

    /// A caller was let in and refused all the same: no such extension, no common codec, no room.
    ///
    /// @param cause Q.850
    record Refused(PeerAddress from, String section, String exten, int cause, String why)
            implements LineEvent {}

    /// A peer registered here, or did so again.
    ///
    /// @param method as in [LetIn]
    /// @param seconds for how long
    record Enrolled(
            PeerAddress from,
            String section,
            String method,
            String key,
            String fingerprint,
            int seconds)
            implements LineEvent {}

    /// A peer is registered here no more.
    ///
    /// @param why `Released` or `Expired`
    record Gone(String section, String why) implements LineEvent {}

    /// A peer that is watched does better or worse.
    ///
    /// @param status as `iax2 show peers` has it
    record Changed(String section, String status) implements LineEvent {}

    /// We are registered elsewhere, at another address of ours than before or for the first time.
    ///
    /// @param seenAt where they see us
    record Registered(PeerAddress at, String seenAt, int seconds) implements LineEvent {}

    /// We answered the question who we are.
    record Answered(PeerAddress to, String channel, String method, String key, String fingerprint)
            implements LineEvent {}
}
