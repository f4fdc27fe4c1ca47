package dev.keyline.keys.ring;

/// The halves of a key pair, in the words of `keys show`.
public enum KeyType {
    /// Checks the answers of a remote side (`inkeys`).
    PUBLIC(".pub"),
    /// Answers for ourselves (`outkey`).
    PRIVATE(".key");

    private final String suffix;

    KeyType(String suffix) {
        this.suffix = suffix;
    }

    /// How file names of this type end; upper and lower case differ.
    public String suffix() {
        return suffix;
    }
}
