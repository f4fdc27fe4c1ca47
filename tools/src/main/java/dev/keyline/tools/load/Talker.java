package dev.keyline.tools.load;

import dev.keyline.iax.endpoint.Mouthpiece;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;

/// The mouth of one caller.
final class Talker {
    /// After this many ticks a block must have come back: half a second to a second.
    private static final int GRACE = 25;

    private final Line line;
    private final Mouthpiece mouth;
    private final int call;
    private final TalkPattern pattern;
    private final MediaFormat format;
    private final Utterance utterance;
    private final long phase;
    private int ticks;
    private int said;
    private int lately;
    private int before;

    /// @param mouth of the call
    /// @param call the number for the stamps
    /// @param role whose pattern begins somewhere in its middle, or all would talk at the same time
    Talker(Line line, Mouthpiece mouth, int call, Role.Calling role, MediaFormat format) {
        this.line = line;
        this.mouth = mouth;
        this.call = call;
        this.pattern = role.talk();
        this.format = format;
        this.utterance = line.utterance(role, format);
        this.phase = call * 0x9E3779B9L % 1_000 * ((pattern.on() + pattern.off()) / 1_000);
    }

    /// As [Mouthpiece#glance].
    int glance() {
        return said + mouth.glance();
    }

    /// @param due when this should have happened
    void tick(long due, long now) {
        if (++ticks % GRACE == 0) {
            before = lately;
            lately = said;
        }
        if (pattern.speaks(ticks * TickRing.PERIOD + phase)) {
            say(due, now);
        }
    }

    private void say(long due, long now) {
        var block = utterance.block(said);
        var octets = line.block();
        System.arraycopy(block, 0, octets, 0, block.length);
        if (utterance.stamped()) {
            Stamp.write(octets, call, said, now);
        }
        mouth.speak(format, octets, 0, block.length, now);
        said++;
        line.tally().count(Count.SENT);
        line.tally().measured(Measure.OWN_LATENESS, now - due);
    }

    int said() {
        return said;
    }

    /// How many of them had time to come back.
    int due() {
        return before;
    }

    MediaFormat format() {
        return format;
    }
}
