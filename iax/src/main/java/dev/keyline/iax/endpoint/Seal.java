package dev.keyline.iax.endpoint;

import dev.keyline.iax.cipher.Cipher;
import dev.keyline.iax.cipher.Inward;
import dev.keyline.iax.cipher.Opened;
import dev.keyline.iax.cipher.Outward;
import dev.keyline.iax.cipher.Sense;
import dev.keyline.iax.cipher.Slate;
import dev.keyline.iax.message.RotateKey;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The seal on one dialogue's letters: nothing until it is [#begin]-ed, then every frame both ways.
///
/// A full frame that cannot be opened is dropped and never answered: no ACK, no VNAK. Two Asterisks
/// that answer each other's noise send as fast as they can.
final class Seal {
    /// Frames of noise after which nobody believes any more that a key will turn up. One may be
    /// damaged on its way; two are a wrong secret.
    private static final int HOPELESS = 2;

    private final Slate slate;
    private final Outward out;
    private @Nullable VoiceSense in;
    private boolean settled;
    private int noise;

    Seal(Slate slate) {
        this.slate = slate;
        this.out = new Outward(slate);
    }

    /// From the next frame on.
    ///
    /// @param candidates the keys that may be the right one; none means that nothing can be opened
    void begin(List<Cipher> candidates) {
        in = new VoiceSense(candidates, slate);
        if (!candidates.isEmpty()) {
            out.turn(candidates.getFirst());
        }
    }

    /// What we say from here on is for somebody who cannot open it.
    void stop() {
        out.stop();
    }

    boolean isOn() {
        return in != null;
    }

    byte[] first(FullFrame frame) {
        return out.first(frame);
    }

    byte[] again(FullFrame frame) {
        return out.again(frame);
    }

    /// What seals voice, once something is sealed.
    @Nullable Outward out() {
        return isOn() ? out : null;
    }

    /// What opens voice, once something is sealed.
    @Nullable VoiceSense in() {
        return in;
    }

    byte[] loose(Frame frame) {
        return out.loose(frame);
    }

    /// A fresh key for us, to be announced under the old one and then turned to.
    RotateKey freshKey() {
        var octets = new byte[Cipher.KEY_LENGTH];
        slate.chance().nextBytes(octets);
        return new RotateKey(Bytes.copyOf(octets));
    }

    void turn(RotateKey ours) {
        out.turn(Cipher.of(ours.key()));
    }

    /// They turn to another key.
    ///
    /// @return whether that makes sense here
    boolean heard(RotateKey theirs) {
        if (in == null || theirs.key().length() != Cipher.KEY_LENGTH) {
            return false;
        }
        in.turn(Cipher.of(theirs.key()));
        return true;
    }

    /// A frame as it was before it was sealed; itself, if nothing is sealed here; empty, if it
    /// cannot be opened.
    Optional<FullFrame> open(FullFrame frame, Sense sense, long now) {
        if (in == null) {
            return Optional.of(frame);
        }
        if (in.open(frame, sense) instanceof Opened.Clear<FullFrame>(var plain)) {
            settleOn(in);
            if (plain.body().is(FrameType.VOICE)) {
                in.heard(plain, now);
            }
            return Optional.of(plain);
        }
        if (sense.test(frame)) {
            return inClear(frame, in);
        }
        noise++;
        return Optional.empty();
    }

    /// Several secrets are possible at first; we write under the one they turn out to have.
    private void settleOn(Inward keys) {
        if (!settled && out.isSealing()) {
            out.turn(keys.key());
        }
        settled = true;
    }

    /// Something that was never sealed: a repetition from before, which our repetitions answer; or,
    /// as long as nothing could be opened, the end of the call by somebody who has no key for it
    /// either. A stranger could forge that, and end a call that is not up yet; without encryption
    /// he always could.
    private Optional<FullFrame> inClear(FullFrame frame, Inward keys) {
        var command = frame.body().is(FrameType.IAX) ? IaxCommand.of(frame.body().value()) : null;
        boolean ends =
                command == IaxCommand.HANGUP
                        || command == IaxCommand.REJECT
                        || command == IaxCommand.ACK;
        if (keys.isCertain() || !ends) {
            return Optional.empty();
        }
        if (command != IaxCommand.ACK) {
            out.stop();
        }
        return Optional.of(frame);
    }

    /// Whether voice has become noise, which means that a change of their key has not arrived.
    boolean isPuzzled() {
        return settled && in != null && in.isPuzzled();
    }

    /// Whether it is time to stop hoping.
    boolean isHopeless() {
        return !settled && noise >= HOPELESS;
    }
}
