package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Md5;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.CallLeg.Challenged;
import dev.keyline.iax.call.CallLeg.Confirming;
import dev.keyline.iax.call.CallLeg.Ended;
import dev.keyline.iax.call.CallLeg.Linked;
import dev.keyline.iax.call.CallLeg.Offered;
import dev.keyline.iax.call.CallLeg.Proving;
import dev.keyline.iax.call.CallLeg.Side;
import dev.keyline.iax.call.CallLeg.Signing;
import dev.keyline.iax.call.CallLeg.TurningAway;
import dev.keyline.iax.call.CallLeg.Up;
import dev.keyline.iax.call.CallLeg.Waiting;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.ComfortNoise;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Digit;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.message.Text;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// One test for each arrow of the figure, named state and stimulus.
class ArrowsTest {
    private static final MediaFormat ULAW = MediaFormat.ULAW;
    private static final Secret SECRET = new Secret("mysecret");
    private static final Bytes CHALLENGE = Bytes.utf8("123456789");
    private static final New REQUEST =
            new New(
                    2,
                    "600",
                    null,
                    "east",
                    CallerId.NONE,
                    MediaOffer.of(List.of(ULAW)),
                    0,
                    "",
                    false,
                    List.of(),
                    null,
                    null);
    private static final Guard GUARD =
            new Guard("east", Set.of(AuthMethod.MD5), List.of(), List.of(SECRET));
    private static final Challenged CHALLENGED =
            new Challenged(REQUEST, GUARD, CHALLENGE, Optional.empty(), false);
    private static final AuthRequest ASK_MD5 = new AuthRequest(2, CHALLENGE, 0, "east");
    private static final AuthRequest ASK_RSA = new AuthRequest(4, CHALLENGE, 0, "east");

    private Credentials credentials = Credentials.usual("east", Optional.of("k"), Optional.empty());
    private Encryption encryption = Encryption.NONE;
    private boolean handshaken = true;

    private Circumstances here() {
        return new Circumstances(
                PeerAddress.ofIPv4("192.0.2.1", 4569),
                credentials,
                TestKeys.ring(List.of("k"), List.of()),
                MediaOffer.of(List.of(ULAW)),
                encryption,
                handshaken,
                Circumstances.Delays.USUAL);
    }

    private Step heard(CallLeg leg, Message message) {
        return CallFigure.next(leg, new Input.Heard(message), here());
    }

    private Step told(CallLeg leg, Command command) {
        return CallFigure.next(leg, new Input.Told(command), here());
    }

    private Step given(CallLeg leg, Input input) {
        return CallFigure.next(leg, input, here());
    }

    private static List<Message> said(Step step) {
        return step.acts().stream()
                .filter(Act.Say.class::isInstance)
                .map(act -> ((Act.Say) act).message())
                .toList();
    }

    private static List<CallEvent> news(Step step) {
        return step.acts().stream()
                .filter(Act.Tell.class::isInstance)
                .map(act -> ((Act.Tell) act).event())
                .toList();
    }

    private static void assertEnded(Step step, Ending why) {
        assertThat(step.next()).isEqualTo(new Ended(why));
        assertThat(news(step)).endsWith(new CallEvent.Ended(why));
    }

    private static Linked linked(Side side) {
        return new Linked(side, ULAW);
    }

    // The caller's figure.

    @Test
    @Arrow("Waiting: AUTHREQ for rsa")
    void waiting_authRequestForRsa_signs() {
        var step = heard(new Waiting(), ASK_RSA);
        assertThat(step.next()).isEqualTo(new Signing(ASK_RSA));
        assertThat(step.acts()).hasAtLeastOneElementOfType(Act.Sign.class);
        assertThat(said(step)).isEmpty();
    }

