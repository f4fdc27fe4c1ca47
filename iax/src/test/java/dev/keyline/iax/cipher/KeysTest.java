package dev.keyline.iax.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MalformedFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.iax.wire.SeqNo;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Which key is used for which frame.
class KeysTest {
    private static final Cipher OLD = Cipher.of(Bytes.hex("0f".repeat(16)));
    private static final Cipher NEW = Cipher.of(Bytes.hex("f0".repeat(16)));
    private static final Slate SLATE = new Slate(new SplittableRandom(4));
    private static final Sense SENSE = new Sense(new SeqNo(2), new SeqNo(2), 1000);

    private static FullFrame frame(int number) {
        return new FullFrame(
                new CallNumber(5),
                new CallNumber(7),
                false,
                40,
                new SeqNo(number),
                new SeqNo(1),
                new Body(6, 2, Bytes.EMPTY));
    }

    private static FullFrame sealed(Cipher key, FullFrame plain) throws MalformedFrame {
        return (FullFrame) Frame.parse(key.seal(plain, SLATE));
    }

    private static boolean isUnder(Cipher key, byte[] datagram, FullFrame plain)
            throws MalformedFrame {
        return key.open((FullFrame) Frame.parse(datagram)).equals(new Opened.Clear<>(plain));
    }

    @Test
    void whatLeftInClearStaysInClear() {
        var out = new Outward(SLATE);
        var first = out.first(frame(0));
        out.turn(OLD);
        assertThat(first).isEqualTo(frame(0).encode());
        assertThat(out.again(frame(0))).isEqualTo(frame(0).encode());
    }

    @Test
    void whatLeftSealedKeepsItsKeyThroughEveryTurn() throws MalformedFrame {
        var out = new Outward(SLATE);
        out.first(frame(0));
        out.turn(OLD);
        assertThat(isUnder(OLD, out.first(frame(1)), frame(1))).isTrue();
        out.turn(NEW);
        assertThat(isUnder(NEW, out.first(frame(2)), frame(2))).isTrue();
        assertThat(isUnder(OLD, out.again(frame(1)), frame(1))).isTrue();
        assertThat(isUnder(NEW, out.again(frame(2)), frame(2))).isTrue();
        assertThat(isUnder(NEW, out.loose(frame(3)), frame(3))).isTrue();
    }

    @Test
    void aNumberUsedAgainHasTheKeyOfItsLastUse() throws MalformedFrame {
        var out = new Outward(SLATE);
        out.turn(OLD);
        out.first(frame(9));
        out.turn(NEW);
        out.first(frame(9));
        assertThat(isUnder(NEW, out.again(frame(9)), frame(9))).isTrue();
    }

    @Test
    void afterTheEndOfSealingFramesAreClear() {
        var out = new Outward(SLATE);
        out.turn(OLD);
        out.stop();
        assertThat(out.isSealing()).isFalse();
        assertThat(out.first(frame(1))).isEqualTo(frame(1).encode());
    }

    @Test
    void theCandidateThatMakesSenseIsTheKey() throws MalformedFrame {
        var in = new Inward(List.of(OLD, NEW));
        assertThat(in.isCertain()).isFalse();
        assertThat(in.open(sealed(NEW, frame(2)), SENSE)).isEqualTo(new Opened.Clear<>(frame(2)));
        assertThat(in.isCertain()).isTrue();
        assertThat(in.key()).isSameAs(NEW);
        assertThat(in.open(sealed(OLD, frame(2)), SENSE)).isInstanceOf(Opened.Noise.class);
    }

    @Test
    void afterATurnTheOldKeyStillOpensWhatComesLate() throws MalformedFrame {
        var in = new Inward(List.of(OLD));
        in.open(sealed(OLD, frame(2)), SENSE);
        in.turn(NEW);
        assertThat(in.open(sealed(NEW, frame(3)), SENSE)).isEqualTo(new Opened.Clear<>(frame(3)));
        assertThat(in.open(sealed(OLD, frame(2)), SENSE)).isEqualTo(new Opened.Clear<>(frame(2)));
        var mini = new MiniFrame(new CallNumber(5), 60, Bytes.copyOf(new byte[160]));
        var late = (MiniFrame) Frame.parse(OLD.seal(mini, SLATE));
        assertThat(in.open(late, frame -> frame.equals(mini))).isEqualTo(new Opened.Clear<>(mini));
        var third = Cipher.of(Bytes.hex("33".repeat(16)));
        in.turn(third);
        assertThat(in.open(sealed(OLD, frame(2)), SENSE)).isInstanceOf(Opened.Noise.class);
        assertThat(in.open(sealed(NEW, frame(3)), SENSE)).isInstanceOf(Opened.Clear.class);
    }

    /// The key that makes sense is found without objects too, and none where none does.
    @Test
    void voiceOpensUnderTheKeyThatMakesSense() {
        var in = new Inward(List.of(NEW, OLD));
        var mini = new MiniFrame(new CallNumber(5), 60, Bytes.copyOf(new byte[160]));
        var sealed = OLD.seal(mini, SLATE);
        int at = in.open(sealed, 2, sealed.length - 2, SLATE, KeysTest::isVoice);
        assertThat(Bytes.copyOf(SLATE.opened(), at, 4)).isEqualTo(Bytes.hex("003c0000"));
        var other = new Inward(List.of(NEW));
        assertThat(other.open(sealed, 2, sealed.length - 2, SLATE, KeysTest::isVoice))
                .isEqualTo(Cipher.NOISE);
    }

    private static boolean isVoice(int timestamp, int length) {
        return timestamp == 60 && length == 160;
    }

    @Test
    void senseKnowsNumbersStampsAndKinds() {
        assertThat(SENSE.test(frame(2))).isTrue();
        assertThat(SENSE.test(frame(66))).isTrue();
        assertThat(SENSE.test(frame(67))).isFalse();
        assertThat(SENSE.test(frame(194))).isTrue();
        assertThat(SENSE.test(frame(193))).isFalse();
        assertThat(SENSE.test(answering(3))).isFalse();
        assertThat(SENSE.test(stamped(61_000))).isTrue();
        assertThat(SENSE.test(stamped(61_001))).isFalse();
        assertThat(SENSE.test(stamped(-1))).isFalse();
        assertThat(SENSE.test(ofKind(6, 41))).isFalse();
        assertThat(SENSE.test(ofKind(13, 1))).isFalse();
    }

    /// A VNAK bears the missing number twice, and that is one of ours.
    @Test
    void aVnakIsNumberedAfterUs() {
        var sense = new Sense(new SeqNo(2), new SeqNo(200), 1000);
        var vnak =
                new FullFrame(
                        new CallNumber(5),
                        new CallNumber(7),
                        false,
                        40,
                        new SeqNo(199),
                        new SeqNo(199),
                        new Body(6, 18, Bytes.EMPTY));
        assertThat(sense.test(vnak)).isTrue();
    }

    private static FullFrame answering(int number) {
        var f = frame(2);
        return new FullFrame(
                f.source(), f.destination(), false, 40, f.sent(), new SeqNo(number), f.body());
    }

    private static FullFrame stamped(int millis) {
        var f = frame(2);
        return new FullFrame(
                f.source(), f.destination(), false, millis, f.sent(), f.expected(), f.body());
    }

    private static FullFrame ofKind(int type, int subclass) {
        var f = frame(2);
        return new FullFrame(
                f.source(),
                f.destination(),
                false,
                40,
                f.sent(),
                f.expected(),
                new Body(type, subclass, Bytes.EMPTY));
    }
}
