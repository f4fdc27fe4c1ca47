package dev.keyline.tools.capture;

import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.message.Accept;
import dev.keyline.iax.message.AuthReply;
import dev.keyline.iax.message.AuthRequest;
import dev.keyline.iax.message.AuthResult;
import dev.keyline.iax.message.Control;
import dev.keyline.iax.message.Formats;
import dev.keyline.iax.message.Hangup;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.Inval;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.New;
import dev.keyline.iax.message.RegisterAck;
import dev.keyline.iax.message.RegisterAuth;
import dev.keyline.iax.message.RegisterReject;
import dev.keyline.iax.message.RegisterRelease;
import dev.keyline.iax.message.RegisterRequest;
import dev.keyline.iax.message.Reject;
import dev.keyline.iax.message.Voice;
import dev.keyline.iax.trace.Secrets;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Told;
import dev.keyline.iax.trace.VoiceWatch;
import dev.keyline.iax.wire.Bytes;
import dev.keyline.iax.wire.FullFrame;
import dev.keyline.iax.wire.MiniFrame;
import dev.keyline.tools.text.Json;
import dev.keyline.tools.text.Plain;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How one call or registration went.
public final class Matter {
    private final Told first;
    private final String wish;
    private final SignatureCheck keys;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private Optional<Bytes> challenge = Optional.empty();
    private final Secrets secrets;
    private final VoiceWatch byCaller = new VoiceWatch();
    private final VoiceWatch byCalled = new VoiceWatch();
    private int again;
    private int missing;
    private long last;
    private boolean over;

    Matter(Told first, Message beginning, SignatureCheck keys, Secrets secrets) {
        this.first = first;
        this.wish = wish(beginning);
        this.keys = keys;
        this.secrets = secrets;
        this.last = first.nanos();
    }

    private static String wish(Message beginning) {
        return switch (beginning) {
            case New it ->
                    "a call to "
                            + Plain.of(it.calledNumber())
                            + (it.calledContext() == null ? "" : "@" + Plain.of(it.calledContext()))
                            + (it.username() == null ? "" : " as " + Plain.of(it.username()));
            case RegisterRequest it -> "a registration of " + Plain.of(it.username());
            case RegisterRelease it -> "the end of the registration of " + Plain.of(it.username());
            default -> throw new IllegalArgumentException("nothing begins with " + beginning);
        };
    }

    boolean isOver() {
        return over;
    }

    void hearVoice(Told told) {
        last = told.nanos();
        var watch = told.from().equals(first.from()) ? byCaller : byCalled;
        switch (told.frame().orElseThrow()) {
            case MiniFrame mini when !told.words().startsWith("encrypted") ->
                    watch.mini(mini.timestamp(), told.nanos());
            case FullFrame full -> watch.full(full.timestamp(), told.nanos());
            default -> watch.bare();
        }
    }

    /// @param message what the line says, if it is in clear
    void hear(Told told, Optional<Message> message) {
        last = told.nanos();
        if (told.remarks().contains("sent again") || told.remarks().contains("duplicate")) {
            again++;
            return;
        }
        if (told.remarks().stream().anyMatch(r -> r.endsWith("missing"))) {
            missing++;
        }
        if (told.remarks().contains("deciphered")) {
            note(told, "opened", "by a known secret");
        }
        message.ifPresentOrElse(it -> hear(told, it), () -> note(told, "then", "encrypted"));
    }

    private void hear(Told told, Message message) {
        switch (message) {
            case AuthRequest it -> challenged(told, it.methods(), it.challenge());
            case RegisterAuth it -> challenged(told, it.methods(), it.challenge());
            case AuthReply(var result) -> proof(told, result);
            case RegisterRequest it -> proof(told, it.result());
            case RegisterRelease it -> proof(told, it.result());
            case Accept(long format) -> note(told, "accepted", "in " + Formats.names(format));
            case Control(Indication indication, _) -> indicated(told, indication);
            case Voice _ -> hearVoice(told);
            case Hangup(String text, int code) -> end(told, "hung up", text, code);
            case Reject(String text, int code) -> end(told, "refused", text, code);
            case RegisterReject(String text, int code) -> end(told, "refused", text, code);
            case RegisterAck it -> end(told, "accepted", "for " + it.refresh() + " s", 0);
            case Inval _ -> end(told, "unknown", "this side knows no such call", 0);
            default -> {}
        }
    }

    private void challenged(Told told, int methods, @org.jspecify.annotations.Nullable Bytes text) {
        challenge = Optional.ofNullable(text);
        note(told, "asked", "for " + AuthMethod.words(AuthMethod.in(methods)));
    }