    @Test
    @Arrow("Waiting: AUTHREQ for md5")
    void waiting_authRequestForMd5_answers() {
        credentials = Credentials.usual("east", Optional.empty(), Optional.of(SECRET));
        var step = heard(new Waiting(), ASK_MD5);
        assertThat(step.next()).isEqualTo(new Proving(false));
        assertThat(said(step))
                .containsExactly(new AuthReply(new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET))));
    }

    @Test
    void waiting_authRequestWeCannotAnswer_ends() {
        var step = heard(new Waiting(), ASK_MD5);
        assertThat(step.next())
                .isInstanceOfSatisfying(
                        Ended.class,
                        e -> assertThat(e.why()).isInstanceOf(Ending.CannotAnswer.class));
        assertThat(said(step)).containsExactly(new Hangup("", 0));
    }

    @Test
    void waiting_authRequestWithEncryption_ends() {
        var step = heard(new Waiting(), new AuthRequest(4, CHALLENGE, 1, "east"));
        assertThat(step.next()).isInstanceOf(Ended.class);
        assertThat(step.acts()).noneMatch(Act.Sign.class::isInstance);
    }

    // Encryption.

    private static final AuthRequest ASK_ENCRYPTED = new AuthRequest(6, CHALLENGE, 1, "east");

    private static New offering(int encryption) {
        return new New(
                REQUEST.version(),
                REQUEST.calledNumber(),
                REQUEST.calledContext(),
                REQUEST.username(),
                REQUEST.caller(),
                REQUEST.media(),
                encryption,
                REQUEST.language(),
                REQUEST.autoAnswer(),
                REQUEST.variables(),
                REQUEST.dateTime(),
                REQUEST.callToken());
    }

    private static List<Act.Seal> seals(Step step) {
        return step.acts().stream()
                .filter(Act.Seal.class::isInstance)
                .map(Act.Seal.class::cast)
                .toList();
    }

    @Test
    void waiting_authRequestEncrypted_sealsBeforeItSigns() {
        credentials = Credentials.usual("east", Optional.of("k"), Optional.of(SECRET));
        var step = heard(new Waiting(), ASK_ENCRYPTED);
        assertThat(step.next()).isEqualTo(new Signing(ASK_ENCRYPTED));
        assertThat(seals(step)).containsExactly(new Act.Seal(CHALLENGE, List.of(SECRET), false));
        assertThat(given(new Signing(ASK_ENCRYPTED), new Input.Signed("c2ln")).next())
                .isEqualTo(new Proving(true));
    }

    @Test
    void waiting_authRequestEncrypted_sealsBeforeItSpeaks() {
        credentials = Credentials.usual("east", Optional.empty(), Optional.of(SECRET));
        var step = heard(new Waiting(), ASK_ENCRYPTED);
        assertThat(step.next()).isEqualTo(new Proving(true));
        assertThat(step.acts().getFirst()).isInstanceOf(Act.Seal.class);
    }

    @Test
    void waiting_authRequestWithoutEncryptionWhereItIsForced_ends() {
        encryption = Encryption.FORCED;
        credentials = Credentials.usual("east", Optional.of("k"), Optional.of(SECRET));
        var step = heard(new Waiting(), ASK_RSA);
        assertThat(said(step)).containsExactly(new Hangup("", 58));
        assertThat(step.next()).isInstanceOf(Ended.class);
    }

    @Test
    void waiting_authRequestWithAnotherCipher_ends() {
        credentials = Credentials.usual("east", Optional.of("k"), Optional.of(SECRET));
        var step = heard(new Waiting(), new AuthRequest(4, CHALLENGE, 2, "east"));
        assertThat(step.next()).isInstanceOf(Ended.class);
    }

    @Test
    void accept_inClearWhereEncryptionIsForced_isRefused() {
        encryption = Encryption.FORCED;
        for (var leg : List.of(new Waiting(), new Proving(false))) {
            var step = heard(leg, new Accept(ULAW.bit()));
            assertThat(said(step)).containsExactly(new Reject("Call is not encrypted", 58));
        }
        assertThat(heard(new Proving(true), new Accept(ULAW.bit())).next())
                .isEqualTo(linked(Side.CALLER));
    }

    @Test
    @Arrow({"Proving: nothing but noise", "Signing: nothing but noise"})
    void proving_undecipherable_saysThatTheSecretDiffers() {
        var step = given(new Proving(true), new Input.Undecipherable());
        assertThat(step.acts().getFirst()).isEqualTo(new Act.Unseal());
        assertThat(step.next())
                .isInstanceOfSatisfying(
                        Ended.class, e -> assertThat(e.why().words()).contains("secret= differs"));
        assertThat(given(new Signing(ASK_ENCRYPTED), new Input.Undecipherable()).next())
                .isInstanceOf(Ended.class);
    }

    @Test
    @Arrow("Challenged: nothing but noise")
    void challenged_undecipherable_turnsAwayInClear() {
        var step = given(CHALLENGED, new Input.Undecipherable());
        assertThat(step.next()).isEqualTo(new TurningAway());
        assertThat(step.acts().getFirst()).isEqualTo(new Act.Unseal());
    }

    @Test
    void up_undecipherable_changesNothing() {
        assertThat(given(new Up(ULAW), new Input.Undecipherable()).next()).isEqualTo(new Up(ULAW));
    }

    @Test
    void knock_encrypted_asksInClearAndSealsThen() {
        var request = offering(0x8001);
        var admission = new Door.Guarded(GUARD, 3, new Encryption(true, false, true));
        var step =
                Greeting.answer(
                        request,
                        admission,
                        Challenge.fresh(new java.util.SplittableRandom(1)),
                        here());
        assertThat(said(step))
                .singleElement()
                .isInstanceOfSatisfying(
                        AuthRequest.class, ask -> assertThat(ask.encryption()).isEqualTo(1));
        assertThat(step.acts().getLast())
                .isInstanceOfSatisfying(
                        Act.Seal.class, seal -> assertThat(seal.rotating()).isTrue());
    }

    @Test
    @Arrow("Signing: the signature")
    void signing_signature_replies() {
        var step = given(new Signing(ASK_RSA), new Input.Signed("c2ln"));
        assertThat(step.next()).isEqualTo(new Proving(false));
        assertThat(said(step)).containsExactly(new AuthReply(new AuthResult.Rsa("c2ln")));
    }

    @Test
    @Arrow("Signing: no signature")
    void signing_failure_ends() {
        assertThat(given(new Signing(ASK_RSA), new Input.CouldNotSign("no")).next())
                .isInstanceOf(Ended.class);
    }

    @Test
    void proving_secondAuthRequest_isNotAnswered() {
        var step = heard(new Proving(false), ASK_RSA);
        assertThat(step.next()).isEqualTo(new Proving(false));
        assertThat(step.acts())
                .containsExactly(new Act.Remark("heard AuthRequest in state Proving"));
    }

    @Test
    @Arrow("Waiting: ACCEPT")
    void waiting_accept_links() {
        var step = heard(new Waiting(), new Accept(ULAW.bit()));
        assertThat(step.next()).isEqualTo(linked(Side.CALLER));
        assertThat(news(step)).containsExactly(new CallEvent.Accepted(ULAW, false));
    }

    @Test
    @Arrow("Proving: ACCEPT")
    void proving_accept_links() {
        assertThat(heard(new Proving(false), new Accept(ULAW.bit())).next())
                .isEqualTo(linked(Side.CALLER));
    }

    @Test
    void proving_acceptInAFormatWeDidNotOffer_ends() {
        var step = heard(new Proving(false), new Accept(MediaFormat.G729.bit()));
        assertThat(step.next()).isInstanceOf(Ended.class);
        assertThat(said(step)).containsExactly(new Reject("Unable to negotiate codec", 58));
    }

    @Test
    void proving_acceptWithoutAFormat_isInTheOneWeAskedFor() {
        var step = heard(new Proving(false), new Accept(0));
        assertThat(step.next()).isEqualTo(new Linked(Side.CALLER, ULAW));
        assertThat(news(step)).containsExactly(new CallEvent.Accepted(ULAW, false));
    }

    @Test
    void proving_reject_ends() {
        assertEnded(
                heard(new Proving(false), new Reject("No authority found", 50)),
                new Ending.TheyRefused(50, "No authority found"));
    }

    @Test
    @Arrow("Linked_CALLER: ANSWER")
    void linkedCaller_answer_goesUp() {
        var step = heard(linked(Side.CALLER), new Control(Indication.ANSWER, Bytes.EMPTY));
        assertThat(step.next()).isEqualTo(new Up(ULAW));
        assertThat(news(step)).containsExactly(new CallEvent.Answered());
    }

    @Test
    void linkedCaller_secondAccept_stays() {
        var step = heard(linked(Side.CALLER), new Accept(MediaFormat.GSM.bit()));
        assertThat(step.next()).isEqualTo(linked(Side.CALLER));
        assertThat(news(step)).isEmpty();
    }

    @Test
    void linkedCaller_ringing_isNews() {
        var step = heard(linked(Side.CALLER), new Control(Indication.RINGING, Bytes.EMPTY));
        assertThat(step.next()).isEqualTo(linked(Side.CALLER));
        assertThat(news(step))
                .containsExactly(new CallEvent.Indicated(Indication.RINGING, Bytes.EMPTY));
    }

    // The called side's figure.

    @Test
    void greeting_open_isOffered() {
        var step =
                Greeting.answer(
                        REQUEST,
                        new Door.Open("guest"),
                        Challenge.fresh(new SplittableRandom(1)),
                        here());
        assertThat(step.next()).isEqualTo(new Offered(true));
        assertThat(news(step)).singleElement().isInstanceOf(CallEvent.Arrived.class);
    }

    @Test
    void greeting_guarded_challenges() {
        var challenge = Challenge.fresh(new SplittableRandom(1));
        var step = Greeting.answer(REQUEST, new Door.Guarded(GUARD, 3), challenge, here());
        assertThat(step.next())
                .isEqualTo(
                        new Challenged(REQUEST, GUARD, challenge.text(), Optional.empty(), false));
        assertThat(said(step)).containsExactly(new AuthRequest(2, challenge.text(), 0, "east"));
    }

    @Test
    void greeting_stranger_isChallengedLikeAnyOther() {
        var challenge = Challenge.fresh(new SplittableRandom(1));
        var known = Greeting.answer(REQUEST, new Door.Guarded(GUARD, 3), challenge, here());
        var stranger =
                Greeting.answer(
                        REQUEST, new Door.Stranger(Set.of(AuthMethod.MD5), "?"), challenge, here());
        assertThat(said(stranger)).isEqualTo(said(known));
    }

    @Test
    void greeting_shut_turnsAway() {
        var step =
                Greeting.answer(
                        REQUEST,
                        new Door.Shut("no"),
                        Challenge.fresh(new SplittableRandom(1)),
                        here());
        assertThat(step.next()).isEqualTo(new TurningAway());
        assertThat(said(step)).isEmpty();
    }

    @Test
    @Arrow("Challenged: AUTHREP that is right")
    void challenged_rightAnswer_isOffered() {
        var step =
                heard(CHALLENGED, new AuthReply(new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET))));
        assertThat(step.next()).isEqualTo(new Offered(true));
        assertThat(news(step))
                .containsExactly(
                        new CallEvent.Arrived(
                                here().peer(),
                                "east",
                                new CallEvent.Proven(
                                        new Verdict.LetIn(AuthMethod.MD5, "", ""), false),
                                REQUEST));
    }

    @Test
    @Arrow("Challenged: AUTHREP that is wrong")
    void challenged_wrongAnswer_turnsAway() {
        var step = heard(CHALLENGED, new AuthReply(new AuthResult.Md5("0".repeat(32))));
        assertThat(step.next()).isEqualTo(new TurningAway());
        assertThat(said(step)).isEmpty();
        assertThat(news(step)).singleElement().isInstanceOf(CallEvent.TurnedAway.class);
    }

    @Test
    void turningAway_rightAnswer_comesTooLate() {
        var step =
                heard(
                        new TurningAway(),
                        new AuthReply(new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET))));
        assertThat(step.next()).isEqualTo(new TurningAway());
    }

    @Test
    @Arrow("TurningAway: time is up")
    void turningAway_timeUp_rejects() {
        var step = given(new TurningAway(), new Input.TimeUp());
        assertEnded(step, new Ending.WeRefused(50, "No authority found"));
        assertThat(said(step)).containsExactly(new Reject("No authority found", 50));
    }

    @Test
    @Arrow("Challenged: time is up")
    void challenged_timeUp_rejects() {
        assertEnded(
                given(CHALLENGED, new Input.TimeUp()),
                new Ending.WeRefused(50, "No authority found"));
    }

    @Test
    void challenged_pretended_neverLetsIn() {
        var pretended =
                new Challenged(
                        REQUEST,
                        GUARD,
                        CHALLENGE,
                        Optional.of(new Verdict.TurnedAway(Verdict.Reason.UNKNOWN_NAME, List.of())),
                        false);
        var step =
                heard(pretended, new AuthReply(new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET))));
        assertThat(step.next()).isEqualTo(new TurningAway());
    }

    @Test
    @Arrow("Offered: told to accept")
    void offered_accept_links() {
        var step = told(new Offered(true), new Command.Accept(ULAW));
        assertThat(step.next()).isEqualTo(linked(Side.CALLED));
        assertThat(said(step)).containsExactly(new Accept(ULAW.bit()));
        assertThat(news(step)).containsExactly(new CallEvent.Established(ULAW));
    }

    @Test
    @Arrow("Offered_unconfirmed: told to accept")
    void offeredUnconfirmed_accept_waitsForASignOfLife() {
        var step = told(new Offered(false), new Command.Accept(ULAW));
        assertThat(step.next()).isEqualTo(new Confirming(ULAW));
        assertThat(news(step)).isEmpty();
    }

    @Test
    @Arrow("Confirming: a frame with our number")
    void confirming_signOfLife_links() {
        var step = given(new Confirming(ULAW), new Input.Confirmed());
        assertThat(step.next()).isEqualTo(linked(Side.CALLED));
        assertThat(news(step)).containsExactly(new CallEvent.Established(ULAW));
    }

    @Test
    @Arrow("*: told to refuse")
    void offered_refuse_rejects() {
        for (boolean confirmed : new boolean[] {true, false}) {
            var step =
                    told(
                            new Offered(confirmed),
                            new Command.Refuse(
                                    Cause.NO_ROUTE_DESTINATION, "No such context/extension"));
            assertEnded(step, new Ending.WeRefused(3, "No such context/extension"));
        }
    }

    @Test
    @Arrow({"Offered: told to end", "Offered_unconfirmed: told to end"})
    void offered_finish_rejects() {
        for (boolean confirmed : new boolean[] {true, false}) {
            assertThat(said(told(new Offered(confirmed), new Command.Finish(Cause.CALL_REJECTED))))
                    .containsExactly(new Reject("", 21));
        }
    }

    @Test
    @Arrow("Linked_CALLED: told to answer")
    void linkedCalled_answer_goesUp() {
        var step = told(linked(Side.CALLED), new Command.Answer());
        assertThat(step.next()).isEqualTo(new Up(ULAW));
        assertThat(said(step)).containsExactly(new Control(Indication.ANSWER, Bytes.EMPTY));
    }

    @Test
    void linkedCaller_toldToAnswer_staysAndRemarks() {
        assertThat(told(linked(Side.CALLER), new Command.Answer()).next())
                .isEqualTo(linked(Side.CALLER));
    }

    // Both figures.

    private static List<CallLeg> accepted() {
        return List.of(linked(Side.CALLER), linked(Side.CALLED), new Up(ULAW));
    }

    @Test
    @Arrow({"*: a digit", "*: text"})
    void accepted_digitTextNoise_areNews() {
        var noise = new ComfortNoise(40);
        for (var leg : accepted()) {
            assertThat(news(heard(leg, new Digit('5', true))))
                    .containsExactly(new CallEvent.Pressed('5', true));
            assertThat(news(heard(leg, new Text("hi")))).containsExactly(new CallEvent.Wrote("hi"));
            assertThat(news(heard(leg, noise))).containsExactly(new CallEvent.Carried(noise));
        }
    }

    /// Only the first ANSWER, and only at the caller, opens the line.
    @Test
    @Arrow({"*: RINGING", "Linked_CALLED: ANSWER", "Up: ANSWER"})
    void accepted_ringingOrStrayAnswer_isNews() {
        for (var leg : accepted()) {
            assertThat(news(heard(leg, new Control(Indication.RINGING, Bytes.EMPTY))))
                    .containsExactly(new CallEvent.Indicated(Indication.RINGING, Bytes.EMPTY));
        }
        for (var leg : List.of(linked(Side.CALLED), new Up(ULAW))) {
            var step = heard(leg, new Control(Indication.ANSWER, Bytes.EMPTY));
            assertThat(step.next()).isEqualTo(leg);
            assertThat(news(step))
                    .containsExactly(new CallEvent.Indicated(Indication.ANSWER, Bytes.EMPTY));
        }
    }

    @Test
    @Arrow({"*: told to press a digit", "*: told to ring"})
    void accepted_commands_areSaid() {
        for (var leg : accepted()) {
            assertThat(said(told(leg, new Command.Press('#', false))))
                    .containsExactly(new Digit('#', false));
            assertThat(said(told(leg, new Command.Write("hi")))).containsExactly(new Text("hi"));
            assertThat(said(told(leg, new Command.Indicate(Indication.HOLD))))
                    .containsExactly(new Control(Indication.HOLD, Bytes.EMPTY));
            assertThat(said(told(leg, new Command.Carry(new ComfortNoise(1)))))
                    .containsExactly(new ComfortNoise(1));
        }
    }

    @Test
    void beforeAccept_nothingIsCarried() {
        for (var leg :
                List.of(
                        new Waiting(),
                        new Proving(false),
                        CHALLENGED,
                        new Offered(true),
                        new Confirming(ULAW))) {
            assertThat(news(heard(leg, new Digit('5', true)))).as(leg.toString()).isEmpty();
            assertThat(said(told(leg, new Command.Press('5', true)))).as(leg.toString()).isEmpty();
            assertThat(news(heard(leg, new Control(Indication.ANSWER, Bytes.EMPTY))))
                    .as(leg.toString())
                    .isEmpty();
        }
    }

    @Test
    @Arrow("*: HANGUP")
    void any_hangup_ends() {
        for (var leg : everyState()) {
            assertEnded(heard(leg, new Hangup("bye", 16)), new Ending.TheyHungUp(16, "bye"));
        }
    }

    @Test
    @Arrow("*: no answer at all")
    void any_unreachable_endsWithoutAWord() {
        for (var leg : everyState()) {
            var step = given(leg, new Input.Unreachable());
            assertEnded(step, new Ending.Vanished());
            assertThat(said(step)).isEmpty();
        }
    }

    @Test
    @Arrow("*: told to end")
    void anyButOffered_finish_hangsUp() {
        for (var leg : everyState()) {
            if (!(leg instanceof Offered)) {
                var step = told(leg, new Command.Finish(Cause.NORMAL));
                assertEnded(step, new Ending.WeHungUp(16));
                assertThat(said(step)).containsExactly(new Hangup("", 16));
            }
        }
    }

    /// Once the call is accepted there is nothing left to refuse, and REJECT says that they leave.
    @Test
    @Arrow("*: REJECT")
    void any_reject_ends() {
        for (var leg : everyState()) {
            var why =
                    leg.isAccepted()
                            ? new Ending.TheyHungUp(21, "x")
                            : new Ending.TheyRefused(21, "x");
            assertEnded(heard(leg, new Reject("x", 21)), why);
        }
    }

    @Test
    @Arrow("*: a hangup in a control frame")
    void accepted_controlHangup_endsAndSaysSo() {
        for (var leg : accepted()) {
            var step = heard(leg, new Control(Indication.HANGUP, Bytes.EMPTY));
            assertThat(step.next()).isInstanceOf(Ended.class);
            assertThat(said(step)).containsExactly(new Hangup("", 16));
        }
    }

    @Test
    void ended_anything_stays() {
        var ended = new Ended(new Ending.Vanished());
        assertThat(heard(ended, new Accept(ULAW.bit()))).isEqualTo(Step.to(ended));
        assertThat(told(ended, new Command.Finish(Cause.NORMAL))).isEqualTo(Step.to(ended));
    }

    private static List<CallLeg> everyState() {
        return List.of(
                new Waiting(),
                new Signing(ASK_RSA),
                new Proving(false),
                CHALLENGED,
                new TurningAway(),
                new Offered(true),
                new Offered(false),
                new Confirming(ULAW),
                linked(Side.CALLER),
                linked(Side.CALLED),
                new Up(ULAW));
    }
}
