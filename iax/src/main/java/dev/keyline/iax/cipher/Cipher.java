package dev.keyline.iax.cipher;

import dev.keyline.iax.auth.Md5;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.cipher.Opened.Flaw;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// One AES-128 key, and the frames under it. The call numbers stay clear (4 octets of a full frame,
/// 2 of a mini frame); the rest is CBC with an initial vector of zeros in each frame, over 16 to 31
/// octets of chance and then the plain rest. The low four bits of the sixteenth octet say how many
/// of them follow it. (RFC 5456 §8.1.4 has those bits in the fourth octet; nobody does that.)
///
/// Not safe for use by several threads: working memory is kept between frames.
public final class Cipher {
    /// Octets of a key.
    public static final int KEY_LENGTH = 16;

    private static final int BLOCK = 16;
    private static final int FULL_CLEAR = 4;
    private static final int MINI_CLEAR = MiniFrame.STAMP;
    private static final int MINI_LEAST = MiniFrame.HEADER - MINI_CLEAR;

    /// Where nothing was opened.
    public static final int NOISE = -1;

    /// Which octet behind the clear part a calling Asterisk changes, and CBC one block later.
    private static final int SPOILT = BLOCK + 5;

    private final javax.crypto.Cipher sealing;
    private final javax.crypto.Cipher opening;

    /// What was opened last of a full frame; as long as it had to be so far.
    private byte[] work = {};

    private Cipher(Bytes key) {
        this.sealing = aes(javax.crypto.Cipher.ENCRYPT_MODE, key);
        this.opening = aes(javax.crypto.Cipher.DECRYPT_MODE, key);
    }

    /// The key of a new call in both directions: the MD5 digest of challenge and secret. RSA takes
    /// no part in it.
    public static Cipher from(Bytes challenge, Secret secret) {
        return new Cipher(Md5.digest(challenge, secret));
    }

    /// The key that an RTKEY carries.
    ///
    /// @throws IllegalArgumentException unless it has [#KEY_LENGTH] octets
    public static Cipher of(Bytes key) {
        if (key.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("a key of " + key.length() + " octets");
        }
        return new Cipher(key);
    }

    private static javax.crypto.Cipher aes(int mode, Bytes key) {
        try {
            var aes = javax.crypto.Cipher.getInstance("AES/CBC/NoPadding");
            var zeros = new IvParameterSpec(new byte[BLOCK]);
            aes.init(mode, new SecretKeySpec(key.toArray(), "AES"), zeros);
            return aes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-128", e);
        }
    }

    /// The datagram of a full or mini frame, sealed. All padding is chance; Asterisk recycles
    /// octets of the previous frame, which an eavesdropper may know.
    public byte[] seal(Frame frame, Slate slate) {
        var plain = frame.encode();
        int clear = frame instanceof MiniFrame ? MINI_CLEAR : FULL_CLEAR;
        int rest = plain.length - clear;
        int more = -rest & (BLOCK - 1);
        var sealed = new byte[clear + BLOCK + more + rest];
        System.arraycopy(plain, 0, sealed, 0, clear);
        pad(sealed, clear, more, slate);
        System.arraycopy(plain, clear, sealed, clear + BLOCK + more, rest);
        through(sealing, sealed, clear, sealed.length - clear, sealed, clear);
        return sealed;
    }

    /// A mini frame, sealed on the slate, without an object for it: [Slate#sealed] has it.
    ///
    /// @param source 2 to 32767
    /// @param timestamp of which 16 bits travel
    /// @param octets have the payload, of `length` octets, at `offset`
    /// @return how long it is
    public int seal(int source, int timestamp, byte[] octets, int offset, int length, Slate slate) {
        int more = -(MINI_LEAST + length) & (BLOCK - 1);
        int stamp = BLOCK + more;
        int size = stamp + MINI_LEAST + length;
        var plain = slate.draft(size);
        pad(plain, 0, more, slate);
        u16(plain, stamp, timestamp);
        System.arraycopy(octets, offset, plain, stamp + MINI_LEAST, length);
        u16(slate.sealed(), 0, source);
        through(sealing, plain, 0, size, slate.sealed(), MINI_CLEAR);
        return MINI_CLEAR + size;
    }

    private static void u16(byte[] target, int at, int value) {
        target[at] = (byte) (value >> 8);
        target[at + 1] = (byte) value;
    }

    private static void pad(byte[] target, int from, int more, Slate slate) {
        System.arraycopy(slate.roll(), 0, target, from, BLOCK + more);
        int count = from + BLOCK - 1;
        target[count] = (byte) ((target[count] & 0xF0) | more);
    }

    /// Opens a full frame whose part behind the call numbers, read as it stands, is noise.
    public Opened<FullFrame> open(FullFrame sealed) {
        var octets = sealed.encode();
        int length = octets.length - FULL_CLEAR;
        var flaw = open(octets, FULL_CLEAR, length, FullFrame.HEADER - FULL_CLEAR);
        return flaw == null
                ? new Opened.Clear<>(full(sealed, BLOCK + padding(), length))
                : new Opened.Noise<>(flaw);
    }

