package dev.keyline.iax.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.Frame;
import dev.keyline.iax.wire.MetaFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrunkTest {
    private static final long MILLIS = 1_000_000;
    private static final Bytes BLOCK = Bytes.copyOf(new byte[160]);

    private final List<MetaFrame.Trunk> out = new ArrayList<>();
    private Trunk trunk = new Trunk(TrunkSettings.USUAL, Envelopes.into(out));
    private long now = 1_000 * MILLIS;

    private void with(int mtu, int maxSize, boolean timestamps) {
        trunk =
                new Trunk(
                        new TrunkSettings(20 * MILLIS, mtu, maxSize, timestamps),
                        Envelopes.into(out));
    }

    private boolean say(int call) {
        return Envelopes.add(trunk, call, 20, BLOCK, now);
    }

    private void pass(int millis) {
        now += millis * MILLIS;
        trunk.wake(now);
    }

    @Test
    void piecesOfManyCallsShareAnEnvelope() {
        say(5);
        pass(5);
        say(6);
        pass(14);
        assertThat(out).isEmpty();
        pass(1);
        assertThat(out).hasSize(1);
        assertThat(Bag.of(out.getFirst()).pieces).extracting(Bag.Piece::source).contains(5, 6);
        assertThat(out.getFirst().kind()).isZero();
    }

    @Test
    void anEnvelopeIsNeverLongerThanTheMtu() {
        for (int call = 10; call < 18; call++) {
            say(call);
        }
        assertThat(out).hasSize(1);
        assertThat(out.getFirst().encode()).hasSize(8 + 7 * 164);
        pass(20);
        assertThat(out).hasSize(2);
    }

    @Test
    void withoutMtuItIsAsLongAsAReceiverLooksAt() {
        with(0, 128_000, true);
        for (int call = 10; call < 60; call++) {
            say(call);
        }
        assertThat(out).hasSize(2);
        assertThat(out.getFirst().encode().length)
                .isBetween(Frame.MAX_DATAGRAM - 166, Frame.MAX_DATAGRAM);
    }

    @Test
    void aPieceLongerThanTheMtuGoesAlone() {
        with(172, 128_000, true);
        say(5);
        say(6);
        pass(20);
        assertThat(out).hasSize(2).allSatisfy(e -> assertThat(Bag.of(e).pieces).hasSize(1));
    }

    @Test
    void whatExceedsTrunkmaxsizeIsDropped() {
        with(1240, 400, false);
        assertThat(say(5)).isTrue();
        assertThat(say(6)).isTrue();
        assertThat(say(7)).isFalse();
        pass(20);
        assertThat(say(7)).isTrue();
    }

    @Test
    void barePiecesOfOneCallNeverShareAnEnvelope() {
        say(5);
        say(6);
        say(5);
        assertThat(out).hasSize(1);
        with(1240, 128_000, true);
        say(5);
        say(5);
        assertThat(out).hasSize(1);
    }

    /// 5, 69 and 133 are alike when divided by 64.
    @Test
    void barePiecesOfAlikeNumbersShareAnEnvelope() {
        say(5);
        say(69);
        say(133);
        assertThat(out).isEmpty();
        say(69);
        assertThat(out).hasSize(1);
        say(5);
        assertThat(out).hasSize(1);
    }

    @Test
    void theClockBeginsAtZeroAndGoesEvenly() {
        for (int i = 0; i < 5; i++) {
            say(5);
            pass(i % 2 == 0 ? 23 : 20);
        }
        assertThat(out).extracting(MetaFrame.Trunk::timestamp).containsExactly(0, 20, 40, 60, 80);
    }

    @Test
    void aFullEnvelopeBearsTheClock() {
        for (int call = 10; call < 34; call++) {
            say(call);
        }
        pass(3);
        for (int call = 34; call < 39; call++) {
            say(call);
        }
        assertThat(out).extracting(MetaFrame.Trunk::timestamp).containsExactly(0, 1, 2, 3);
    }

    @Test
    void envelopesThatShareACallNeverShareAStamp() {
        say(5);
        say(5);
        say(5);
        pass(20);
        assertThat(out).extracting(MetaFrame.Trunk::timestamp).containsExactly(0, 1, 20);
    }

    @Test
    void stampsOfABusyTrunkGoAsFastAsTheVoice() {
        for (int millis = 0; millis < 2000; millis++) {
            for (int call = 0; call < 50; call++) {
                say(10 + 50 * (millis % 20) + call);
            }
            pass(1);
        }
        assertThat(out).hasSizeGreaterThan(14_000);
        assertThat(out.getLast().timestamp()).isBetween(1998, 2020);
    }

    @Test
    void afterAPauseTheClockIsRight() {
        say(5);
        pass(20);
        now += 1000 * MILLIS;
        say(5);
        pass(20);
        assertThat(out).extracting(MetaFrame.Trunk::timestamp).containsExactly(0, 1020);
    }

    @Test
    void afterFiveIdleSecondsItBeginsAnew() {
        say(5);
        pass(20);
        assertThat(trunk.isForgettable(now + 5_000 * MILLIS)).isFalse();
        assertThat(trunk.next()).isEqualTo(now + 5_000 * MILLIS + 1);
        pass(5_001);
        assertThat(trunk.isForgettable(now)).isTrue();
        say(5);
        pass(20);
        assertThat(out).extracting(MetaFrame.Trunk::timestamp).containsExactly(0, 0);
    }

    @Test
    void theirClockIsFollowedAndBegunAnewAtZero() {
        var time = new TrunkTime();
        assertThat(time.arrival(0, 100 * MILLIS)).isEqualTo(100 * MILLIS);
        assertThat(time.arrival(20, 125 * MILLIS)).isEqualTo(120 * MILLIS);
        assertThat(time.arrival(0, 900 * MILLIS)).isEqualTo(900 * MILLIS);
        assertThat(time.arrival(20, 950 * MILLIS)).isEqualTo(920 * MILLIS);
    }

    @Test
    void aClockWhoseBeginningWasMissedIsFollowedToo() {
        var time = new TrunkTime();
        assertThat(time.arrival(-1, 100 * MILLIS)).isEqualTo(100 * MILLIS);
        assertThat(time.arrival(-21, 130 * MILLIS)).isEqualTo(80 * MILLIS);
    }
}
