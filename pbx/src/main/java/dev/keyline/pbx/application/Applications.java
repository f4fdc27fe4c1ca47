package dev.keyline.pbx.application;

import dev.keyline.iax.message.Indication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The applications there are, by name.
public final class Applications {
    private static final Applications STANDARD =
            new Applications(
                    List.of(
                            new Answer(),
                            new Hangup(),
                            new Dial(),
                            new Echo(),
                            new Playback(),
                            new Milliwatt(),
                            new Recorder(),
                            new Read(),
                            new Wait(),
                            new Assign.Set(),
                            new Assign.MSet(),
                            new Logging.NoOp(),
                            new Logging.Verbose(),
                            new Logging.Log(),
                            new Jumps.Goto(),
                            new Jumps.GotoIf(),
                            new Jumps.GotoIfTime(),
                            new Subroutine.Gosub(),
                            new Subroutine.Return(),
                            new ExecIf(),
                            new Indicate("Ringing", Indication.RINGING),
                            new Indicate("Progress", Indication.PROGRESS),
                            new Indicate("Proceeding", Indication.PROCEEDING),
                            Unavailable.BUSY,
                            Unavailable.CONGESTION,
                            new MusicOnHold.Listen(),
                            new MusicOnHold.Start(),
                            new MusicOnHold.Stop(),
                            new Sending.SendText(),
                            new Sending.SendDtmf(),
                            new Referral.Refer()));

    private final Map<String, Application> byName;

    private Applications(List<Application> all) {
        this.byName =
                all.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        a -> key(a.name()), Function.identity()));
    }

    public static Applications standard() {
        return STANDARD;
    }

    /// Asterisk does not mind how a name is written, `playback` or `Playback`.
    public Optional<Application> named(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /// All names, sorted.
    public List<String> names() {
        return byName.values().stream().map(Application::name).sorted().toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