    /// What a repetition can have been that a calling Asterisk has spoilt: where RSA is the only
    /// method it writes its new ISeqno into the sealed frame, octet 9 of the datagram. That turns
    /// the padding into noise, and one octet behind it. The length of the padding is lost, so every
    /// length is a candidate in which that octet was padding, or the first of the timestamp, which
    /// is 0 in the first four hours of a call.
    List<FullFrame> openSpoilt(FullFrame sealed) {
        var found = new ArrayList<FullFrame>();
        if (open(sealed) instanceof Opened.Noise<FullFrame>(var flaw) && flaw != Flaw.PADDING) {
            return found;
        }
        int length = FullFrame.HEADER - FULL_CLEAR + sealed.body().data().length();
        work[SPOILT] = 0;
        for (int at = SPOILT;
                at < 2 * BLOCK && at + FullFrame.HEADER - FULL_CLEAR <= length;
                at++) {
            found.add(full(sealed, at, length));
        }
        return found;
    }

    private FullFrame full(FullFrame sealed, int at, int end) {
        return new FullFrame(
                sealed.source(),
                sealed.destination(),
                sealed.retry(),
                (u16(at) << 16) | u16(at + 2),
                new SeqNo(u8(at + 4)),
                new SeqNo(u8(at + 5)),
                new Body(u8(at + 6), u8(at + 7), Bytes.copyOf(work, at + 8, end - at - 8)));
    }

    /// Opens a mini frame whose timestamp and payload, read as they stand, are noise.
    public Opened<MiniFrame> open(MiniFrame sealed) {
        int length = MINI_LEAST + sealed.payload().length();
        if (length > Frame.MAX_DATAGRAM) {
            return new Opened.Noise<>(Flaw.RAGGED);
        }
        makeRoom(length);
        u16(work, 0, sealed.timestamp());
        sealed.payload().copyTo(work, 2);
        var flaw = open(work, 0, length, MINI_LEAST);
        return flaw == null
                ? new Opened.Clear<>(mini(sealed.source(), BLOCK + padding(), length))
                : new Opened.Noise<>(flaw);
    }

    /// Opens what is sealed of a mini frame, from its timestamp on, without an object for it.
    ///
    /// @param octets have it, `length` octets, at `offset`
    /// @param slate gets it, padding first: [Slate#opened]
    /// @return where the timestamp is there, two octets, and behind it the payload, up to `length`;
    ///   [#NOISE] if it cannot have been sealed under this key
    public int open(byte[] octets, int offset, int length, Slate slate) {
        var plain = slate.opened();
        if (length < BLOCK + MINI_LEAST || length % BLOCK != 0 || length > plain.length) {
            return NOISE;
        }
        through(opening, octets, offset, length, plain, 0);
        int at = BLOCK + padding(plain);
        return at + MINI_LEAST <= length ? at : NOISE;
    }

    private MiniFrame mini(CallNumber source, int at, int end) {
        return new MiniFrame(source, u16(at), Bytes.copyOf(work, at + 2, end - at - 2));
    }

    /// Deciphers into `work`, padding and all.
    ///
    /// @param least octets that the plain rest of such a frame has at least
    private @Nullable Flaw open(byte[] octets, int from, int length, int least) {
        if (length < BLOCK + least) {
            return Flaw.SHORT;
        }
        if (length % BLOCK != 0 || length > Frame.MAX_DATAGRAM) {
            return Flaw.RAGGED;
        }
        makeRoom(length);
        through(opening, octets, from, length, work, 0);
        return length < BLOCK + padding() + least ? Flaw.PADDING : null;
    }

    private void makeRoom(int length) {
        if (work.length < length) {
            work = new byte[length];
        }
    }

    /// How many octets of padding follow the first block.
    private int padding() {
        return padding(work);
    }

    private static int padding(byte[] plain) {
        return plain[BLOCK - 1] & (BLOCK - 1);
    }

    private int u8(int at) {
        return work[at] & 0xFF;
    }

    private int u16(int at) {
        return (u8(at) << 8) | u8(at + 1);
    }

    /// A finished cipher starts again from the vector of zeros, which is what each frame needs.
    private static void through(
            javax.crypto.Cipher aes, byte[] in, int from, int length, byte[] out, int to) {
        try {
            aes.doFinal(in, from, length, out, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks are always deciphered", e);
        }
    }

    /// Looks at what [#seal] will ask: the size of its output is a question to the first three of
    /// the objects of which Java's cipher is made. (To ask for its vector, behind the fourth, is to
    /// get a copy.)
    ///
    /// @return a number of no meaning
    int glanceAtSealing() {
        return sealing.getOutputSize(BLOCK);
    }

    /// Looks at what [#open] will ask.
    ///
    /// @return a number of no meaning
    int glanceAtOpening() {
        return opening.getOutputSize(BLOCK);
    }

    @Override
    public String toString() {
        return "Cipher(key hidden)";
    }
}
