package dev.keyline.iax.cipher;

import dev.keyline.iax.cipher.Opened.Flaw;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.Reader;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What we open on one call. At first several keys are possible, one for each secret a section has;
/// the first that makes sense of a frame is the call's. (Asterisk takes the first that does not
/// fail, and the first never does.) After an RTKEY the old key is kept: frames from before may come
/// late, or again.
public class Inward {
    private List<Cipher> keys;

    /// The first of them, which opens nearly all; null if there is none.
    private @Nullable Cipher first;

    private boolean certain;

    /// @param candidates the keys that may have been used, most likely first; with none, nothing
    ///   opens
    public Inward(List<Cipher> candidates) {
        this.keys = List.copyOf(candidates);
        this.first = keys.isEmpty() ? null : keys.getFirst();
    }

    private void trust(List<Cipher> these) {
        keys = these;
        first = these.getFirst();
    }

    /// Whether anything that came made sense under one of the keys.
    public boolean isCertain() {
        return certain;
    }

    /// The key that opens their frames.
    ///
    /// @throws java.util.NoSuchElementException when there was no candidate
    public Cipher key() {
        return keys.getFirst();
    }

    /// They say that everything from here on is under this key.
    public void turn(Cipher next) {
        trust(List.of(next, keys.getFirst()));
    }

    public Opened<FullFrame> open(FullFrame sealed, Predicate<FullFrame> makesSense) {
        var flaw = Flaw.NONSENSE;
        for (var key : keys) {
            switch (key.open(sealed)) {
                case Opened.Clear<FullFrame> opened when makesSense.test(opened.frame()) -> {
                    confirm(key);
                    return opened;
                }
                case Opened.Clear<FullFrame> _ -> {}
                case Opened.Noise<FullFrame>(var why) -> flaw = why;
            }
        }
        return sealed.retry() ? mended(sealed, makesSense, flaw) : new Opened.Noise<>(flaw);
    }

    private Opened<FullFrame> mended(FullFrame sealed, Predicate<FullFrame> makesSense, Flaw flaw) {
        for (var key : keys) {
            for (var guess : key.openSpoilt(sealed)) {
                if (makesSense.test(guess)) {
                    confirm(key);
                    return new Opened.Clear<>(guess);
                }
            }
        }
        return new Opened.Noise<>(flaw);
    }

    public Opened<MiniFrame> open(MiniFrame sealed, Predicate<MiniFrame> makesSense) {
        var flaw = Flaw.NONSENSE;
        for (var key : keys) {
            switch (key.open(sealed)) {
                case Opened.Clear<MiniFrame> opened when makesSense.test(opened.frame()) -> {
                    return opened;
                }
                case Opened.Clear<MiniFrame> _ -> {}
                case Opened.Noise<MiniFrame>(var why) -> flaw = why;
            }
        }
        return new Opened.Noise<>(flaw);
    }

    /// Whether an opened mini frame can be voice.
    public interface Voice {
        /// Asked of each that was opened; noise has to be told by it.
        ///
        /// @param timestamp its low 16 bits
        /// @param length octets of the payload
        boolean makesSense(int timestamp, int length);
    }

    /// A mini frame, from its timestamp on, without an object for it.
    ///
    /// @return where the timestamp is, as [Cipher#open(byte[], int, int, Slate)] says
    public int open(byte[] octets, int offset, int length, Slate slate, Voice voice) {
        if (first == null) {
            return Cipher.NOISE;
        }
        int at = open(first, octets, offset, length, slate, voice);
        for (int i = 1; at == Cipher.NOISE && i < keys.size(); i++) {
            at = open(keys.get(i), octets, offset, length, slate, voice);
        }
        return at;
    }

    private static int open(
            Cipher key, byte[] octets, int offset, int length, Slate slate, Voice voice) {
        int at = key.open(octets, offset, length, slate);
        return at != Cipher.NOISE && isVoice(slate.opened(), at, length, voice) ? at : Cipher.NOISE;
    }

    private static boolean isVoice(byte[] plain, int at, int end, Voice voice) {
        int payload = at + MiniFrame.HEADER - MiniFrame.STAMP;
        return voice.makesSense(Reader.u16(plain, at), end - payload);
    }

    /// Looks at what voice will ask, so that it is on its way from memory.
    ///
    /// @return a number of no meaning, which a caller has to use, or nothing is looked at
    public int glance() {
        return first == null ? 0 : first.glanceAtOpening();
    }

    private void confirm(Cipher key) {
        if (!certain) {
            certain = true;
            trust(List.of(key));
        }
    }
}