    private void proof(Told told, AuthResult result) {
        switch (result) {
            case AuthResult.Rsa(String base64) -> note(told, "proof", "rsa, " + signer(base64));
            case AuthResult.Md5(var hex) -> note(told, "proof", "md5 over " + secret(hex));
            case AuthResult.Password(var text) ->
                    note(
                            told,
                            "proof",
                            "a password in clear"
                                    + secrets.whose(text).map(n -> ", that of " + n).orElse(""));
            case AuthResult.None _ -> {}
        }
    }

    private String secret(String hex) {
        if (secrets.isEmpty() || challenge.isEmpty()) {
            return "a shared secret";
        }
        return secrets.whoAnswered(challenge.get(), hex)
                .map(name -> "the secret of " + name)
                .orElse("none of the secrets given");
    }

    private String signer(String base64) {
        if (keys.equals(SignatureCheck.NONE)) {
            return "not checked";
        }
        if (challenge.isEmpty()) {
            return "to a challenge that is not in the capture";
        }
        return keys.whoSigned(challenge.get(), base64)
                .map(name -> "made by " + name)
                .orElse("made by none of the keys given");
    }

    private void indicated(Told told, Indication indication) {
        if (indication == Indication.ANSWER) {
            note(told, "answered", "");
        } else if (indication == Indication.BUSY || indication == Indication.CONGESTION) {
            note(told, indication.name().toLowerCase(Locale.ROOT), "");
        }
    }

    private void end(Told told, String how, String text, int code) {
        var why = code == 0 ? "" : "cause " + Cause.describe(code);
        var said = text.isEmpty() ? "" : code == 0 ? text : ": " + text;
        over = true;
        note(told, how, Plain.of(why + said));
    }

    private void note(Told told, String fact, String words) {
        var by = told.from().equals(first.from()) ? "caller" : "called";
        facts.putIfAbsent(fact, "%s at %s s  %s".formatted(by, seconds(told), words).strip());
    }

    private static String seconds(Told told) {
        return String.format(Locale.ROOT, "%.3f", told.nanos() / 1e9);
    }

    /// The summary for people, several lines.
    public String words() {
        var text = new StringBuilder(first.from() + " > " + first.to() + "  " + wish + "\n");
        facts.forEach((fact, words) -> text.append("    %-9s %s%n".formatted(fact, words)));
        text.append(voice("caller", byCaller)).append(voice("called", byCalled));
        if (again > 0) {
            text.append("    %-9s %d frames%n".formatted("repeated", again));
        }
        if (missing > 0) {
            text.append(
                    "    %-9s before %d frames numbers are missing%n".formatted("gaps", missing));
        }
        if (!over) {
            text.append("    %-9s not in this capture%n".formatted("end"));
        }
        return text.toString();
    }

    private static String voice(String who, VoiceWatch heard) {
        return heard.blocks() == 0 ? "" : "    %-9s %s: %s%n".formatted("voice", who, words(heard));
    }

    private static String words(VoiceWatch heard) {
        return "%d frames, jitter %d ms, %d late%s, %d ms of gaps%s"
                .formatted(
                        heard.blocks(),
                        heard.jitter(),
                        heard.late(),
                        heard.late() == 0 ? "" : " (by up to " + heard.worst() + " ms)",
                        heard.missing(),
                        heard.reordered() == 0 ? "" : ", " + heard.reordered() + " overtaken");
    }

    /// What it was about.
    public String wish() {
        return wish;
    }

    /// The first of its lines.
    public Told first() {
        return first;
    }

    /// What is known of it, by name: `proof`, `accepted`, `hung up`.
    public Map<String, String> facts() {
        var all = new LinkedHashMap<>(facts);
        if (byCaller.blocks() > 0) {
            all.put("voice of caller", words(byCaller));
        }
        if (byCalled.blocks() > 0) {
            all.put("voice of called", words(byCalled));
        }
        if (again > 0) {
            all.put("repeated", again + " frames");
        }
        all.put("lasted", String.format(Locale.ROOT, "%.3f s", (last - first.nanos()) / 1e9));
        if (!over) {
            all.put("end", "not in this capture");
        }
        return all;
    }

    /// The summary for programs.
    public Json json() {
        var json =
                new Json()
                        .with("summary", wish)
                        .with("from", first.from())
                        .with("to", first.to())
                        .with("begins", Double.parseDouble(seconds(first)));
        facts.forEach(json::with);
        return json.with("voiceByCaller", byCaller.blocks())
                .with("voiceByCalled", byCalled.blocks())
                .with("lateByCaller", byCaller.late())
                .with("lateByCalled", byCalled.late())
                .with("gapsMillisByCaller", byCaller.missing())
                .with("gapsMillisByCalled", byCalled.missing())
                .with("jitterMillisByCaller", byCaller.jitter())
                .with("jitterMillisByCalled", byCalled.jitter())
                .with("missing", missing)
                .with("repeated", again)
                .with("over", over);
    }
}
