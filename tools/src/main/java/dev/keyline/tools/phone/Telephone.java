package dev.keyline.tools.phone;

import dev.keyline.audio.codec.Codec;
import dev.keyline.iax.auth.AuthMethod;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.message.Indication;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.net.PhoneCall;
import dev.keyline.tools.text.Plain;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One call from the dialling to the end, told as it goes.
///
/// Everything happens in the thread that calls [#use]: it waits for news until the next block of
/// voice is due. Blocks are due by the clock and not by the previous one, so that a late one is
/// made up for.
public final class Telephone {
    private static final long FRAME = 20_000_000L;

    /// In dBm0; G.711's own noise lies above -80, a quiet room well above this.
    private static final double SILENT = -70;

    private final PhoneCall call;
    private final Errand errand;
    private final Consumer<Happening> told;
    private final long start = System.nanoTime();
    private final Ear ear = new Ear();
    private final Keypad keypad;
    private Optional<MediaFormat> format = Optional.empty();
    private Optional<Mouth> mouth = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private boolean heardAnything;
    private boolean busy;
    private boolean hungUp;
    private long answeredAt;
    private long nextBlock;
    private long saidAt;
    private int spoken;

    /// @param call just dialled
    public Telephone(PhoneCall call, Errand errand, Consumer<Happening> told) {
        this.call = call;
        this.errand = errand;
        this.told = told;
        this.keypad = new Keypad(errand.digits());
    }

    /// Stays on the line until the call is over.
    ///
    /// @throws InterruptedException when the thread is interrupted; the call stays as it is
    /// @throws IOException when the recording cannot be written; likewise
    public CallResult use() throws InterruptedException, IOException {
        while (ending.isEmpty()) {
            var event = call.next(untilNextBlock());
            if (event.isPresent()) {
                heardAnything |= !(event.get() instanceof CallEvent.Ended);
                hear(event.get());
            }
            act(System.nanoTime());
        }
        tellVoice();
        return result(ending.get());
    }

    private CallResult result(Ending why) {
        if (busy) {
            return CallResult.BUSY;
        }
        if (why instanceof Ending.WeHungUp && !heardAnything) {
            return CallResult.UNREACHABLE;
        }
        return CallResult.of(why, mouth.isPresent());
    }

    private Duration untilNextBlock() {
        long wait = mouth.isPresent() ? nextBlock - System.nanoTime() : FRAME;
        return Duration.ofNanos(Math.max(0, wait));
    }

    private void hear(CallEvent event) throws IOException {
        switch (event) {
            case CallEvent.Challenged(var methods) -> {
                var words = AuthMethod.words(methods);
                tell("challenged", "challenged: they ask for " + words, Map.of("methods", words));
            }
            case CallEvent.Answering it -> answering(it);
            case CallEvent.Accepted(var accepted, boolean encrypted) -> {
                format = Optional.of(accepted);
                var name = accepted.asteriskName();
                tell(
                        "accepted",
                        "accepted in " + name + (encrypted ? ", encrypted" : ""),
                        Map.of("format", name, "encrypted", encrypted));
            }
            case CallEvent.Indicated(var indication, _) -> indicated(indication);
            case CallEvent.Answered() -> answered();
            case CallEvent.Heard voice ->
                    errand.hearing().heard(voice, ear.hear(voice), sinceAnswer());
            case CallEvent.Pressed(char digit, boolean begin) -> pressed(digit, begin);
            case CallEvent.Wrote(var text) ->
                    tell("wrote", "they write: " + Plain.of(text), Map.of("text", text));
            case CallEvent.Ended(var why) -> ended(why);
            case CallEvent.Measured _,
                    CallEvent.Rerouted _,
                    CallEvent.Missed _,
                    CallEvent.Carried _,
                    CallEvent.Arrived _,
                    CallEvent.Asked _,
                    CallEvent.Dialled _,
                    CallEvent.Replied _,
                    CallEvent.TurnedAway _,
                    CallEvent.Established _ -> {}
        }
    }

    private long sinceAnswer() {
        return mouth.isPresent() ? System.nanoTime() - answeredAt : -1;
    }

    private void answering(CallEvent.Answering it) {
        if (it.method() == AuthMethod.RSA) {
            tell(
                    "answering",
                    "answering with key " + it.keyName() + ", " + it.fingerprint(),
                    Map.of("method", "rsa", "key", it.keyName(), "fingerprint", it.fingerprint()));
        } else {
            var word = it.method().word();
            tell("answering", "answering by " + word, Map.of("method", word));
        }
    }

    private void indicated(Indication indication) {
        switch (indication) {
            case STOP_SOUNDS -> {}
            case BUSY -> {
                busy = true;
                tell("busy", "busy", Map.of());
                hangUp();
            }
            default -> {
                var word = indication.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                tell(word, word, Map.of());
            }
        }
    }

    private void answered() {
        answeredAt = System.nanoTime();
        nextBlock = answeredAt;
        mouth =
                format.flatMap(it -> Codec.labelled(it.asteriskName()))
                        .map(codec -> new Mouth(errand.play(), codec));
        tell("answered", "answered", Map.of());
    }

    private void pressed(char digit, boolean begin) {
        if (!begin) {
            tell("pressed", "they press " + digit, Map.of("digit", digit));
        }
    }

    private void ended(Ending why) {
        ending = Optional.of(why);
        tell("ended", Plain.of(why.words()), Map.of("cause", why.code()));
    }

    private void act(long now) {
        if (mouth.isPresent()) {
            talk(mouth.get(), now);
        } else if (now - start >= errand.patience().toNanos() && !hungUp) {
            tell(
                    "patience",
                    heardAnything ? "nobody answers" : "nothing is heard from there",
                    Map.of("waited", errand.patience().toMillis()));
            hangUp();
        }
    }

    private void talk(Mouth it, long now) {
        if (now < nextBlock || ending.isPresent()) {
            return;
        }
        nextBlock += FRAME;
        call.speak(format.orElseThrow(), it.next());
        spoken++;
        keypad.next().ifPresent(this::press);
        if (saidAt == 0 && it.isSaid() && keypad.isDone()) {
            saidAt = now;
        }
        if (!hungUp && errand.isDone(now - answeredAt, saidAt == 0 ? 0 : now - saidAt)) {
            hangUp();
        }
    }

    private void press(Command command) {
        call.tell(command);
        if (command instanceof Command.Press(char digit, boolean begin) && begin) {
            tell("pressing", "pressing " + digit, Map.of("digit", digit));
        }
    }

    private void hangUp() {
        hungUp = true;
        call.tell(new Command.Finish(Cause.NORMAL));
    }

    private void tellVoice() {
        if (ear.frames() + spoken == 0) {
            return;
        }
        tell(
                "voice",
                heard() + "; sent " + spoken + " frames",
                Map.of("heard", ear.frames(), "secondsHeard", ear.seconds(), "sent", spoken));
    }

    private String heard() {
        if (ear.frames() == 0) {
            return "heard nothing";
        }
        var level =
                ear.loudest() < SILENT
                        ? "all silence"
                        : "the loudest at %.0f dBm0".formatted(ear.loudest());
        return "heard %d frames, %.1f s, %s".formatted(ear.frames(), ear.seconds(), level);
    }

    private void tell(String event, String words, Map<String, Object> facts) {
        told.accept(new Happening((System.nanoTime() - start) / 1e9, event, words, facts));
    }
}
