package dev.keyline.keys.ring;

import java.util.List;

/// A new ring, and how it differs from the old one.
///
/// @param changes in the order of `keys show`; empty if nothing happened
public record Reload(KeyRing ring, List<Change> changes) {
    public Reload {
        changes = List.copyOf(changes);
    }

    /// One thing worth a line in the log. Removals and refusals in particular: silence about them
    /// is how an exchange loses a trunk overnight.
    public sealed interface Change {
        String message();

        /// Whether somebody should look after it.
        default boolean isTrouble() {
            return false;
        }
    }

    public record Added(Entry entry) implements Change {
        @Override
        public String message() {
            return entry.file().path() + " loaded";
        }
    }

    /// The file has new content, and that counts from now on. A locked key that was open before
    /// needs its passphrase again.
    public record Replaced(Entry entry) implements Change {
        @Override
        public String message() {
            return entry.file().path() + " changed and was loaded again";
        }
    }

    /// The file is gone, and so is the key.
    public record Removed(Entry entry) implements Change {
        @Override
        public String message() {
            return entry.file().path() + " is gone, the key is no longer used";
        }

        @Override
        public boolean isTrouble() {
            return true;
        }
    }

    /// The file can no longer be used; the key loaded before stays in use.
    public record Kept(Entry entry, Refusal why) implements Change {
        @Override
        public String message() {
            return why.message()
                    + " (the key loaded before stays in use; remove the file to withdraw it)";
        }

        @Override
        public boolean isTrouble() {
            return true;
        }
    }

    /// A file that was not in use and still cannot be.
    public record NotLoaded(Refusal why) implements Change {
        @Override
        public String message() {
            return why.message();
        }

        @Override
        public boolean isTrouble() {
            return true;
        }
    }

    /// The validity file of a key came, went or changed.
    public record Limited(String name, Validity validity) implements Change {
        @Override
        public String message() {
            return "Key '" + name + "' is valid " + validity;
        }
    }
}
