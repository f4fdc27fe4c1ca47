package dev.keyline.tools.command;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Unlocking;
import java.util.Arrays;
import java.util.Optional;

/// Unlocks private keys by passphrases that somebody types.
///
/// @param lock where they are tried
record Passcodes(Talk talk, Lock lock) {
    /// Takes a passphrase for a key; the array stays the caller's.
    interface Lock {
        Unlocking unlock(String name, char[] passphrase);
    }

    /// Asks once for the passphrase of a key.
    ///
    /// @return why the key stays locked, if it does
    Optional<String> ask(String name, String prompt) {
        return switch (talk.askOnce(prompt)) {
            case Talk.Nothing(var why) -> Optional.of("Key '" + name + "' is locked. " + why);
            case Talk.Given(var text) -> attempt(name, text);
        };
    }

    private Optional<String> attempt(String name, char[] passphrase) {
        try {
            return switch (lock.unlock(name, passphrase)) {
                case Unlocking.Unlocked _ -> Optional.empty();
                case Unlocking.StillLocked(var why) -> Optional.of(why.message());
                case Unlocking.NotLocked(var why) -> why.map(refusal -> refusal.message());
            };
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /// Asks for all locked keys, with Asterisk's prompt. One that stays locked is said, and the
    /// others go on.
    void askAll(KeyRing ring) {
        for (var locked : ring.locked()) {
            ask(locked.name(), ">>>> passcode for PRIVATE key '" + locked.name() + "'")
                    .ifPresent(talk.err()::println);
        }
    }
}
