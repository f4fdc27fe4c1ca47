package dev.keyline.iax.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Challenge;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Md5;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.auth.Verdict;
import dev.keyline.iax.call.Arrow;
import dev.keyline.iax.message.ApparentAddress;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterReject;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// One test for each arrow of both figures, named state and stimulus.
public class RegistrationArrowsTest {
    private static final PeerAddress HERE = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final Bytes CHALLENGE = Bytes.utf8("123456789");
    private static final Secret SECRET = new Secret("mysecret");
    private static final Guard MD5 =
            new Guard("branch", Set.of(AuthMethod.MD5), List.of(), List.of(SECRET));
    private static final Terms TERMS = new Terms(60, 300, 0x0102, null, null, null);

    private static RegistrantSide registrant(Credentials credentials, boolean leaving) {
        return new RegistrantSide(
                new Registration(HERE, credentials, 60),
                leaving,
                TestKeys.ring(List.of("k"), List.of()));
    }

    private static final RegistrantSide BY_KEY =
            registrant(Credentials.usual("branch", Optional.of("k"), Optional.empty()), false);
    private static final RegistrantSide BY_SECRET =
            registrant(Credentials.usual("branch", Optional.empty(), Optional.of(SECRET)), false);
    private static final RegistrantSide LEAVING =
            registrant(Credentials.usual("branch", Optional.empty(), Optional.of(SECRET)), true);
    private static final RegistrarSide DESK =
            new RegistrarSide(HERE, TestKeys.ring(List.of(), List.of("k")), 1_000, 15_000);

    private static List<Message> said(Step<?> step) {
        return step.acts().stream()
                .filter(Act.Say.class::isInstance)
                .map(act -> ((Act.Say) act).message())
                .toList();
    }

    private static List<RegistrationEvent> told(Step<?> step) {
        return step.acts().stream()
                .filter(Act.Tell.class::isInstance)
                .map(act -> ((Act.Tell) act).event())
                .toList();
    }

    private static Step<RegistrantLeg> heard(
            RegistrantLeg leg, Message message, RegistrantSide here) {
        return RegistrantFigure.next(leg, new Input.Heard(message), here);
    }

    private static void assertEnded(Step<RegistrantLeg> step, Outcome outcome) {
        assertThat(step.next()).isEqualTo(new RegistrantLeg.Ended(outcome));
        assertThat(told(step)).endsWith(new RegistrationEvent.Settled(outcome));
    }

    @Test
    void nothing_begin_asks() {
        var step = RegistrantFigure.ask(BY_KEY);
        assertThat(step.next()).isEqualTo(new RegistrantLeg.Asking());
        assertThat(said(step))
                .containsExactly(
                        new RegisterRequest("branch", 60, new AuthResult.None(), Bytes.EMPTY));
    }

    @Test
    void nothing_beginToLeave_asksToBeForgotten() {
        assertThat(said(RegistrantFigure.ask(LEAVING)))
                .containsExactly(
                        new RegisterRelease(
                                "branch",
                                0,
                                new AuthResult.None(),
                                Bytes.EMPTY,
                                "Unregistered",
                                0));
    }

    @Test
    @Arrow("Asking: REGAUTH for rsa")
    void asking_challengeForRsa_signs() {
        var ask = new RegisterAuth(4, CHALLENGE, "branch");
        var step = heard(new RegistrantLeg.Asking(), ask, BY_KEY);
        assertThat(step.next()).isEqualTo(new RegistrantLeg.Signing(ask));
        assertThat(step.acts()).anyMatch(Act.Sign.class::isInstance);
        assertThat(told(step))
                .contains(new RegistrationEvent.Answering(AuthMethod.RSA, "k", "SHA256:k"));
    }

    @Test
    @Arrow("Signing: the signature")
    void signing_signature_proves() {
        var leg = new RegistrantLeg.Signing(new RegisterAuth(4, CHALLENGE, "branch"));
        var step = RegistrantFigure.next(leg, new Input.Signed(new Signature.Made("c2ln")), BY_KEY);
        assertThat(step.next()).isEqualTo(new RegistrantLeg.Proving());
        assertThat(said(step))
                .containsExactly(
                        new RegisterRequest("branch", 60, new AuthResult.Rsa("c2ln"), Bytes.EMPTY));
    }

    @Test
    @Arrow("Signing: no signature")
    void signing_failure_ends() {
        var leg = new RegistrantLeg.Signing(new RegisterAuth(4, CHALLENGE, "branch"));
        var failed = new Input.Signed(new Signature.Failed("no"));
        var step = RegistrantFigure.next(leg, failed, BY_KEY);
        assertEnded(step, new Outcome.CannotAnswer("no"));
        assertThat(said(step)).containsExactly(new Reject("No authority found", 50));
    }

