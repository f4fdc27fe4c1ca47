package dev.keyline.tools.demo;

import dev.keyline.audio.tone.Likeness;
import dev.keyline.audio.tone.Tone;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.auth.Credentials;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.net.Phone;
import dev.keyline.iax.net.Tap;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.ledger.LoginEvent;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.tools.capture.Signers;
import dev.keyline.tools.phone.CallResult;
import dev.keyline.tools.phone.Errand;
import dev.keyline.tools.phone.Happening;
import dev.keyline.tools.phone.Hearing;
import dev.keyline.tools.phone.Telephone;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.Rising;
import dev.keyline.tools.serve.Serving;
import dev.keyline.tools.serve.Unservable;
import dev.keyline.tools.text.Paint;
import dev.keyline.tools.text.Wrap;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The demonstration from beginning to end. It believes nothing: each claim it prints was checked,
/// and one that does not hold is said at the end.
public final class Show {
    private static final String LOOPBACK = "127.0.0.1";
    private static final OptionalInt AS_CONFIGURED = OptionalInt.empty();

    /// In columns, as wide as the ladder.
    private static final int WIDTH = 88;

    /// Milliseconds before alice speaks: twice the prompt, for a machine that has other things to
    /// do.
    private static final int QUIET = 1500;

    private static final Duration TALK = Duration.ofMillis(QUIET + Speech.MILLIS + 500L);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /// Of a second of speech over loopback; less means that something is lost.
    private static final double ENOUGH = 95;

    private final Town town;
    private final PrintWriter out;
    private final Paint paint;
    private final Findings findings = new Findings();
    private final Witness east = new Witness();
    private final Witness west = new Witness();
    private String ending = "";

    /// What is there while the show goes on.
    private record Stage(Phone phone, Wire wire, Serving eastern) {}

    /// @param out where the story goes, line by line as it happens
    public Show(Town town, PrintWriter out, Paint paint) {
        this.town = town;
        this.out = out;
        this.paint = paint;
    }

    /// Shows everything.
    ///
    /// @return what did not hold; empty if all did
    public List<String> run() throws IOException, InterruptedException, Unservable {
        town.build();
        var wire = new Wire(here(town.east()), here(town.west()), signers(), this::say);
        try (var western =
                        Serving.open(
                                town.main("west"),
                                AS_CONFIGURED,
                                KeptPasscodes.NONE,
                                west,
                                Tap.NONE);
                var eastern =
                        Serving.open(
                                town.main("east"), AS_CONFIGURED, KeptPasscodes.NONE, east, wire);
                var phone =
                        Phone.open(
                                new HeldKeys(
                                        KeyRing.load(town.keys("telephone")),
                                        InstantSource.system()))) {
            introduce(eastern, western);
            var stage = new Stage(phone, wire, eastern);
            rightKey(stage);
            wrongKey(stage);
        }
        conclude();
        return findings.failures();
    }

    private SignatureCheck signers() {
        return new Signers(KeyRing.load(town.keys("east"))).names();
    }

    private static PeerAddress here(int port) {
        return PeerAddress.ofIPv4(LOOPBACK, port);
    }

    private void introduce(Serving eastern, Serving western) {
        say(paint.title("Two exchanges on this machine, and the wire between them"));
        say("");
        say("  east  " + here(town.east()) + "  " + eastern.summary());
        say("  west  " + here(town.west()) + "  " + western.summary());
        problems("east", eastern);
        problems("west", western);
    }

    private void problems(String name, Serving exchange) {
        exchange.problems().forEach(problem -> say("  " + problem));
        findings.check(name + " reads its files without complaint", exchange.problems().isEmpty());
    }

    private void rightKey(Stage stage) throws IOException, InterruptedException {
        say("");
        say(paint.title("1. Alice dials 600 at east, and east calls west, signing with its key"));
        var prompt = new Memory(0);
        var echo = new Memory(QUIET);
        Hearing both =
                (voice, samples, when) -> {
                    prompt.heard(voice, samples, when);
                    echo.heard(voice, samples, when);
                };
        var errand = new Errand(sent(), "", both, Optional.of(TALK), PATIENCE);
        var result = call(stage, "600", errand);
        findings.check("the call is answered", result == CallResult.ANSWERED);
        say("");
        letIn("east", "alice", east);
        letIn("west", "east", west);
        prompt(prompt.likenessTo(Rising.samples()));
        echo(echo.likenessTo(Speech.samples()));
    }

