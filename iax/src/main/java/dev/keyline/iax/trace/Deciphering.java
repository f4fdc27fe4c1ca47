package dev.keyline.iax.trace;

import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.cipher.Inward;
import dev.keyline.iax.cipher.Opened;
import dev.keyline.iax.cipher.Sense;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MiniFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens one encrypted call for a reader who knows its secret. Each direction has a key of its own
/// from the first RTKEY on.
final class Deciphering {
    /// How far the short timestamp of opened voice may be from the one before, in milliseconds.
    private static final int NEAR = 5_000;

    private final List<Cipher> candidates;
    private final Map<PeerEnd, Inward> byEnd = new HashMap<>();
    private Optional<Inward> certain = Optional.empty();

    Deciphering(Bytes challenge, Secrets secrets) {
        this.candidates = secrets.keys(challenge);
    }

    /// Whether there is anything to try.
    boolean isPossible() {
        return !candidates.isEmpty();
    }

    Optional<FullFrame> open(PeerEnd from, FullFrame sealed, Sense sense) {
        var keys = keys(from);
        if (keys.open(sealed, sense) instanceof Opened.Clear<FullFrame>(var plain)) {
            certain = Optional.of(keys);
            return Optional.of(plain);
        }
        return Optional.empty();
    }

    Optional<MiniFrame> open(PeerEnd from, MiniFrame sealed, VoiceWatch voice, long nanos) {
        var keys = keys(from);
        return keys.open(sealed, plain -> voice.isNear(plain.timestamp(), nanos, NEAR))
                        instanceof Opened.Clear<MiniFrame>(var plain)
                ? Optional.of(plain)
                : Optional.empty();
    }

    /// One side says that it goes on under another key.
    void turn(PeerEnd by, RotateKey to) {
        if (to.key().length() == Cipher.KEY_LENGTH) {
            keys(by).turn(Cipher.of(to.key()));
        }
    }

    /// What opened one direction opens the other.
    private Inward keys(PeerEnd from) {
        return byEnd.computeIfAbsent(
                from,
                _ -> new Inward(certain.map(known -> List.of(known.key())).orElse(candidates)));
    }
}
