package dev.keyline.pbx.application;

import dev.keyline.audio.file.Sound;
import dev.keyline.audio.mix.Resampler;
import dev.keyline.audio.tone.Cadence;
import dev.keyline.audio.tone.Level;
import dev.keyline.iax.call.CallEvent;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Ear;
import dev.keyline.pbx.store.Recordings;
import java.util.Arrays;
import java.util.Optional;

/// `Record` while it records, and while the recording is put away.
final class RecordingSound implements Activity {
    /// Sound below this level is silence, in dBm0.
    private static final double QUIET = -45;

    private static final int RATE = 8000;

    private final Errand errand;
    private final Channel channel;
    private final Recorder.Plan plan;
    private final Ear ear = new Ear();
    private final long end;
    private Optional<Speech> beep;
    private short[] samples = new short[RATE];
    private int count;
    private long lastSound;
    private boolean done;

    RecordingSound(Errand errand, Recorder.Plan plan, long now, Cadence beep) {
        this.errand = errand;
        this.channel = errand.channel();
        this.plan = plan;
        this.end = now + plan.longest();
        this.lastSound = now;
        this.beep =
                plan.beeps() ? Optional.of(new Speech(Speech.tone(beep), now)) : Optional.empty();
    }

    @Override
    public Move on(Event event, long now) {
        if (done) {
            return event instanceof Event.Stored(var how) ? stored(how) : Move.stay(this);
        }
        if (event instanceof Event.On(var from, var what) && from == channel) {
            switch (what) {
                case CallEvent.Heard heard -> hear(ear.samples(heard), now);
                case CallEvent.Missed missed -> hear(ear.samples(missed), now);
                case CallEvent.Pressed(char digit, boolean begin)
                        when !begin && plan.digits().indexOf(digit) >= 0 -> {
                    return finish("DTMF");
                }
                default -> {}
            }
        }
        return go(now);
    }

    Move go(long now) {
        if (now >= end) {
            return finish("TIMEOUT");
        }
        if (now - lastSound >= plan.silence()) {
            return finish("SILENCE");
        }
        long next = beep.map(b -> b.speak(channel, now)).orElse(Long.MAX_VALUE);
        beep = next == Long.MAX_VALUE ? Optional.empty() : beep;
        long silent =
                plan.silence() == Long.MAX_VALUE ? Long.MAX_VALUE : lastSound + plan.silence();
        return new Move.Stay(this, Math.min(next, Math.min(end, silent)));
    }

    private void hear(short[] block, long now) {
        if (beep.isPresent()) {
            lastSound = now;
            return;
        }
        if (count + block.length > samples.length) {
            samples = Arrays.copyOf(samples, 2 * samples.length + block.length);
        }
        System.arraycopy(block, 0, samples, count, block.length);
        count += block.length;
        if (Level.of(block, 0, block.length) > QUIET) {
            lastSound = now;
        }
    }

    private Move finish(String status) {
        done = true;
        errand.let("RECORD_STATUS", status);
        var recordings = errand.office().recordings();
        var sound = sound();
        errand.office()
                .perform(
                        () -> new Event.Stored(recordings.keep(plan.file(), plan.format(), sound)));
        return Move.stay(this);
    }

    private Sound sound() {
        var whole = Arrays.copyOf(samples, count);
        int rate = plan.format().rate();
        return new Sound(rate, Resampler.resampled(whole, RATE, rate));
    }

    private Move stored(Recordings.Kept how) {
        switch (how) {
            case Recordings.Under(var name) -> errand.let("RECORDED_FILE", name);
            case Recordings.Failed(var why) -> {
                errand.warn("Record: " + why);
                errand.let("RECORD_STATUS", "ERROR");
            }
        }
        return Move.NEXT;
    }

    @Override
    public void leave(long now) {
        if (!done) {
            finish("HANGUP");
            errand.let("RECORDED_FILE", plan.file());
        }
    }
}
