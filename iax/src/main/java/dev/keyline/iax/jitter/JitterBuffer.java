package dev.keyline.iax.jitter;

import dev.keyline.iax.jitter.BlockQueue.Place;

/// Blocks of voice of one call wait here until it is their turn.
///
/// Every block is played at its media time plus one *wait*, the same for all, which moves slowly.
/// The aim is what all but the rarest blocks needed lately, and a little more
/// ([JitterSettings#extra]). The rules, where they are not Asterisk's, spare the ear and the block:
///
/// - When nothing at all is there (a hold-up on the way, as far as one can know), the gap is made
///   up and the wait grows by as much, so that blocks which come late are still played. Asterisk
///   lets the time of the missing block pass and drops it when it comes.
/// - When a block is missing and later ones are there, it is lost: it is made up, or, if the wait
///   is longer than it need be, left out, which shortens the wait and costs nothing that was there.
/// - A wait that is much too long loses one block now and then; one that is too short is prolonged
///   by a made-up block. After silence it is set right at once, for nobody hears that.
///
/// Time is nanoseconds of any clock that only moves forward. Not for use by several threads.
/// Allocates nothing once the queue has grown to what the call needs.
///
/// @param <B> a block of voice
public final class JitterBuffer<B> {
    private static final long NANOS = 1_000_000;
    private static final int USUAL_LENGTH = 20;
    private static final long PAUSE_TO_GROW = 40;
    private static final long PAUSE_TO_SHRINK = 500;

    private final JitterSettings settings;
    private final BlockQueue<B> queue = new BlockQueue<>();
    private final DelayHistory history = new DelayHistory();
    private final Continuity continuity;
    private final JitterCounts counts = new JitterCounts();
    private long wait;
    private long next;
    private long past = Long.MIN_VALUE;
    private long latest;
    private long changed;
    private int length = USUAL_LENGTH;
    private int concealed;
    private boolean playing;
    private boolean fresh;
    private boolean falling;

    public JitterBuffer(JitterSettings settings) {
        this.settings = settings;
        this.continuity = new Continuity(settings);
    }

    /// A block has arrived.
    ///
    /// @param timestamp media time at the sender, milliseconds, 32 bits
    /// @param millis how long it lasts; 0 counts as 20
    public void put(B block, int timestamp, int millis, long now) {
        counts.received();
        long time = latest + (timestamp - (int) latest); // 32 bits start anew after 49 days
        long delay = now / NANOS - time;
        switch (continuity.judge(delay, history.jitter())) {
            case DOUBTFUL -> {
                counts.dropped();
                return;
            }
            case NEW_CLOCK -> restart();
            case GOES_ON -> {}
        }
        latest = time;
        history.add(delay);
        falling = false;
        admit(block, time, millis > 0 ? millis : USUAL_LENGTH, delay);
    }

    private void restart() {
        counts.dropped(queue.clear());
        history.clear();
        past = Long.MIN_VALUE;
        playing = false;
    }

    private void admit(B block, long time, int millis, long delay) {
        if (time <= past) {
            counts.dropped();
            return;
        }
        if (!playing || (fresh && time < next)) {
            begin(time, delay);
        }
        switch (time - next < settings.longest() ? queue.add(time, millis, block) : Place.FULL) {
            case LAST -> {}
            case BETWEEN -> counts.outOfOrder();
            case TWICE, FULL -> counts.dropped();
        }
    }

    /// After silence, or at the start; and again with a block that the first one had overtaken. A
    /// block that took longer than the aim sets the pace, or it and those held up with it would be
    /// played all at once.
    private void begin(long time, long delay) {
        playing = true;
        fresh = true;
        next = time;
        wait = Math.min(Math.max(aim(), delay), history.fast() + settings.longest());
        concealed = 0;
    }

    /// The sender has said that he falls silent (comfort noise): what is queued is played, and
    /// nothing is made up afterwards.
    public void silence() {
        falling = true;
    }

    /// When [#play] has something to do, in nanoseconds; `Long.MAX_VALUE` in silence.
    public long due() {
        return playing ? (next + wait) * NANOS : Long.MAX_VALUE;
    }

    /// Plays all that is due.
    public void play(long now, Playout<? super B> to) {
        while (due() <= now) {
            turn(to);
        }
    }

    /// Plays what is queued, at once, and stops: the call goes on without a buffer.
    public void flush(Playout<? super B> to) {
        while (!queue.isEmpty()) {
            deliver(to);
        }
        playing = false;
    }

    private void turn(Playout<? super B> to) {
        fresh = false;
        if (queue.isEmpty()) {
            nothingThere(to);
        } else if (queue.firstTime() >= next + length) {
            oneIsMissing(to);
        } else if (queue.firstTime() > next) {
            next = queue.firstTime();
        } else {
            concealed = 0;
            oneIsThere(to);
        }
    }

    private void nothingThere(Playout<? super B> to) {
        if (falling) {
            playing = false;
        } else if (wait - history.fast() + length <= settings.longest()) {
            stretch(to);
        } else {
            passOver(to);
        }
    }

    private void oneIsMissing(Playout<? super B> to) {
        if (wait - aim() >= length / 2) {
            counts.lost();
            shorten(length);
            advance();
        } else {
            passOver(to);
        }
    }

    private void passOver(Playout<? super B> to) {
        counts.lost();
        conceal(to);
        advance();
    }

    private void advance() {
        past = next;
        next += length;
    }

    private void oneIsThere(Playout<? super B> to) {
        long due = next + wait;
        if (aim() - wait >= length && due - changed > PAUSE_TO_GROW) {
            stretch(to);
        } else if (wait - aim() > settings.extra()
                && wait - aim() >= queue.firstLength()
                && due - changed > PAUSE_TO_SHRINK) {
            shorten(queue.firstLength());
            leaveOut();
        } else {
            deliver(to);
        }
    }

    private void leaveOut() {
        past = queue.firstTime();
        next = past + queue.firstLength();
        queue.take();
        counts.dropped();
    }

    private void deliver(Playout<? super B> to) {
        length = queue.firstLength();
        past = queue.firstTime();
        next = past + length;
        counts.played();
        to.play(queue.take());
    }

    private void stretch(Playout<? super B> to) {
        changed = next + wait;
        wait += length;
        conceal(to);
    }

    private void shorten(int millis) {
        changed = next + wait;
        wait -= millis;
    }

    private void conceal(Playout<? super B> to) {
        concealed++;
        if (settings.mostConcealed() > 0 && concealed > settings.mostConcealed()) {
            playing = false;
        } else {
            to.conceal((int) next, length);
        }
    }

    /// The wait that would be right: what blocks need, and a little more, within the limit.
    private long aim() {
        return Math.min(history.slow() + settings.extra(), history.fast() + settings.longest());
    }

    public JitterSettings settings() {
        return settings;
    }

    public JitterStatistics statistics() {
        long beyond = playing ? Math.max(0, wait - history.fast()) : 0;
        return counts.statistics(history.jitter(), (int) beyond);
    }
}
