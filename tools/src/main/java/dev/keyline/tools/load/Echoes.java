package dev.keyline.tools.load;

import dev.keyline.iax.endpoint.Earpiece;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.tools.load.Tally.Count;
import dev.keyline.tools.load.Tally.Measure;
import dev.keyline.tools.measure.Jitter;

/// What comes back of one call's blocks: which, how often, how fast.
///
/// All that a block asks on its way in is in this one object, which is its jitter rather than has
/// one: between two blocks of a call pass those of a thousand others, and each object more is one
/// more wait for memory.
final class Echoes extends Jitter implements Earpiece {
    private static final int WINDOW = Long.SIZE;

    private final int call;
    private final Tally tally;
    private long heard;
    private int expected;
    private long window;
    private int count;
    private double trips;
    private long fastest = Long.MAX_VALUE;

    /// @param call the number in the stamps of this call
    Echoes(int call, Tally tally) {
        this.call = call;
        this.tally = tally;
    }

    /// By the short way, which makes no objects; what came before it was open is news.
    @Override
    public boolean hears(
            MediaFormat format, int timestamp, byte[] octets, int offset, int length, long now) {
        heard(octets, offset, length, now);
        return true;
    }

    /// A block has come, with a stamp or without.
    void heard(byte[] octets, int offset, int length, long now) {
        heard++;
        tally.count(Count.HEARD);
        if (Stamp.isAt(octets, offset, length)) {
            stamped(octets, offset, now);
        }
    }

    private void stamped(byte[] octets, int offset, long now) {
        if (Stamp.call(octets, offset) != call) {
            tally.count(Count.STRAYED);
            return;
        }
        if (isNew(Stamp.number(octets, offset))) {
            travelled(now - Stamp.saidAt(octets, offset));
        } else {
            tally.count(Count.TWICE);
        }
    }

    /// The window remembers the last 64; what is older counts as new, late as it is.
    private boolean isNew(int number) {
        int behind = expected - 1 - number;
        if (behind < 0) {
            window = -behind >= WINDOW ? 1 : window << -behind | 1;
            expect(number + 1);
            return true;
        }
        long bit = behind < WINDOW ? 1L << behind : 0;
        boolean seen = (window & bit) != 0;
        window |= bit;
        return !seen;
    }

    /// This many blocks should have come back by now.
    private void expect(int many) {
        tally.count(Count.EXPECTED, many - expected);
        expected = many;
    }

    private void travelled(long trip) {
        count++;
        trips += trip;
        fastest = Math.min(fastest, trip);
        arrived(trip);
        tally.count(Count.ECHOED);
        tally.measured(Measure.ROUND_TRIP, trip);
        tally.measured(Measure.LATENESS, trip - fastest);
    }

    /// Blocks of any kind that came.
    long heard() {
        return heard;
    }

    /// Whether any of our own came back.
    boolean isAny() {
        return count > 0;
    }

    /// The call is over.
    ///
    /// @param due blocks that had time to come back
    void close(int due) {
        if (isAny() && due > expected) {
            expect(due);
        }
    }

    /// How the way there and back was; one way is taken for half of it.
    Quality quality() {
        double back = Math.min(1, count / (double) Math.max(1, expected));
        return new Quality(Math.round(trips / count / 2), 1 - Math.sqrt(back), nanos());
    }
}
