package dev.keyline.pbx.ledger;

import dev.keyline.iax.wire.PeerAddress;

/// What becomes of callers and peers at the door; [LoginEvent] tells how they got in.
public sealed interface LineEvent extends ExchangeEvent {
    /// A caller was let in and refused all the same: no such extension, no common codec, no room.
    ///
    /// @param cause Q.850
    record Refused(PeerAddress from, String section, String exten, int cause, String why)
            implements LineEvent {}

    /// A peer registered here, or did so again.
    ///
    /// @param seconds for how long
    record Enrolled(PeerAddress from, String section, int seconds) implements LineEvent {}

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
}
