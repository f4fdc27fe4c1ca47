package dev.keyline.tools.command;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.keys.ring.Unlocking;
import java.util.Arrays;

/// Unlocks private keys by passphrases that somebody types.
final class Passcodes {
    private final Talk talk;

    Passcodes(Talk talk) {
        this.talk = talk;
    }

    /// What asking came to.
    sealed interface Answer {
        record Open(KeyRing ring) implements Answer {}

        /// The key stays locked.
        record Locked(String why) implements Answer {}
    }

    /// Asks once for the passphrase of a key.
    Answer unlock(KeyRing ring, String name, String prompt) {
        return switch (talk.askOnce(prompt)) {
            case Talk.Nothing(var why) -> new Answer.Locked("Key '" + name + "' is locked. " + why);
            case Talk.Given(var text) -> unlock(ring, name, text);
        };
    }

    private static Answer unlock(KeyRing ring, String name, char[] passphrase) {
        try {
            return switch (ring.unlock(name, passphrase)) {
                case Unlocking.Unlocked(var open) -> new Answer.Open(open);
                case Unlocking.StillLocked(var why) -> new Answer.Locked(why.message());
                case Unlocking.NotLocked _ -> new Answer.Open(ring);
            };
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /// Asks for all locked keys, with Asterisk's prompt. One that stays locked is said, and the
    /// others go on.
    ///
    /// @return the ring with those open that could be opened
    KeyRing unlockAll(KeyRing ring) {
        var open = ring;
        for (var locked : ring.locked()) {
            var prompt = ">>>> passcode for PRIVATE key '" + locked.name() + "'";
            switch (unlock(open, locked.name(), prompt)) {
                case Answer.Open(var opened) -> open = opened;
                case Answer.Locked(var why) -> talk.err().println(why);
            }
        }
        return open;
    }
}
