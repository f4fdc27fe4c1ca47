package dev.keyline.iax.transfer;

import java.util.Optional;

/// Where an end of a transfer stands.
public sealed interface PartyLeg {
    /// Whom it concerns; empty when no transfer is under way.
    Optional<Target> target();

    /// No transfer is under way.
    record Settled() implements PartyLeg {
        @Override
        public Optional<Target> target() {
            return Optional.empty();
        }
    }

    /// We were asked to (TXREQ), and ask the other end whether it hears us (TXCNT).
    ///
    /// @param left how often we ask again
    /// @param met whether the other end has asked us meanwhile
    record Connecting(Target to, int left, boolean met) implements PartyLeg {
        @Override
        public Optional<Target> target() {
            return Optional.of(to);
        }
    }

    /// The direct path works from here, and who asked knows (TXREADY).
    record Ready(Target to) implements PartyLeg {
        @Override
        public Optional<Target> target() {
            return Optional.of(to);
        }
    }

    /// Voice goes directly, the rest as before (TXMEDIA).
    record MediaDirect(Target to) implements PartyLeg {
        @Override
        public Optional<Target> target() {
            return Optional.of(to);
        }
    }
}
