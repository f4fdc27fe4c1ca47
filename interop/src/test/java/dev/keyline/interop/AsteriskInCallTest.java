package dev.keyline.interop;

import static dev.keyline.interop.Happened.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.line.HeldKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said within a call, through a real Asterisk: one of our telephones calls it, and it
/// calls the other. Both ends of what it passes on are ours.
@InRealTime
class AsteriskInCallTest {
    private static final String IAX =
            """
            [east]
            type=user
            auth=rsa
            inkeys=east
            context=in
            mohinterpret=passthrough
            [keyline]
            type=peer
            host=127.0.0.1
            port=%d
            username=asterisk
            outkey=asterisk
            auth=rsa
            mohinterpret=passthrough
            """;
    private static final String EXTENSIONS =
            """
            [in]
            exten => 605,1,Busy(1)
            exten => 606,1,Congestion(1)
            exten => 700,1,Dial(IAX2/keyline/100,10)
             same => n,Hangup(${HANGUPCAUSE})
            exten => 701,1,Dial(IAX2/keyline/100,1)
             same => n,NoOp(dial ended with ${DIALSTATUS})
             same => n,Hangup(19)
            exten => _9XXX,1,Hangup(${EXTEN:1})
            """;

    @TempDir static @Nullable Path temporary;

    private static @Nullable AsteriskPeer asterisk;
    private static @Nullable OwnPhone phone;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(AsteriskPeer.binary().isPresent(), AsteriskPeer.WHY_SKIPPED);
        var folder = AsteriskPeer.prepare(Objects.requireNonNull(temporary));
        var keys = AsteriskPeer.keys(folder);
        for (var name : List.of("east", "asterisk")) {
            AsteriskPeer.generateKey(keys, name);
        }
        phone = OwnPhone.open(new HeldKeys(KeyRing.load(keys), InstantSource.system()), "asterisk");
        asterisk =
                AsteriskPeer.start(
                        AsteriskPeer.binary().orElseThrow(),
                        folder,
                        AsteriskPeer.freePort(),
                        IAX.formatted(phone.port()),
                        EXTENSIONS);
    }

    @AfterAll
    static void stop() {
        if (phone != null) {
            phone.close();
        }
        if (asterisk != null) {
            asterisk.close();
        }
    }

    private static OwnPhone phone() {
        return Objects.requireNonNull(phone);
    }

    private static AsteriskPeer asterisk() {
        return Objects.requireNonNull(asterisk);
    }

    private static PhoneCall dial(String exten) {
        var who = Credentials.usual("east", Optional.of("east"), Optional.empty());
        return phone().dial(asterisk().port(), exten, "in", who);
    }

    private static Ending ending(PhoneCall call) throws InterruptedException {
        return await(call, CallEvent.Ended.class).why();
    }

    private record Both(PhoneCall near, PhoneCall far) {
        static Both talking() throws InterruptedException {
            var near = dial("700");
            var far = phone().answered();
            await(near, CallEvent.Answered.class);
            return new Both(near, far);
        }

        void hangUp() throws InterruptedException {
            near.hangUp();
            ending(near);
            ending(far);
        }
    }

    /// A key is held longer than the 80 ms that Asterisk makes of any shorter one.
    private static void press(String digits, PhoneCall from, PhoneCall to)
            throws InterruptedException {
        for (int i = 0; i < digits.length(); i++) {
            for (boolean begin : new boolean[] {true, false}) {
                from.tell(new Command.Press(digits.charAt(i), begin));
                assertThat(await(to, CallEvent.Pressed.class))
                        .isEqualTo(new CallEvent.Pressed(digits.charAt(i), begin));
                Thread.sleep(120);
            }
        }
    }

    @Test
    void itPassesOnOurDigitsBothWays() throws Exception {
        var both = Both.talking();
        press("12*#", both.near(), both.far());
        press("0A9", both.far(), both.near());
        both.hangUp();
    }

    private static void say(Indication word, PhoneCall from, PhoneCall to)
            throws InterruptedException {
        from.tell(new Command.Indicate(word));
        while (await(to, CallEvent.Indicated.class).indication() != word) {
            // RINGING, PROGRESS and the like come before it
        }
    }

    @Test
    void itPassesOnHoldAndUnholdBothWays() throws Exception {
        var both = Both.talking();
        for (var word : List.of(Indication.HOLD, Indication.UNHOLD)) {
            say(word, both.near(), both.far());
            say(word, both.far(), both.near());
        }
        both.hangUp();
    }

    /// Those that an Asterisk has a number for itself; it makes 16 or 17 of others.
    @ParameterizedTest
    @EnumSource(
            names = {
                "UNALLOCATED",
                "USER_BUSY",
                "CALL_REJECTED",
                "DESTINATION_OUT_OF_ORDER",
                "CONGESTION",
                "SWITCH_CONGESTION"
            })
    void itUnderstandsOurCausesAndWeUnderstandIts(Cause cause) throws Exception {
        var near = dial("700");
        phone().arrived().tell(new Command.Refuse(cause, "no"));
        assertThat(ending(near).code()).as("our refusal, passed on").isEqualTo(cause.code());
        assertThat(ending(dial("9%03d".formatted(cause.code()))).code())
                .as("its own hangup")
                .isEqualTo(cause.code());
    }

    @Test
    void theCauseOfAnAnsweredCallIsPassedOn() throws Exception {
        var both = Both.talking();
        both.far().tell(new Command.Finish(Cause.NORMAL));
        assertThat(ending(both.near())).isEqualTo(new Ending.TheyHungUp(16, ""));
        ending(both.far());
    }

    @Test
    void whatItSaysInsteadOfRingingIsHeard() throws Exception {
        for (var exten : List.of("605", "606")) {
            var call = dial(exten);
            var word = exten.equals("605") ? Indication.BUSY : Indication.CONGESTION;
            assertThat(await(call, CallEvent.Indicated.class).indication()).isEqualTo(word);
            call.hangUp();
            ending(call);
        }
        assertThat(ending(dial("999"))).isInstanceOf(Ending.TheyRefused.class);
        assertThat(ending(dial("999")).code()).isEqualTo(Cause.NO_ROUTE_DESTINATION.code());
    }

    @Test
    void itGivesUpRingingAndBothAreTold() throws Exception {
        var near = dial("701");
        var far = phone().accepted();
        far.tell(new Command.Indicate(Indication.RINGING));
        assertThat(ending(far)).isInstanceOf(Ending.TheyHungUp.class);
        assertThat(ending(near).code()).isEqualTo(Cause.NO_ANSWER.code());
        asterisk().await("dial ended with NOANSWER", asterisk()::log);
    }
}
