package dev.keyline.pbx.application;

import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.mix.Resampler;
import dev.keyline.pbx.channel.Channel;
import java.util.Optional;

/// A piece of music, spoken at the pace of a clock.
public final class Tune {
    private static final int RATE = 8000;

    private final Speech.Source source;
    private Optional<Speech> speech = Optional.empty();

    private Tune(short[] samples) {
        this.source = Speech.samples(samples);
    }

    /// What can be played of a file.
    public sealed interface Opened {}

    /// The tune.
    public record Playable(Tune tune) implements Opened {}

    /// There is none in it.
    public record Unplayable(String why) implements Opened {}

    /// Takes as long as converting does; not for the loop.
    public static Opened of(SoundFile file) {
        return switch (file) {
            case NotSound not -> new Unplayable(not.message());
            case Sound sound when sound.samples().length == 0 -> new Unplayable("it is empty");
            case Sound sound when sound.rate() != RATE && sound.rate() != 2 * RATE ->
                    new Unplayable("it has " + sound.rate() + " Hz; use 8000 or 16000");
            case Sound sound ->
                    new Playable(
                            new Tune(Resampler.resampled(sound.samples(), sound.rate(), RATE)));
        };
    }

    /// Speaks what is due; its first 20 ms are when this is called first.
    ///
    /// @return when more is; `Long.MAX_VALUE` when it has been played to its end
    public long speak(Channel channel, long now) {
        var saying = speech.orElseGet(() -> new Speech(source, now));
        speech = Optional.of(saying);
        return saying.speak(channel, now);
    }
}
