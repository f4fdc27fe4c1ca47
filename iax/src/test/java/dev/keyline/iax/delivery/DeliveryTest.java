package dev.keyline.iax.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.CallNumber;
import dev.keyline.iax.wire.FrameType;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.SeqNo;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final long MILLIS = 1_000_000;
    private static final Body TEXT = Body.of(FrameType.TEXT, 0, Bytes.utf8("hi"));

    private final Delivery ours = new Delivery(new CallNumber(5), new CallNumber(7), Pace.USUAL);
    private final Delivery theirs = new Delivery(new CallNumber(7), new CallNumber(5), Pace.USUAL);

    private FullFrame post(long now) {
        return ours.post(TEXT, 1, now);
    }

    @Test
    void framesAreNumberedFromZeroAndWrapAt256() {
        for (int i = 0; i < 600; i++) {
            var frame = post(0);
            assertThat(frame.sent()).isEqualTo(new SeqNo(i & 0xFF));
            assertThat(theirs.take(frame, true)).isEqualTo(Receipt.FRESH);
            ours.take(theirs.loose(IaxCommand.ACK, 1), false);
            assertThat(ours.isAllAcknowledged()).isTrue();
        }
    }

    @Test
    void aRepeatIsADuplicateAndALaterOneIsAhead() {
        var first = post(0);
        post(0);
        var third = post(0);
        assertThat(theirs.take(first, true)).isEqualTo(Receipt.FRESH);
        assertThat(theirs.take(first, true)).isEqualTo(Receipt.DUPLICATE);
        assertThat(theirs.take(third, true)).isEqualTo(Receipt.AHEAD);
        assertThat(theirs.nextExpected()).isEqualTo(new SeqNo(1));
    }

    @Test
    void anAnswerAcknowledgesSoThatNoAckIsOwed() {
        theirs.take(post(0), true);
        assertThat(theirs.owesAck()).isTrue();
        var answer = theirs.post(TEXT, 1, 0);
        assertThat(theirs.owesAck()).isFalse();
        ours.take(answer, true);
        assertThat(ours.isAllAcknowledged()).isTrue();
    }

    @Test
    void repetitionsDoubleTheirWaitAndBearTheMark() {
        var frame = post(0);
        assertThat(ours.due(499 * MILLIS)).isEmpty();
        assertThat(ours.due(500 * MILLIS)).containsExactly(frame.again(SeqNo.ZERO));
        assertThat(ours.deadline()).isEqualTo(1500 * MILLIS);
        assertThat(ours.due(1500 * MILLIS))
                .singleElement()
                .extracting(FullFrame::retry)
                .isEqualTo(true);
        assertThat(ours.deadline()).isEqualTo(3500 * MILLIS);
    }

    @Test
    void givesUpAfter32Seconds() {
        post(0);
        assertThat(ours.hasGivenUp(31_999 * MILLIS)).isFalse();
        assertThat(ours.hasGivenUp(32_000 * MILLIS)).isTrue();
    }

    @Test
    void theLastDeadlineIsTheMomentOfGivingUp() {
        post(0);
        long last = 0;
        while (!ours.hasGivenUp(last)) {
            last = ours.deadline();
            ours.due(last);
        }
        assertThat(last).isEqualTo(32_000 * MILLIS);
    }

    @Test
    void moreThanAWindowUnacknowledgedIsGivingUp() {
        for (int i = 0; i < 64; i++) {
            post(0);
        }
        assertThat(ours.hasGivenUp(0)).isFalse();
        post(0);
        assertThat(ours.hasGivenUp(0)).isTrue();
    }

    @Test
    void aVnakBringsBackEverythingFromTheMissingOneUnmarked() {
        theirs.take(post(0), true);
        var second = post(0);
        var third = post(0);
        assertThat(theirs.take(third, true)).isEqualTo(Receipt.AHEAD);
        var vnak = theirs.vnak(3);
        assertThat(vnak.sent()).isEqualTo(new SeqNo(1));
        ours.take(vnak, false);
        assertThat(ours.resendFrom(vnak.expected(), 0)).containsExactly(second, third);
    }

    @Test
    void aStormOfVnaksBringsBackOneWindowInTwentyMilliseconds() {
        var frame = post(0);
        assertThat(ours.resendFrom(SeqNo.ZERO, 0)).containsExactly(frame);
        assertThat(ours.resendFrom(SeqNo.ZERO, 19 * MILLIS)).isEmpty();
        assertThat(ours.resendFrom(SeqNo.ZERO, 20 * MILLIS)).containsExactly(frame);
    }

    @Test
    void oneVnakInTwentyMilliseconds() {
        assertThat(ours.mayAskAgain(0)).isTrue();
        assertThat(ours.mayAskAgain(19 * MILLIS)).isFalse();
        assertThat(ours.mayAskAgain(20 * MILLIS)).isTrue();
    }

    @Test
    void anAcknowledgementOutsideTheWindowIsNoise() {
        post(0);
        var odd =
                new FullFrame(
                        new CallNumber(7),
                        new CallNumber(5),
                        false,
                        0,
                        SeqNo.ZERO,
                        new SeqNo(9),
                        TEXT);
        ours.take(odd, false);
        assertThat(ours.unacknowledged()).isEqualTo(1);
    }

    @Test
    void aMeasuredRoundTripSetsTheNextFirstWait() {
        ours.measured(300 * MILLIS);
        post(0);
        assertThat(ours.deadline()).isEqualTo(600 * MILLIS);
        ours.measured(1);
        ours.restart();
        post(0);
        assertThat(ours.deadline()).isEqualTo(100 * MILLIS);
    }

    @Test
    void anotherPeerHasAnotherWay() {
        ours.measured(1);
        ours.restartWith(new CallNumber(9));
        post(0);
        assertThat(ours.deadline()).isEqualTo(500 * MILLIS);
        assertThat(ours.theirs()).isEqualTo(new CallNumber(9));
    }

    @Test
    void restartCountsFromZeroAndForgets() {
        theirs.take(post(0), true);
        ours.restart();
        assertThat(post(0).sent()).isEqualTo(SeqNo.ZERO);
        assertThat(ours.unacknowledged()).isEqualTo(1);
        assertThat(ours.theirs()).isEqualTo(CallNumber.NONE);
    }
}
