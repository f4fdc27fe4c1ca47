package dev.keyline.keys.ring;

/// A file that has the name of a key and is none we can use; remembered so that a look-up can say
/// why.
record Refused(KeyFile file, Refusal why) implements Slot {}
