package dev.keyline.pbx.application;

import dev.keyline.audio.file.SoundFormat;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Tone;
import java.util.Optional;

/// `Record(file.format[,silence[,seconds[,options]]])`: answers, beeps and records until `#`, until
/// it has been silent for `silence` seconds or gone on for `seconds`. RECORD_STATUS says which
/// (DTMF, SILENCE, TIMEOUT, HANGUP, ERROR), RECORDED_FILE the name without its ending.
///
/// Options: `q` no beep, `n` do not answer, `s` not at all if the call is not answered, `t` end
/// with `*` instead of `#`, `x` with nothing, `y` with any digit.
record Recorder() implements Application {
    /// Longer recordings end here, whatever was asked for: they are kept in memory until they end.
    private static final long LONGEST = 3600 * Durations.SECOND;

    private static final Cadence BEEP = Cadence.once(Tone.of(1400, -16), 200);

    /// How to end and how to begin.
    record Plan(
            String file,
            SoundFormat format,
            long silence,
            long longest,
            String digits,
            boolean beeps) {}

    @Override
    public String name() {
        return "Record";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var options = errand.arguments().at(3);
        var channel = errand.channel();
        if (options.contains("s") && !channel.isUp()) {
            errand.let("RECORD_STATUS", "SKIP");
            return Move.NEXT;
        }
        var plan = plan(errand, options);
        if (plan.isEmpty()) {
            errand.let("RECORD_STATUS", "ERROR");
            return Move.NEXT;
        }
        if (!options.contains("n")) {
            channel.answer(now);
        }
        return new RecordingSound(errand, plan.get(), now, BEEP).go(now);
    }

    private static Optional<Plan> plan(Errand errand, String options) {
        var arguments = errand.arguments();
        var file = arguments.at(0);
        int dot = Math.max(file.lastIndexOf('.'), file.lastIndexOf(':'));
        var format = SoundFormat.ofEnding(file.substring(dot + 1));
        if (dot <= 0 || format.isEmpty()) {
            errand.warn(
                    "Record("
                            + file
                            + "): write a name and one of the endings wav, sln, sln16, ulaw, alaw,"
                            + " gsm");
            return Optional.empty();
        }
        return Optional.of(
                new Plan(
                        file.substring(0, dot),
                        format.get(),
                        time(arguments.at(1), Long.MAX_VALUE),
                        Math.min(LONGEST, time(arguments.at(2), LONGEST)),
                        digits(options),
                        !options.contains("q")));
    }

    private static long time(String text, long otherwise) {
        return Durations.seconds(text).filter(t -> t > 0).orElse(otherwise);
    }

    private static String digits(String options) {
        return options.contains("y")
                ? "0123456789*#ABCD"
                : options.contains("x") ? "" : options.contains("t") ? "*" : "#";
    }
}
