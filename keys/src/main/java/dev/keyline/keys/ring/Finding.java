package dev.keyline.keys.ring;

import java.nio.file.Path;
import java.util.Optional;

/// What was found out about one file of a key directory.
///
/// @param words what it is, or what is wrong and what to do
public record Finding(Path file, State state, String words, Optional<Fingerprint> fingerprint) {
    /// From good to bad.
    public enum State {
        /// Usable now.
        WORKS,
        /// Usable once somebody gives its passphrase.
        LOCKED,
        /// No key by its name, and left alone.
        IGNORED,
        NOT_YET_VALID,
        EXPIRED,
        /// The two halves of this name do not belong together.
        MISMATCHED,
        /// Cannot be used as it is.
        UNUSABLE;

        /// Whether nobody needs to do anything about the file itself.
        public boolean isFine() {
            return compareTo(NOT_YET_VALID) < 0;
        }
    }
}
