package dev.keyline.iax.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.auth.Guard;
import dev.keyline.iax.auth.Md5;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.auth.Signature;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Dial;
import dev.keyline.iax.message.DialplanReply;
import dev.keyline.iax.message.DialplanRequest;
import dev.keyline.iax.message.Digit;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterReject;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.message.Text;
import dev.keyline.iax.registration.Outcome;
import dev.keyline.iax.registration.RegistrantFigure;
import dev.keyline.iax.registration.RegistrantLeg;
import dev.keyline.iax.registration.RegistrantSide;
import dev.keyline.iax.registration.RegistrarFigure;
import dev.keyline.iax.registration.RegistrarLeg;
import dev.keyline.iax.registration.RegistrarSide;
import dev.keyline.iax.registration.Registration;
import dev.keyline.iax.registration.Terms;
import dev.keyline.iax.sim.TestKeys;
import dev.keyline.iax.transfer.BrokerLeg;
import dev.keyline.iax.transfer.PartyLeg;
import dev.keyline.iax.transfer.TransferFigures;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.PeerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The figures as the code has them: every state is given every input, and what moves is drawn. The
/// drawing is compared with the one in the documents; `-Dkeyline.write=true` draws it again.
class FiguresTest {
    private static final Path DOCUMENT = Path.of("../docs/figures.md");
    private static final MediaFormat ULAW = MediaFormat.ULAW;
    private static final Bytes CHALLENGE = Bytes.utf8("123456789");
    private static final Secret SECRET = new Secret("mysecret");
    private static final PeerAddress PEER = PeerAddress.ofIPv4("192.0.2.1", 4569);
    private static final AuthResult RIGHT = new AuthResult.Md5(Md5.answer(CHALLENGE, SECRET));
    private static final AuthResult WRONG = new AuthResult.Md5("0".repeat(32));
    private static final Guard GUARD =
            new Guard("east", Set.of(AuthMethod.MD5), List.of(), List.of(SECRET));
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

    private static Circumstances here(Credentials credentials) {
        return new Circumstances(
                PEER,
                credentials,
                TestKeys.ring(List.of("k"), List.of()),
                MediaOffer.of(List.of(ULAW)),
                Encryption.NONE,
                true,
                Circumstances.Delays.USUAL);
    }

    private static final Credentials BY_KEY =
            Credentials.usual("east", Optional.of("k"), Optional.empty());
    private static final Credentials BY_SECRET =
            Credentials.usual("east", Optional.empty(), Optional.of(SECRET));

    private static List<CallLeg> legs() {
        return List.of(
                new CallLeg.Waiting(),
                new CallLeg.Signing(new AuthRequest(4, CHALLENGE, 0, "east")),
                new CallLeg.Proving(false),
                new CallLeg.Challenged(REQUEST, GUARD, CHALLENGE, Optional.empty(), false),
                new CallLeg.TurningAway(),
                new CallLeg.Offered(true),
                new CallLeg.Offered(false),
                new CallLeg.Confirming(ULAW),
                new CallLeg.Undialled(ULAW),
                new CallLeg.Dialled(ULAW),
                new CallLeg.Linked(CallLeg.Side.CALLER, ULAW),
                new CallLeg.Linked(CallLeg.Side.CALLED, ULAW),
                new CallLeg.Up(ULAW));
    }

