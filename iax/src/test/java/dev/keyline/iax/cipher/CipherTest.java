package dev.keyline.iax.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.cipher.Opened.Flaw;
import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.Reader;
import dev.keyline.iax.wire.SeqNo;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CipherTest {
    private static final Cipher KEY = Cipher.from(Bytes.utf8("123456789"), new Secret("mysecret"));

    /// Octets 00, 01, 02 ... as padding, so that a vector made by hand can be met.
    private static RandomGenerator counting() {
        return new RandomGenerator() {
            private int next;

            @Override
            public long nextLong() {
                long octets = 0;
                for (int i = 0; i < 8; i++) {
                    octets |= (long) next++ << (8 * i);
                }
                return octets;
            }
        };
    }

    /// Made with openssl.
    private static final String AUTHREP =
            "80050007 00000028 0101 06 09 10 20 "
                    + "6162613236643239366262306165353935643763393066623865333865363765";

    private static final String AUTHREP_SEALED =
            "80050007b174f7334879346c82349e535e8608a3e4a6bddbcb9e99ea47f72157"
                    + "61774de07b29b4caa12fa69da9e5dc9642071dfda5f875e708517de299f4b44b87039215";

    private static final String MINI = "00050064ffffffffffffffff";
    private static final String MINI_SEALED =
            "0005b174f7334879346c82349e535e8608a3d407fc9d6b6eda6da4aab9be71c977de";

    @Test
    void aFullFrameIsSealedAndOpened() throws MalformedFrame {
        var plain = (FullFrame) parse(AUTHREP);
        assertThat(Bytes.copyOf(KEY.seal(plain, new Slate(counting()))).asHex())
                .isEqualTo(AUTHREP_SEALED);
        assertThat(KEY.open((FullFrame) parse(AUTHREP_SEALED)))
                .isEqualTo(new Opened.Clear<>(plain));
    }

    @Test
    void aMiniFrameIsSealedAndOpened() throws MalformedFrame {
        var plain = (MiniFrame) parse(MINI);
        assertThat(Bytes.copyOf(KEY.seal(plain, new Slate(counting()))).asHex())
                .isEqualTo(MINI_SEALED);
        assertThat(KEY.open((MiniFrame) parse(MINI_SEALED))).isEqualTo(new Opened.Clear<>(plain));
    }

    @Test
    void voiceIsSealedWhereItIsWritten() {
        var octets = Bytes.hex("00 ffffffffffffffff 00").toArray();
        var slate = new Slate(counting());
        int size = KEY.seal(5, 0x10064, octets, 1, 8, slate);
        assertThat(Bytes.copyOf(slate.sealed(), 0, size).asHex()).isEqualTo(MINI_SEALED);
    }

    @Property(tries = 300)
    void sealedVoiceOpens(
            @ForAll @Size(max = 400) byte[] data,
            @ForAll @IntRange(max = 0xFFFF) int stamp,
            @ForAll long seed)
            throws MalformedFrame {
        var slate = new Slate(new SplittableRandom(seed));
        int size = KEY.seal(5, stamp, data, 0, data.length, slate);
        var sealed = (MiniFrame) Frame.parse(slate.sealed(), size);
        assertThat(KEY.open(sealed))
                .isEqualTo(
                        new Opened.Clear<>(
                                new MiniFrame(new CallNumber(5), stamp, Bytes.copyOf(data))));
    }

    @Property(tries = 300)
    void whatIsSealedOpens(
            @ForAll @Size(max = 400) byte[] data,
            @ForAll @IntRange(max = 255) int subclass,
            @ForAll int stamp,
            @ForAll boolean retry,
            @ForAll long seed)
            throws MalformedFrame {
        var slate = new Slate(new SplittableRandom(seed));
        var full =
                new FullFrame(
                        new CallNumber(5),
                        new CallNumber(7),
                        retry,
                        stamp,
                        new SeqNo(200),
                        new SeqNo(3),
                        new Body(6, subclass, Bytes.copyOf(data)));
        var mini = new MiniFrame(new CallNumber(5), stamp & 0xFFFF, Bytes.copyOf(data));
        assertThat(KEY.open((FullFrame) Frame.parse(KEY.seal(full, slate))))
                .isEqualTo(new Opened.Clear<>(full));
        assertThat(KEY.open((MiniFrame) Frame.parse(KEY.seal(mini, slate))))
                .isEqualTo(new Opened.Clear<>(mini));
    }

    /// Whatever comes is a frame or a flaw.
    @Property(tries = 500)
    void nothingBreaksIt(@ForAll @Size(max = 120) @ByteRange(min = -128, max = 127) byte[] junk) {
        var full =
                new FullFrame(
                        new CallNumber(5),
                        new CallNumber(7),
                        false,
                        1,
                        SeqNo.ZERO,
                        SeqNo.ZERO,
                        new Body(1, 2, Bytes.copyOf(junk)));
        var mini = new MiniFrame(new CallNumber(5), 1, Bytes.copyOf(junk));
        boolean whole = (junk.length + 8) % 16 == 0 && junk.length + 8 >= 32;
        if (!whole) {
            assertThat(KEY.open(full)).isInstanceOf(Opened.Noise.class);
        }
        assertThat(KEY.open(mini)).isNotNull();
    }

    /// The way without objects opens what the other opens, to the same.
    @Property(tries = 500)
    void withoutObjectsTheSameIsOpened(
            @ForAll @Size(max = 400) byte[] data,
            @ForAll @IntRange(max = 65_535) int stamp,
            @ForAll boolean damaged,
            @ForAll long seed)
            throws MalformedFrame {
        var chance = new SplittableRandom(seed);
        var mini = new MiniFrame(new CallNumber(5), stamp, Bytes.copyOf(data));
        var octets = KEY.seal(mini, new Slate(chance));
        octets[2 + chance.nextInt(octets.length - 2)] ^= (byte) (damaged ? 1 : 0);
        assertThat(opened(octets)).isEqualTo(KEY.open((MiniFrame) Frame.parse(octets)));
    }

    private static Opened<MiniFrame> opened(byte[] mini) {
        var slate = new Slate(counting());
        int length = mini.length - 2;
        int at = KEY.open(mini, 2, length, slate);
        var plain = slate.opened();
        return at == Cipher.NOISE
                ? new Opened.Noise<>(Flaw.PADDING)
                : new Opened.Clear<>(
                        new MiniFrame(
                                new CallNumber(5),
                                Reader.u16(plain, at),
                                Bytes.copyOf(plain, at + 2, length - at - 2)));
    }

    @Test
    void whatCannotBeSealedIsNoiseWithoutObjectsToo() {
        var slate = new Slate(counting());
        for (int length : List.of(0, 2, 16, 31, 33, 4112)) {
            assertThat(KEY.open(new byte[4200], 2, length, slate)).isEqualTo(Cipher.NOISE);
        }
    }

    @Test
    void aFrameInClearIsTooShort() throws MalformedFrame {
        var ack = (FullFrame) parse("80050007 00000028 0101 06 04");
        assertThat(KEY.open(ack)).isEqualTo(new Opened.Noise<>(Flaw.SHORT));
        assertThat(KEY.open((MiniFrame) parse(MINI))).isEqualTo(new Opened.Noise<>(Flaw.SHORT));
    }

    @Test
    void aFrameCutShortIsRagged() throws MalformedFrame {
        var cut = AUTHREP_SEALED.substring(0, AUTHREP_SEALED.length() - 2);
        assertThat(KEY.open((FullFrame) parse(cut))).isEqualTo(new Opened.Noise<>(Flaw.RAGGED));
    }

    /// Sealed so that the sixteenth octet announces more padding than there is.
    @Test
    void paddingLongerThanTheFrameIsSaidSo() throws MalformedFrame {
        var wrong = new HashSet<Object>();
        for (int i = 0; i < 200; i++) {
            var other = Cipher.of(Bytes.hex("%032x".formatted(i)));
            wrong.add(other.open((FullFrame) parse(AUTHREP_SEALED.substring(0, 72))));
        }
        assertThat(wrong).contains(new Opened.Noise<>(Flaw.PADDING));
    }

    @Test
    void aPayloadLongerThanAnyDatagramIsRefused() {
        var huge = new MiniFrame(new CallNumber(5), 1, Bytes.copyOf(new byte[5000 - 2 + 10]));
        assertThat(KEY.open(huge)).isInstanceOf(Opened.Noise.class);
    }

    @Test
    void thePaddingIsFreshEachTime() throws MalformedFrame {
        var slate = new Slate(new SplittableRandom(1));
        var seen = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            seen.add(Bytes.copyOf(KEY.seal(parse(MINI), slate)).asHex());
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void aKeyHasSixteenOctetsAndHidesItself() {
        assertThatThrownBy(() -> Cipher.of(Bytes.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(KEY).hasToString("Cipher(key hidden)");
    }

    private static Frame parse(String hex) throws MalformedFrame {
        return Frame.parse(Bytes.hex(hex).toArray());
    }
}