    private static short[] sent() {
        var speech = Speech.samples();
        int quiet = QUIET * Tone.RATE / 1000;
        var sent = new short[quiet + speech.length];
        System.arraycopy(speech, 0, sent, quiet, speech.length);
        return sent;
    }

    /// Alice's call is over before the one it led to, and that one is to be drawn to its end.
    private CallResult call(Stage stage, String exten, Errand errand)
            throws IOException, InterruptedException {
        say("");
        stage.wire().begin();
        var call = stage.phone().dial(callee(exten));
        var result = new Telephone(call, errand, this::heard).use();
        stage.eastern().awaitQuiet();
        stage.wire().end();
        return result;
    }

    private Destination callee(String exten) {
        return Destination.of(
                here(town.east()),
                exten,
                null,
                Credentials.usual("alice", Optional.of("alice"), Optional.empty()),
                MediaOffer.of(List.of(MediaFormat.ULAW)));
    }

    /// Alice's own line is not drawn; how her call ends is said with the second call.
    private void heard(Happening what) {
        if (what.event().equals("ended")) {
            ending = what.words();
        }
    }

    private void letIn(String exchange, String section, Witness witness) {
        var event = witness.last(LoginEvent.Accepted.class, Show::isIncoming);
        findings.check(
                exchange + " lets " + section + " in by the key " + section,
                event.filter(it -> isByRsa(it) && it.key().equals(section)).isPresent());
        event.ifPresent(
                it ->
                        good(
                                "%s let %s in by %s: key %s, %s"
                                        .formatted(
                                                exchange,
                                                it.attempt().account(),
                                                it.attempt().used().orElseThrow().word(),
                                                it.key(),
                                                it.fingerprint())));
    }

    private static boolean isIncoming(LoginEvent login) {
        return login.attempt().kind().isIncoming();
    }

    private static boolean isByRsa(LoginEvent login) {
        return login.attempt().used().filter(AuthMethod.RSA::equals).isPresent();
    }

    private void prompt(Likeness likeness) {
        var holds = likeness.percent() >= ENOUGH;
        findings.check("west's prompt is heard", holds);
        if (holds) {
            good("alice heard west's prompt, four rising notes");
        }
    }

    private void echo(Likeness likeness) {
        var holds = likeness.percent() >= ENOUGH;
        findings.check("what alice says comes back from west", holds);
        var words =
                String.format(
                        Locale.ROOT,
                        "alice said one second of speech; %.0f %% of it came back, %.1f ms late",
                        likeness.percent(),
                        likeness.delayMillis());
        if (holds) {
            good(words);
        } else {
            bad(words);
        }
    }

    private void wrongKey(Stage stage) throws IOException, InterruptedException {
        say("");
        say(paint.title("2. Alice dials 601: the same call, signed with a key west does not know"));
        var silence = new Errand(new short[0], "", Hearing.FORGET, Optional.of(TALK), PATIENCE);
        var result = call(stage, "601", silence);
        findings.check("the second call is not answered", result != CallResult.ANSWERED);
        say("");
        var event = west.last(LoginEvent.Refused.class, Show::isIncoming);
        findings.check(
                "west turns away who signs with a key it does not know",
                event.filter(it -> it.reason().equals("no-key-matched")).isPresent());
        event.ifPresent(
                it ->
                        good(
                                "west turned %s away: %s"
                                        .formatted(
                                                it.attempt().account(),
                                                it.explanation().split(":", 2)[0])));
        say("    West's log:");
        west.log()
                .forEach(line -> Wrap.lines(line, WIDTH - 8).forEach(part -> say("      " + part)));
        good("alice was told: " + ending);
    }

    private void conclude() {
        say("");
        if (findings.failures().isEmpty()) {
            say(paint.good("All of it held."));
        } else {
            findings.failures().forEach(claim -> say(paint.bad("This did not hold: ") + claim));
        }
    }

    private void good(String words) {
        say("  " + paint.good("✓ ") + words);
    }

    private void bad(String words) {
        say("  " + paint.bad("✗ ") + words);
    }

    /// The wire speaks from another thread.
    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
