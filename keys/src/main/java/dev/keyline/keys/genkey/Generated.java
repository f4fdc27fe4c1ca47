package dev.keyline.keys.genkey;

import dev.keyline.keys.ring.Fingerprint;
import java.nio.file.Path;

/// What came of the wish for a key pair.
public sealed interface Generated {
    /// Both files are on disk.
    record Written(Path privateFile, Path publicFile, Fingerprint fingerprint)
            implements Generated {}

    /// The public half, which was all there was, is on disk.
    record PublicWritten(Path publicFile, Fingerprint fingerprint) implements Generated {}

    /// Nothing was changed, except where the [Obstacle] says so.
    record Refused(Obstacle why) implements Generated {}
}