    private static Map<String, Input> inputs() {
        var all = new LinkedHashMap<String, Input>();
        hear(all, "AUTHREQ for rsa", new AuthRequest(4, CHALLENGE, 0, "east"));
        hear(all, "AUTHREQ for md5", new AuthRequest(2, CHALLENGE, 0, "east"));
        hear(all, "AUTHREP that is right", new AuthReply(RIGHT));
        hear(all, "AUTHREP that is wrong", new AuthReply(WRONG));
        hear(all, "ACCEPT", new Accept(ULAW.bit()));
        hear(all, "REJECT", new Reject("", 50));
        hear(all, "HANGUP", new Hangup("", 16));
        hear(all, "ANSWER", new Control(Indication.ANSWER, Bytes.EMPTY));
        hear(all, "RINGING", new Control(Indication.RINGING, Bytes.EMPTY));
        hear(all, "a hangup in a control frame", new Control(Indication.HANGUP, Bytes.EMPTY));
        hear(all, "a digit", new Digit('1', true));
        hear(all, "text", new Text("x"));
        hear(all, "DPREQ", new DialplanRequest("60"));
        hear(all, "DPREP", new DialplanReply("60", DialplanReply.CAN_EXIST, 600));
        hear(all, "DIAL", new Dial("600"));
        all.put("told to wait for a number", new Input.Told(new Command.Await(ULAW)));
        all.put(
                "told to say what the dialplan knows",
                new Input.Told(new Command.Reply(new DialplanReply("60", 2, 600))));
        all.put("told to ask for a number", new Input.Told(new Command.Ask("60")));
        all.put("told to dial", new Input.Told(new Command.Dial("600")));
        all.put("told to accept", new Input.Told(new Command.Accept(ULAW)));
        all.put("told to refuse", new Input.Told(new Command.Refuse(Cause.CALL_REJECTED, "")));
        all.put("told to answer", new Input.Told(new Command.Answer()));
        all.put("told to end", new Input.Told(new Command.Finish(16)));
        all.put("told to ring", new Input.Told(new Command.Indicate(Indication.RINGING)));
        all.put("told to press a digit", new Input.Told(new Command.Press('1', true)));
        all.put("the signature", new Input.Signed("c2ln"));
        all.put("no signature", new Input.CouldNotSign("why"));
        all.put("a frame with our number", new Input.Confirmed());
        all.put("time is up", new Input.TimeUp());
        all.put("nothing but noise", new Input.Undecipherable());
        all.put("no answer at all", new Input.Unreachable());
        return all;
    }

    private static void hear(Map<String, Input> all, String name, Message message) {
        all.put(name, new Input.Heard(message));
    }

    /// What came of a state and an input.
    private record Arrow(String from, String to, String input, List<String> said) {
        String drawn() {
            return "    " + from + " --> " + to + ": " + words();
        }

        String words() {
            return input + (said.isEmpty() ? "" : " / " + String.join(", ", said));
        }
    }

    private static String name(Object state) {
        return switch (state) {
            case CallLeg.Linked(var side, _) -> "Linked_" + side;
            case CallLeg.Offered(boolean confirmed) ->
                    confirmed ? "Offered" : "Offered_unconfirmed";
            default -> state.getClass().getSimpleName();
        };
    }

    private static String said(Message message) {
        return message.getClass().getSimpleName();
    }

    private static Optional<Arrow> arrow(CallLeg leg, String name, Input input) {
        var step = CallFigure.next(leg, input, here(name.endsWith("md5") ? BY_SECRET : BY_KEY));
        boolean nothing =
                step.acts().stream().allMatch(Act.Remark.class::isInstance)
                        && step.next().equals(leg);
        var messages =
                step.acts().stream()
                        .filter(Act.Say.class::isInstance)
                        .map(act -> said(((Act.Say) act).message()))
                        .toList();
        return nothing
                ? Optional.empty()
                : Optional.of(new Arrow(name(leg), name(step.next()), name, messages));
    }

    /// The inputs of both figures of registration.
    private static final Map<String, dev.keyline.iax.registration.Input> REGISTERING =
            new LinkedHashMap<>(
                    Map.ofEntries(
                            heard("REGAUTH for rsa", new RegisterAuth(4, CHALLENGE, "east")),
                            heard("REGAUTH for md5", new RegisterAuth(2, CHALLENGE, "east")),
                            heard("REGACK", ack()),
                            heard("REGREJ", new RegisterReject("", 29)),
                            heard("REJECT", new Reject("", 50)),
                            heard("REGREQ that is right", request(RIGHT)),
                            heard("REGREQ that is wrong", request(WRONG)),
                            heard("REGREL that is right", release()),
                            Map.entry("the signature", signed(new Signature.Made("c2ln"))),
                            Map.entry("no signature", signed(new Signature.Failed("why"))),
                            Map.entry(
                                    "time is up", new dev.keyline.iax.registration.Input.TimeUp()),
                            Map.entry(
                                    "no answer at all",
                                    new dev.keyline.iax.registration.Input.Unreachable())));

    private static Map.Entry<String, dev.keyline.iax.registration.Input> heard(
            String name, Message message) {
        return Map.entry(name, new dev.keyline.iax.registration.Input.Heard(message));
    }

    private static dev.keyline.iax.registration.Input signed(Signature signature) {
        return new dev.keyline.iax.registration.Input.Signed(signature);
    }

    private static RegisterAck ack() {
        return new RegisterAck("east", null, 60, null, null, null, null);
    }

    private static RegisterRequest request(AuthResult result) {
        return new RegisterRequest("east", 60, result, Bytes.EMPTY);
    }

