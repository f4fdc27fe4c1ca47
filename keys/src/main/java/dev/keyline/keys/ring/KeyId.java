package dev.keyline.keys.ring;

import java.util.Comparator;

/// One half of one pair. `alice` PUBLIC and `alice` PRIVATE are independent of each other.
///
/// Sorted by name, the public half first. Asterisk lists keys in the order in which the directory
/// happens to return them; ours is the same on every machine.
///
/// @param name as `inkeys` and `outkey` spell it; upper and lower case differ
public record KeyId(String name, KeyType type) implements Comparable<KeyId> {
    private static final Comparator<KeyId> ORDER =
            Comparator.comparing(KeyId::name).thenComparing(KeyId::type);

    /// The name of its file.
    public String fileName() {
        return name + type.suffix();
    }

    KeyId otherHalf() {
        return new KeyId(name, type == KeyType.PUBLIC ? KeyType.PRIVATE : KeyType.PUBLIC);
    }

    @Override
    public int compareTo(KeyId other) {
        return ORDER.compare(this, other);
    }
}
