package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Challenged;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The arrows of a caller who was asked for a proof and gives none. Each says so before the end,
/// and what was asked for.
class UnansweredArrowsTest {
    private static final Guard GUARD =
            new Guard("east", Set.of(AuthMethod.MD5), List.of(), List.of(new Secret("mysecret")));
    private static final New REQUEST =
            new New(
                    2,
                    "600",
                    null,
                    "east",
                    CallerId.NONE,
                    MediaOffer.of(List.of(MediaFormat.ULAW)),
                    0,
                    "",
                    false,
                    List.of(),
                    null,
                    null);
    private static final Challenged ASKED =
            new Challenged(REQUEST, GUARD, Bytes.utf8("123456789"), Optional.empty(), false);
    private static final Circumstances HERE =
            new Circumstances(
                    PeerAddress.ofIPv4("192.0.2.1", 4569),
                    Credentials.none(""),
                    KeyRing.EMPTY,
                    MediaOffer.NONE,
                    Encryption.NONE,
                    true,
                    Circumstances.Delays.USUAL);

    private static void assertTold(Step step, Verdict.Reason reason, Ending end) {
        assertThat(step.next()).isEqualTo(new Ended(end));
        var news =
                step.acts().stream()
                        .filter(Act.Tell.class::isInstance)
                        .map(act -> ((Act.Tell) act).event())
                        .toList();
        assertThat(news).hasSize(2).last().isEqualTo(new CallEvent.Ended(end));
        assertThat(news.getFirst())
                .isInstanceOfSatisfying(
                        CallEvent.TurnedAway.class,
                        turned -> {
                            assertThat(turned.verdict().reason()).isEqualTo(reason);
                            assertThat(turned.required()).containsExactly(AuthMethod.MD5);
                            assertThat(turned.name()).isEqualTo("east");
                        });
    }

    private static Step given(Input input) {
        return CallFigure.next(ASKED, input, HERE);
    }

    @Test
    void challenged_timeUp_isSaid() {
        assertTold(
                given(new Input.TimeUp()),
                Verdict.Reason.NO_REPLY,
                new Ending.WeRefused(50, "No authority found"));
    }

    @Test
    void challenged_unreachable_isSaid() {
        assertTold(given(new Input.Unreachable()), Verdict.Reason.NO_REPLY, new Ending.Vanished());
    }

    @Test
    void challenged_inval_isSaid() {
        assertTold(
                CallFigure.forgotten(ASKED, HERE), Verdict.Reason.NO_REPLY, new Ending.Forgotten());
    }

    @Test
    void challenged_hangup_isGivingUp() {
        assertTold(
                given(new Input.Heard(new Hangup("no key", 0))),
                Verdict.Reason.GAVE_UP,
                new Ending.TheyHungUp(0, "no key"));
    }

    @Test
    void challenged_reject_isGivingUp() {
        assertTold(
                given(new Input.Heard(new Reject("no key", 50))),
                Verdict.Reason.GAVE_UP,
                new Ending.TheyRefused(50, "no key"));
    }
}