    private static RegisterRelease release() {
        return new RegisterRelease("east", 0, RIGHT, Bytes.EMPTY, "", 0);
    }

    private static <S> Set<String> registration(
            List<S> states,
            Function<
                            String,
                            BiFunction<
                                    S,
                                    dev.keyline.iax.registration.Input,
                                    dev.keyline.iax.registration.Step<S>>>
                    figure) {
        var arrows = new TreeSet<String>();
        for (var state : states) {
            REGISTERING.forEach(
                    (name, input) -> {
                        var step = figure.apply(name).apply(state, input);
                        if (!step.next().equals(state)) {
                            arrows.add(drawn(state, name, step));
                        }
                    });
        }
        return arrows;
    }

    private static <S> String drawn(
            S state, String name, dev.keyline.iax.registration.Step<S> step) {
        var messages =
                step.acts().stream()
                        .filter(dev.keyline.iax.registration.Act.Say.class::isInstance)
                        .map(a -> said(((dev.keyline.iax.registration.Act.Say) a).message()))
                        .toList();
        return new Arrow(name(state), name(step.next()), name, messages).drawn();
    }

    private static Set<String> registrant() {
        var asks = new RegisterAuth(4, CHALLENGE, "east");
        return registration(
                List.<RegistrantLeg>of(
                        new RegistrantLeg.Asking(),
                        new RegistrantLeg.Signing(asks),
                        new RegistrantLeg.Proving(),
                        new RegistrantLeg.Ended(new Outcome.Released())),
                name ->
                        (leg, input) ->
                                RegistrantFigure.next(
                                        leg,
                                        input,
                                        side(name.endsWith("md5") ? BY_SECRET : BY_KEY)));
    }

    private static RegistrantSide side(Credentials credentials) {
        return new RegistrantSide(
                new Registration(PEER, credentials, 60),
                false,
                TestKeys.ring(List.of("k"), List.of()));
    }

    private static Set<String> registrar() {
        var side = new RegistrarSide(PEER, TestKeys.ring(List.of(), List.of()), 1, 15);
        return registration(
                List.<RegistrarLeg>of(
                        new RegistrarLeg.Challenged(
                                "east", GUARD, CHALLENGE, true, Terms.of(60, 60)),
                        new RegistrarLeg.TurningAway(),
                        new RegistrarLeg.Ended()),
                _ -> (leg, input) -> RegistrarFigure.next(leg, input, side));
    }

    private static String document() {
        var moving = new TreeSet<String>();
        var staying = new TreeSet<String>();
        for (var leg : legs()) {
            inputs().forEach(
                            (name, input) ->
                                    arrow(leg, name, input)
                                            .ifPresent(a -> sort(a, moving, staying)));
        }
        return """
        # The figures

        Drawn from the code: `FiguresTest` gives every state every input, and writes down what
        moves. Behind the slash stands what is said on the way. What has no arrow is remarked upon
        and changes nothing.

        ## A call

        """
                + diagram(moving)
                + "\nArrows that lead back to where they began:\n\n"
                + String.join("\n", staying)
                + "\n\n## A registration of ours\n\n"
                + diagram(registrant())
                + "\n## A registration that we take\n\n"
                + diagram(registrar())
                + "\n## An end of a transfer\n\n"
                + diagram(TransferFigures.party())
                + "\n## The middle of a transfer\n\n"
                + diagram(TransferFigures.broker());
    }

    private static void sort(Arrow arrow, Set<String> moving, Set<String> staying) {
        if (arrow.from().equals(arrow.to())) {
            staying.add("- " + arrow.from() + ": " + arrow.words());
        } else {
            moving.add(arrow.drawn());
        }
    }

    private static String diagram(Set<String> arrows) {
        return "```mermaid\nstateDiagram-v2\n" + String.join("\n", arrows) + "\n```\n";
    }

    @Test
    void theDrawingIsThatOfTheCode() throws Exception {
        if (Boolean.getBoolean("keyline.write")) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT).hasContent(document());
    }

    /// Every kind of state is in the drawing, so that a new one cannot be forgotten.
    @Test
    void everyStateIsDrawn() {
        var text = document();
        for (var sealed :
                List.of(
                        CallLeg.class,
                        RegistrantLeg.class,
                        RegistrarLeg.class,
                        PartyLeg.class,
                        BrokerLeg.class)) {
            for (var state : sealed.getPermittedSubclasses()) {
                assertThat(text).contains(state.getSimpleName());
            }
        }
    }
}
