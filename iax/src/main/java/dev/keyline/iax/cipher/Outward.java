package dev.keyline.iax.cipher;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What we seal on one call. A numbered frame keeps the key it first left with, clear ones stay
/// clear: the receiver that still waits for it has not come further either. (Asterisk as the
/// calling side forgets that when RSA is the only method, and its repetitions can be read by
/// nobody, which makes both sides repeat all they have as fast as they can.)
public final class Outward {
    private static final int NUMBERS = 256;

    private final Slate slate;
    private @Nullable Cipher current;
    private @Nullable Cipher[] used = {};

    public Outward(Slate slate) {
        this.slate = slate;
    }

    /// From the next frame on under this key; frames that left before keep theirs.
    public void turn(Cipher next) {
        if (used.length == 0) {
            used = new @Nullable Cipher[NUMBERS];
        }
        current = next;
    }

    /// From the next frame on in clear.
    public void stop() {
        current = null;
    }

    public boolean isSealing() {
        return current != null;
    }

    /// A numbered frame leaves for the first time.
    public byte[] first(FullFrame frame) {
        if (used.length > 0) {
            used[frame.sent().value()] = current;
        }
        return under(current, frame);
    }

    /// A numbered frame leaves once more.
    public byte[] again(FullFrame frame) {
        return under(used.length == 0 ? null : used[frame.sent().value()], frame);
    }

    /// A frame leaves that is never repeated: ACK, VNAK, a mini frame.
    public byte[] loose(Frame frame) {
        return under(current, frame);
    }

    /// A block of voice leaves as a mini frame, in [#voice] until the next one; only while
    /// [#isSealing].
    ///
    /// @return how long it is
    public int mini(int source, int timestamp, byte[] octets, int offset, int length) {
        return Objects.requireNonNull(current, "nothing is sealed")
                .seal(source, timestamp, octets, offset, length, slate);
    }

    /// Begins with what [#mini] has written.
    public byte[] voice() {
        return slate.sealed();
    }

    /// Looks at what [#mini] will ask, so that it is on its way from memory.
    ///
    /// @return a number of no meaning, which a caller has to use, or nothing is looked at
    public int glance() {
        return current == null ? 0 : current.glanceAtSealing();
    }

    private byte[] under(@Nullable Cipher key, Frame frame) {
        return key == null ? frame.encode() : key.seal(frame, slate);
    }
}
