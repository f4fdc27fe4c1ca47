package dev.keyline.keys.genkey;

import dev.keyline.keys.pem.KeySize;
import dev.keyline.keys.ring.KeyId;
import dev.keyline.keys.ring.KeyType;
import java.nio.file.Path;
import java.util.Optional;

/// The key pair that is wanted. Nothing is checked here; [KeyPairFiles] answers with an [Obstacle].
///
/// @param directory where both files go; it must exist
/// @param name of the key, as `inkeys` and `outkey` will spell it
/// @param bits of the modulus
/// @param passphrase locks the private key; the array stays the caller's, who wipes it
/// @param overwrite replaces files of the same name
public record NewKeyPair(
        Path directory, String name, int bits, Optional<char[]> passphrase, boolean overwrite) {
    /// 1024 bits, no passphrase, nothing overwritten.
    public static NewKeyPair named(Path directory, String name) {
        return new NewKeyPair(directory, name, KeySize.USUAL, Optional.empty(), false);
    }

    public NewKeyPair bits(int other) {
        return new NewKeyPair(directory, name, other, passphrase, overwrite);
    }

    public NewKeyPair lockedWith(char[] other) {
        return new NewKeyPair(directory, name, bits, Optional.of(other), overwrite);
    }

    public NewKeyPair overwriting() {
        return new NewKeyPair(directory, name, bits, passphrase, true);
    }

    Path file(KeyType type) {
        return directory.resolve(new KeyId(name, type).fileName());
    }

    /// Without the passphrase.
    @Override
    public String toString() {
        return "NewKeyPair[" + directory + ", " + name + ", " + bits + " bits]";
    }
}
