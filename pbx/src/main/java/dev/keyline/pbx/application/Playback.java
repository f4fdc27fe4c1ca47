package dev.keyline.pbx.application;

import dev.keyline.audio.codec.Codec;
import dev.keyline.audio.file.NotSound;
import dev.keyline.audio.file.Sound;
import dev.keyline.audio.file.SoundFile;
import dev.keyline.audio.mix.Resampler;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Transcoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `Playback(file[&file...][,skip][,noanswer])`: answers, plays them one after the other, and goes
/// on. PLAYBACKSTATUS is SUCCESS, or FAILED when a file could not be played.
record Playback() implements Application {
    @Override
    public String name() {
        return "Playback";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var options = errand.arguments().list().stream().skip(1).toList();
        var channel = errand.channel();
        boolean skips = options.stream().anyMatch(o -> o.strip().equals("skip"));
        boolean silent = options.stream().anyMatch(o -> o.strip().equals("noanswer"));
        if (skips && !channel.isUp()) {
            errand.let("PLAYBACKSTATUS", "SUCCESS");
            return Move.NEXT;
        }
        if (!silent) {
            channel.answer(now);
        }
        ask(errand, errand.arguments().at(0), now);
        return Move.stay(new Loading(errand));
    }

    /// Has sounds loaded; [Event.Loaded] follows. Music that was started ends, as in Asterisk.
    static void ask(Errand errand, String files, long now) {
        var sounds = errand.office().sounds();
        errand.office().onHold().stop(errand.channel(), now);
        var language = errand.channel().language();
        var codec = errand.channel().format().flatMap(Transcoder::codec).orElse(Codec.ULAW);
        var names = Arrays.stream(files.split("&", -1)).map(String::strip).toList();
        errand.office()
                .perform(
                        () ->
                                new Event.Loaded(
                                        names.stream()
                                                .map(name -> sounds.find(name, language, codec))
                                                .toList()));
    }

    /// All that can be played, as 8 kHz, one after the other; what cannot is put into the log.
    static short[] samples(Errand errand, List<SoundFile> sounds) {
        var parts = new ArrayList<short[]>();
        for (var sound : sounds) {
            switch (sound) {
                case Sound playable when playable.rate() == 8000 || playable.rate() == 16000 ->
                        parts.add(Resampler.resampled(playable.samples(), playable.rate(), 8000));
                case Sound odd ->
                        errand.warn(
                                "a sound of "
                                        + odd.rate()
                                        + " Hz is not played; use 8000 or 16000");
                case NotSound not -> errand.warn("not played: " + not.message());
            }
        }
        return joined(parts);
    }

    private static short[] joined(List<short[]> parts) {
        var all = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private record Loading(Errand errand) implements Activity {
        @Override
        public Move on(Event event, long now) {
            if (!(event instanceof Event.Loaded(var sounds))) {
                return Move.stay(this);
            }
            boolean good = sounds.stream().allMatch(Sound.class::isInstance);
            errand.let("PLAYBACKSTATUS", good ? "SUCCESS" : "FAILED");
            var speech = new Speech(Speech.samples(samples(errand, sounds)), now);
            return new Playing(errand.channel(), speech).go(now);
        }
    }

    private record Playing(Channel channel, Speech speech) implements Activity {
        @Override
        public Move on(Event event, long now) {
            return go(now);
        }

        Move go(long now) {
            long next = speech.speak(channel, now);
            return next == Long.MAX_VALUE ? Move.NEXT : new Move.Stay(this, next);
        }
    }
}
