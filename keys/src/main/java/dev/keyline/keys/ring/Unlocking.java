package dev.keyline.keys.ring;

import java.util.Optional;

/// What a passphrase did.
public sealed interface Unlocking {
    /// The passphrase was right.
    ///
    /// @param ring the ring to use from now on, with the key open
    record Unlocked(KeyRing ring) implements Unlocking {}

    /// The key stays as it was and may be tried again.
    record StillLocked(Refusal.BadContent why) implements Unlocking {}

    /// There is nothing to unlock: the key is open already, or not there.
    ///
    /// @param why it is not there; empty when it is open
    record NotLocked(Optional<Refusal> why) implements Unlocking {}
}
