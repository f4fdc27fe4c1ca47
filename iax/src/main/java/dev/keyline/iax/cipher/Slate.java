package dev.keyline.iax.cipher;

import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MiniFrame;
import java.util.random.RandomGenerator;

/// Where voice is sealed and opened, a block of each at a time, with the chance that pads it: one
/// slate for all calls of an endpoint. Between two blocks of a call pass those of a thousand
/// others; what its ciphers kept for themselves would be in no near cache any more.
///
/// Not safe for use by several threads.
public final class Slate {
    private static final int DICE = 32;

    private final RandomGenerator chance;
    private final byte[] dice = new byte[DICE];
    private final byte[] opened = new byte[Frame.MAX_DATAGRAM];
    private byte[] draft = {};
    private byte[] sealed = {};

    /// @param chance strong in life ([Chance])
    public Slate(RandomGenerator chance) {
        this.chance = chance;
    }

    /// Where the chance comes from, for what is padded elsewhere and for fresh keys.
    public RandomGenerator chance() {
        return chance;
    }

    /// Begins with the mini frame that was sealed last.
    public byte[] sealed() {
        return sealed;
    }

    /// Has what was opened last of a mini frame, until the next is.
    public byte[] opened() {
        return opened;
    }

    /// Room for so many octets that are to be sealed; and for them in [#sealed], behind a call
    /// number. In one place for both Java's cipher would take a copy of them first.
    byte[] draft(int length) {
        if (draft.length < length) {
            draft = new byte[length];
            sealed = new byte[MiniFrame.STAMP + length];
        }
        return draft;
    }

    /// Thirty-two octets of chance: as many as a frame may need, asked for at once.
    byte[] roll() {
        chance.nextBytes(dice);
        return dice;
    }
}
