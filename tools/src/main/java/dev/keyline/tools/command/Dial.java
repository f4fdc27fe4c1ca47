package dev.keyline.tools.command;

import dev.keyline.audio.file.Recording;
import dev.keyline.audio.file.SoundFormat;
import dev.keyline.iax.auth.KeyRing;
import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.call.IaxUri;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.net.Phone;
import dev.keyline.tools.phone.CallResult;
import dev.keyline.tools.phone.Errand;
import dev.keyline.tools.phone.Happening;
import dev.keyline.tools.phone.Hearing;
import dev.keyline.tools.phone.PlayFile;
import dev.keyline.tools.phone.Tape;
import dev.keyline.tools.phone.Telephone;
import dev.keyline.tools.text.FileTrouble;
import dev.keyline.tools.text.Plain;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A telephone for one call.
@Command(
        name = "dial",
        description = "Make one call and say what happens.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the call was answered and one side hung up",
            "1:it failed otherwise; the reason was said",
            "2:bad arguments",
            "3:refused: no such extension, congestion, no common codec",
            "4:not let in: no usable key or secret, or not the right one",
            "5:busy",
            "6:no answer",
            "7:unreachable: no such host, or nobody there"
        },
        footer = {
            "",
            "Examples:",
            "  keyline dial 'IAX2/alice:[alice]@exchange.example/600' --play hello.wav",
            "  keyline dial 'IAX2/guest@127.0.0.1:4570/1000@public' --for 10 --record heard.wav",
            "Quote the string: a shell takes the brackets for a file pattern."
        })
public final class Dial implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DIALSTRING",
            description =
                    "As in Asterisk: [IAX2/][user[:secret][:[key]]@]host[:port][/exten[@context]];"
                            + " or as in RFC 5456: iax:[user@]host[:port][/number[?context]]")
    private String dialString = "";

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Where the private key is; default: ~/.keyline/keys or /var/lib/asterisk/keys,"
                            + " whichever can be read first.")
    private @Nullable Path keys;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Take the shared secret from the first line of this file.")
    private @Nullable Path secretFile;

    @Option(names = "--play", paramLabel = "FILE", description = "Say this sound after the answer.")
    private @Nullable Path play;

    @Option(names = "--record", paramLabel = "FILE.wav", description = "Write down what is heard.")
    private @Nullable Path record;

    @Option(
            names = "--dtmf",
            paramLabel = "DIGITS",
            description = "Press these after the answer; w is a pause of half a second.")
    private String digits = "";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description =
                    "Hang up this long after the answer; default: 2 s after all is played and"
                            + " pressed, and without that when they hang up.")
    private @Nullable Double length;

    @Option(
            names = "--ring",
            paramLabel = "SECONDS",
            description = "Wait this long for the answer; default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private double patience;

    @Option(
            names = "--codecs",
            paramLabel = "LIST",
            split = ",",
            description = "Offer these, best first; default: ${DEFAULT-VALUE}.",
            defaultValue = "ulaw,alaw,slin,gsm")
    private List<String> codecs = List.of();

    @Option(names = "--from", paramLabel = "NUMBER", description = "The caller's number to show.")
    private String from = "";

    @Option(
            names = "--encrypt",
            description =
                    "Encrypt the call, or do not make it. Needs a secret beside the key:"
                            + " user:[key]:secret or --secret-file.")
    private boolean encrypt;

    @Option(names = "--json", description = "One JSON object for each thing that happens.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var talk = Talk.of(spec);
        check();
        var media =
                Callee.offer(codecs)
                        .orElseThrow(
                                () ->
                                        usage(
                                                "--codecs knows ulaw, alaw, slin and gsm, not "
                                                        + codecs));
        var wish = IaxUri.orDialString(dialString);
        warn(talk, wish);
        try (var recording = recording()) {
            var ring = CallerKeys.of(wish, Optional.ofNullable(keys), talk);
            var callee = callee(wish, media);
            talk.err().println(Callee.words(callee) + ring.words());
            return call(talk, ring.ring(), callee, errand(recording)).exitCode();
        } catch (UnknownHostException unknown) {
            talk.fail("There is no host '" + Plain.of(wish.peer()) + "'");
            return CallResult.UNREACHABLE.exitCode();
        } catch (CallerKeys.Unusable unusable) {
            talk.fail(String.valueOf(unusable.getMessage()));
            return CallResult.NOT_LET_IN.exitCode();
        } catch (IOException failed) {
            return talk.fail(FileTrouble.words(failed));
        }
    }

    private void check() {
        if (!digits.matches("[0-9*#A-Dw]*")) {
            throw usage("--dtmf takes 0-9 * # A-D and w, not '" + digits + "'");
        }
        if (record != null && !record.toString().endsWith(".wav")) {
            throw usage("--record writes a .wav file, not " + record);
        }
        if (IaxUri.orDialString(dialString).peer().isEmpty()) {
            throw usage("the dial string names no host: user@host/extension");
        }
    }

    private void warn(Talk talk, DialString wish) {
        wish.remarks().forEach(remark -> talk.err().println("Warning: " + remark));
        if (wish.secret() instanceof DialString.Choice.Given<Secret>) {
            talk.err()
                    .println(
                            "Warning: others on this machine can read a secret on a command line;"
                                    + " --secret-file keeps it to you");
        }
    }

    private @Nullable Recording recording() throws IOException {
        return record == null ? null : Recording.open(record, SoundFormat.WAV);
    }

    private Errand errand(@Nullable Recording recording) throws IOException {
        return new Errand(
                play == null ? new short[0] : PlayFile.read(play),
                digits,
                recording == null ? Hearing.FORGET : new Tape(recording),
                Optional.ofNullable(length).map(Dial::seconds),
                seconds(patience));
    }

    private static Duration seconds(double count) {
        return Duration.ofNanos((long) (count * 1e9));
    }

    private Destination callee(DialString wish, MediaOffer media) throws IOException {
        var secret = secretFile == null ? Optional.<Secret>empty() : Callee.secretIn(secretFile);
        return new Callee(wish, secret, media, from, encrypt ? Encryption.FORCED : Encryption.NONE)
                .destination();
    }

    private CallResult call(Talk talk, KeyRing ring, Destination callee, Errand errand)
            throws IOException, InterruptedException {
        try (var phone = Phone.open(ring);
                var _ = Politely.onExit(phone::close)) {
            return new Telephone(phone.dial(callee), errand, it -> tell(talk, it)).use();
        }
    }

    private void tell(Talk talk, Happening what) {
        talk.say(json ? what.json().toString() : what.line());
        talk.out().flush();
    }

    private ParameterException usage(String why) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), why);
    }
}
