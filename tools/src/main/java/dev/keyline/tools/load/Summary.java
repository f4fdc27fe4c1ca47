package dev.keyline.tools.load;

import dev.keyline.iax.call.IaxUri;
import dev.keyline.iax.message.MediaFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A scenario in words, for reports. Secrets are left out.
public final class Summary {
    private static final double SECOND = 1e9;

    private final Map<String, String> words = new LinkedHashMap<>();

    private Summary() {}

    /// Each setting by its name.
    public static Map<String, String> of(Scenario scenario) {
        var summary = new Summary();
        summary.pacing(scenario.pacing());
        if (scenario.limit() < Integer.MAX_VALUE) {
            summary.words.put("limit", scenario.limit() + " at once");
        }
        if (!scenario.sources().isEmpty()) {
            summary.words.put(
                    "sources",
                    scenario.sources().stream()
                            .map(Sources::words)
                            .collect(Collectors.joining(" ")));
        }
        if (scenario.apart()) {
            summary.words.put("datagrams", "one by one");
        }
        summary.weather(scenario);
        scenario.roles().forEach(role -> summary.words.put("[" + role.name() + "]", words(role)));
        return summary.words;
    }

    private void pacing(Pacing pacing) {
        words.put("rate", String.format(Locale.ROOT, "%.4g a second", pacing.rate()));
        if (pacing.ramp() > 0) {
            words.put("ramp", seconds(pacing.ramp()));
        }
        if (pacing.calls() < Long.MAX_VALUE) {
            words.put("calls", Long.toString(pacing.calls()));
        }
        if (pacing.time() < Long.MAX_VALUE) {
            words.put("time", seconds(pacing.time()));
        }
    }

    private void weather(Scenario scenario) {
        var it = scenario.weather();
        if (it.loss() + it.delay() + it.jitter() > 0) {
            words.put(
                    "impairment",
                    String.format(
                            Locale.ROOT,
                            "%.3g %% lost, %s and up to %s late, each way",
                            100 * it.loss(),
                            seconds(it.delay()),
                            seconds(it.jitter())));
        }
    }

    private static String words(Role role) {
        return switch (role) {
            case Role.Registering it ->
                    "registers " + shown(it.to()) + " for " + seconds(it.hold());
            case Role.Calling it -> words(it);
        };
    }

    private static String words(Role.Calling role) {
        var text = new StringBuilder("calls ").append(shown(role.to()));
        text.append(" for ").append(seconds(role.hold())).append(" in ");
        text.append(
                role.codecs().stream()
                        .map(MediaFormat::asteriskName)
                        .collect(Collectors.joining(", ")));
        text.append(role.trunk() ? ", trunked" : "").append(role.encrypt() ? ", encrypted" : "");
        text.append(talk(role));
        return text.append(role.digits().isEmpty() ? "" : ", presses " + role.digits()).toString();
    }

    private static String talk(Role.Calling role) {
        if (role.talk().equals(TalkPattern.NEVER)) {
            return ", silent";
        }
        var what = role.play().isTone() ? "" : " " + role.play().file();
        return role.talk().off() == 0
                ? ", talks" + what
                : ", talks%s %s of %s"
                        .formatted(
                                what,
                                seconds(role.talk().on()),
                                seconds(role.talk().on() + role.talk().off()));
    }

    /// Whom, without a secret.
    public static String shown(String to) {
        var wish = IaxUri.orDialString(to);
        var user = wish.username().map(name -> name + "@").orElse("");
        var port = wish.port().isPresent() ? ":" + wish.port().getAsInt() : "";
        var context = wish.context().map(it -> "@" + it).orElse("");
        return user + wish.peer() + port + "/" + wish.exten() + context;
    }

    private static String seconds(long nanos) {
        double seconds = nanos / SECOND;
        return seconds != 0 && seconds < 1
                ? String.format(Locale.ROOT, "%.4g ms", seconds * 1000).replaceAll("\\.?0+ ", " ")
                : String.format(Locale.ROOT, "%.1f s", seconds).replace(".0 s", " s");
    }
}