    @Test
    @Arrow("Asking: REGAUTH for md5")
    void asking_challengeForMd5_proves() {
        var ask = new RegisterAuth(2, CHALLENGE, "branch");
        var step = heard(new RegistrantLeg.Asking(), ask, BY_SECRET);
        assertThat(step.next()).isEqualTo(new RegistrantLeg.Proving());
        assertThat(said(step))
                .containsExactly(
                        new RegisterRequest(
                                "branch",
                                60,
                                new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET)),
                                Bytes.EMPTY));
    }

    /// Whoever has a key does not fall back to anything weaker.
    @Test
    void asking_challengeForOtherMethods_ends() {
        for (int methods : new int[] {0, 1, 2, 3}) {
            var ask = new RegisterAuth(methods, CHALLENGE, "branch");
            var step = heard(new RegistrantLeg.Asking(), ask, BY_KEY);
            assertThat(step.next())
                    .isInstanceOfSatisfying(
                            RegistrantLeg.Ended.class,
                            e -> assertThat(e.outcome()).isInstanceOf(Outcome.CannotAnswer.class));
            assertThat(said(step)).containsExactly(new Reject("No authority found", 50));
        }
    }

    @Test
    void asking_strangeChallenge_signsNothing() {
        for (var text : List.of(Bytes.EMPTY, Bytes.of(1, 2, 3), Bytes.utf8("x".repeat(129)))) {
            var step = heard(new RegistrantLeg.Asking(), new RegisterAuth(4, text, "b"), BY_KEY);
            assertThat(step.acts()).noneMatch(Act.Sign.class::isInstance);
        }
    }

    @Test
    void proving_anotherChallenge_isRemarkedUpon() {
        var ask = new RegisterAuth(2, CHALLENGE, "branch");
        var step = heard(new RegistrantLeg.Proving(), ask, BY_SECRET);
        assertThat(step.next()).isEqualTo(new RegistrantLeg.Proving());
        assertThat(step.acts()).singleElement().isInstanceOf(Act.Remark.class);
    }

    @Test
    @Arrow({"Asking: REGACK", "Proving: REGACK"})
    void askingOrProving_ack_isRegistered() {
        var seen = new ApparentAddress(HERE.ip(), 4570);
        var ack = new RegisterAck("branch", null, 120, seen, 0x0102, null, null);
        var outcome = new Outcome.Registered(120, Optional.of(seen), OptionalInt.of(0x0102));
        assertEnded(heard(new RegistrantLeg.Asking(), ack, BY_KEY), outcome);
        assertEnded(heard(new RegistrantLeg.Proving(), ack, BY_KEY), outcome);
    }

    @Test
    void proving_ackWithoutTime_isRegisteredForAMinute() {
        var ack = new RegisterAck("branch", null, null, null, null, null, null);
        assertEnded(
                heard(new RegistrantLeg.Proving(), ack, BY_KEY),
                new Outcome.Registered(60, Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void proving_ackToRelease_isReleased() {
        var ack = new RegisterAck("branch", null, null, null, null, null, null);
        assertEnded(heard(new RegistrantLeg.Proving(), ack, LEAVING), new Outcome.Released());
    }

    private static List<RegistrantLeg> underWay() {
        return List.of(
                new RegistrantLeg.Asking(),
                new RegistrantLeg.Signing(new RegisterAuth(4, CHALLENGE, "branch")),
                new RegistrantLeg.Proving());
    }

    @Test
    @Arrow({"*: REGREJ", "Asking: REJECT", "Signing: REJECT", "Proving: REJECT"})
    void any_reject_ends() {
        for (var leg : underWay()) {
            assertEnded(
                    heard(leg, new RegisterReject("no", 29), BY_KEY),
                    new Outcome.Refused("no", 29));
            assertEnded(heard(leg, new Reject("no", 50), BY_KEY), new Outcome.Refused("no", 50));
        }
    }

    /// A registrar that acknowledges and then says nothing is as good as none.
    @Test
    @Arrow({
        "Asking: no answer at all",
        "Signing: no answer at all",
        "Proving: no answer at all",
        "Asking: time is up",
        "Signing: time is up",
        "Proving: time is up"
    })
    void any_unreachableOrTimeUp_ends() {
        for (var leg : underWay()) {
            for (var input : List.of(new Input.Unreachable(), new Input.TimeUp())) {
                assertEnded(RegistrantFigure.next(leg, input, BY_KEY), new Outcome.NotAnswered());
            }
        }
    }

    @Test
    void questionsAndAnswersAreWaitedForFortySeconds() {
        var waits = new Act.Wait(RegistrantFigure.PATIENCE);
        var md5 = new RegisterAuth(2, CHALLENGE, "branch");
        var signed = new Input.Signed(new Signature.Made("c2ln"));
        assertThat(RegistrantFigure.ask(BY_KEY).acts()).contains(waits);
        assertThat(heard(new RegistrantLeg.Asking(), md5, BY_SECRET).acts()).contains(waits);
        assertThat(RegistrantFigure.next(underWay().get(1), signed, BY_KEY).acts()).contains(waits);
    }

    @Test
    void ended_anything_staysEnded() {
        var ended = new RegistrantLeg.Ended(new Outcome.Released());
        assertThat(heard(ended, new RegisterReject("", 0), BY_KEY).next()).isEqualTo(ended);
    }

    private static RegisterRequest request(String name, AuthResult result) {
        return new RegisterRequest(name, 90, result, Bytes.EMPTY);
    }

    private static Step<RegistrarLeg> answer(Registrar.Admission admission) {
        return RegistrarFigure.answer(
                request("branch", new AuthResult.None()),
                admission,
                Challenge.fresh(new SplittableRandom(1)),
                DESK);
    }

    private static RegistrarLeg.Challenged challenged(boolean known) {
        return new RegistrarLeg.Challenged("branch", MD5, CHALLENGE, known, TERMS);
    }

    private static Step<RegistrarLeg> proof(RegistrarLeg leg, Message message) {
        return RegistrarFigure.next(leg, new Input.Heard(message), DESK);
    }

    private static void assertTurnedAway(Step<RegistrarLeg> step, Verdict.Reason reason) {
        assertThat(step.next()).isEqualTo(new RegistrarLeg.TurningAway());
        assertThat(said(step)).isEmpty();
        assertThat(step.acts()).contains(new Act.Wait(1_000));
        assertThat(told(step))
                .singleElement()
                .isInstanceOfSatisfying(
                        RegistrationEvent.TurnedAway.class,
                        t -> assertThat(t.verdict().reason()).isEqualTo(reason));
    }

    @Test
    void nothing_requestOfAGuardedPeer_isChallenged() {
        var step = answer(new Registrar.Guarded(MD5, TERMS));
        assertThat(step.next()).isInstanceOf(RegistrarLeg.Challenged.class);
        assertThat(said(step))
                .singleElement()
                .isInstanceOfSatisfying(
                        RegisterAuth.class,
                        ask -> {
                            assertThat(ask.methods()).isEqualTo(2);
                            assertThat(ask.username()).isEqualTo("branch");
                        });
    }

    /// A challenge for nobody looks like one for somebody.
    @Test
    void nothing_requestOfAStranger_isChallengedAlike() {
        var known = said(answer(new Registrar.Guarded(MD5, TERMS)));
        var unknown = said(answer(new Registrar.Stranger(Set.of(AuthMethod.MD5), "nobody")));
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void nothing_requestOfAnOpenPeer_isNoted() {
        var step = answer(new Registrar.Open("branch", TERMS));
        assertThat(step.next()).isEqualTo(new RegistrarLeg.Ended());
        assertThat(told(step))
                .containsExactly(
                        new RegistrationEvent.Enrolled(HERE, "branch", Optional.empty(), 90));
    }

    @Test
    void nothing_requestWithoutName_isTurnedAway() {
        var step =
                RegistrarFigure.answer(
                        request("", new AuthResult.None()),
                        new Registrar.Guarded(MD5, TERMS),
                        Challenge.fresh(new SplittableRandom(1)),
                        DESK);
        assertTurnedAway(step, Verdict.Reason.UNKNOWN_NAME);
    }

    @Test
    @Arrow("Challenged: REGREQ that is right")
    void challenged_rightAnswer_isNoted() {
        var right = new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET));
        var step = proof(challenged(true), request("branch", right));
        assertThat(step.next()).isEqualTo(new RegistrarLeg.Ended());
        assertThat(said(step))
                .containsExactly(
                        new RegisterAck(
                                "branch",
                                null,
                                90,
                                new ApparentAddress(HERE.ip(), HERE.port()),
                                0x0102,
                                null,
                                null));
        assertThat(told(step))
                .containsExactly(
                        new RegistrationEvent.Enrolled(
                                HERE,
                                "branch",
                                Optional.of(new Verdict.LetIn(AuthMethod.MD5, "", "")),
                                90));
    }

    @Test
    @Arrow("Challenged: REGREL that is right")
    void challenged_rightRelease_isForgotten() {
        var right = new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET));
        var step =
                proof(
                        challenged(true),
                        new RegisterRelease("branch", 0, right, Bytes.EMPTY, "", 0));
        assertThat(told(step)).singleElement().isInstanceOf(RegistrationEvent.Released.class);
    }

    @Test
    @Arrow("TurningAway: no answer at all")
    void turningAway_unreachable_ends() {
        var step =
                RegistrarFigure.next(new RegistrarLeg.TurningAway(), new Input.Unreachable(), DESK);
        assertThat(step.next()).isEqualTo(new RegistrarLeg.Ended());
        assertThat(told(step)).isEmpty();
    }

    @Test
    @Arrow("Challenged: REGREQ that is wrong")
    void challenged_wrongAnswer_isTurnedAway() {
        var wrong = new AuthResult.Md5("0".repeat(32));
        assertTurnedAway(
                proof(challenged(true), request("branch", wrong)), Verdict.Reason.WRONG_SECRET);
    }

    @Test
    void challenged_noAnswer_isTurnedAway() {
        assertTurnedAway(
                proof(challenged(true), request("branch", new AuthResult.None())),
                Verdict.Reason.NO_ANSWER);
    }

    @Test
    void challengedStranger_rightAnswer_isTurnedAway() {
        var right = new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET));
        assertTurnedAway(
                proof(challenged(false), request("branch", right)), Verdict.Reason.UNKNOWN_NAME);
    }

    /// Nobody is asked as one and registers as another.
    @Test
    void challenged_answerOfAnotherName_isTurnedAway() {
        var right = new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET));
        assertTurnedAway(
                proof(challenged(true), request("other", right)), Verdict.Reason.UNKNOWN_NAME);
    }

    @Test
    @Arrow("TurningAway: time is up")
    void turningAway_timeUp_rejects() {
        var step = RegistrarFigure.next(new RegistrarLeg.TurningAway(), new Input.TimeUp(), DESK);
        assertThat(step.next()).isEqualTo(new RegistrarLeg.Ended());
        assertThat(said(step)).containsExactly(new RegisterReject("Registration Refused", 29));
    }

    @Test
    @Arrow("Challenged: time is up")
    void challenged_timeUp_rejects() {
        var step = RegistrarFigure.next(challenged(true), new Input.TimeUp(), DESK);
        assertThat(said(step)).containsExactly(new RegisterReject("Registration Refused", 29));
        assertSilenceIsTold(step);
    }

    @Test
    @Arrow("Challenged: REJECT")
    void challenged_rejected_endsAndIsTold() {
        var cannot = new Input.Heard(new Reject("No authority found", 50));
        var step = RegistrarFigure.next(challenged(true), cannot, DESK);
        assertThat(said(step)).isEmpty();
        assertSilenceIsTold(step);
    }

    @Test
    @Arrow("Challenged: no answer at all")
    void challenged_unreachable_endsAndIsTold() {
        var step = RegistrarFigure.next(challenged(true), new Input.Unreachable(), DESK);
        assertThat(said(step)).isEmpty();
        assertSilenceIsTold(step);
    }

    private static void assertSilenceIsTold(Step<RegistrarLeg> step) {
        assertThat(step.next()).isInstanceOf(RegistrarLeg.Ended.class);
        assertThat(step.acts())
                .filteredOn(Act.Tell.class::isInstance)
                .singleElement()
                .satisfies(
                        act ->
                                assertThat(((Act.Tell) act).event())
                                        .isInstanceOfSatisfying(
                                                RegistrationEvent.TurnedAway.class,
                                                t ->
                                                        assertThat(t.verdict().reason())
                                                                .isEqualTo(
                                                                        Verdict.Reason.NO_REPLY)));
    }

    @Test
    void turningAway_rightAnswer_comesTooLate() {
        var right = new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET));
        var step = proof(new RegistrarLeg.TurningAway(), request("branch", right));
        assertThat(step.next()).isEqualTo(new RegistrarLeg.TurningAway());
        assertThat(told(step)).isEmpty();
    }

    @Test
    void timesAreKeptWithinTheTerms() {
        assertThat(TERMS.seconds(0)).isEqualTo(60);
        assertThat(TERMS.seconds(90)).isEqualTo(90);
        assertThat(TERMS.seconds(65535)).isEqualTo(300);
    }

    @Test
    void waitsAfterFailuresGrowToTheirLimit() {
        var patience = Registrant.Patience.USUAL;
        long second = 1_000_000_000L;
        assertThat(patience.after(1)).isEqualTo(10 * second);
        assertThat(patience.after(2)).isEqualTo(20 * second);
        assertThat(patience.after(5)).isEqualTo(160 * second);
        assertThat(patience.after(6)).isEqualTo(300 * second);
        assertThat(patience.after(1000)).isEqualTo(300 * second);
    }
}
