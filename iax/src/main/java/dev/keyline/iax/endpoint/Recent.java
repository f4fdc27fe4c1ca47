package dev.keyline.iax.endpoint;

import java.util.Arrays;

/// What is over and still has to be known for a while: a word about each, found by its number, and
/// the oldest goes first. A thousand calls a second leave 60,000 of them behind, and they stay long
/// enough for a collector to carry each of them about; so none is an object.
final class Recent {
    private static final int SMALLEST = 4;
    private static final int NONE = -1;

    /// Places in a ring, as many as `heads` has.
    private long[] numbers = new long[SMALLEST];

    private long[] words = new long[SMALLEST];
    private long[] times = new long[SMALLEST];

    /// The place of the one before with the same hash, or [#NONE].
    private int[] before = new int[SMALLEST];

    /// By hash, the place of the latest that has it, or [#NONE].
    private int[] heads = empty(SMALLEST);

    private int oldest;
    private int size;

    private static int[] empty(int places) {
        var heads = new int[places];
        Arrays.fill(heads, NONE);
        return heads;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Remembers one.
    ///
    /// @param number that is not known here
    /// @param word about it
    /// @param time not before that of the one added last
    void add(long number, long word, long time) {
        if (size == numbers.length) {
            resize(size * 2);
        }
        put(at(size), number, word, time);
        size++;
    }

    private void put(int place, long number, long word, long time) {
        numbers[place] = number;
        words[place] = word;
        times[place] = time;
        int hash = hash(number);
        before[place] = heads[hash];
        heads[hash] = place;
    }

    /// The place of the one that came so many after the oldest.
    private int at(int after) {
        return (oldest + after) & (numbers.length - 1);
    }

    private int hash(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (heads.length - 1);
    }

    boolean knows(long number) {
        return place(number) != NONE;
    }

    /// The word about a number that is known.
    long word(long number) {
        return words[place(number)];
    }

    private int place(long number) {
        int place = heads[hash(number)];
        while (place != NONE && numbers[place] != number) {
            place = before[place];
        }
        return place;
    }

    /// The time of the oldest, when there is one.
    long oldest() {
        return times[oldest];
    }

    /// Forgets the oldest, when there is one.
    ///
    /// @return its number
    long forget() {
        long number = numbers[oldest];
        unlink(oldest);
        oldest = at(1);
        size--;
        if (numbers.length > SMALLEST && size * 8 < numbers.length) {
            resize(numbers.length / 2);
        }
        return number;
    }

    /// The oldest is the last of those with its hash.
    private void unlink(int last) {
        int hash = hash(numbers[last]);
        int place = heads[hash];
        if (place == last) {
            heads[hash] = NONE;
            return;
        }
        while (before[place] != last) {
            place = before[place];
        }
        before[place] = NONE;
    }

    private void resize(int places) {
        long[] oldNumbers = numbers;
        long[] oldWords = words;
        long[] oldTimes = times;
        int first = oldest;
        numbers = new long[places];
        words = new long[places];
        times = new long[places];
        before = new int[places];
        heads = empty(places);
        oldest = 0;
        for (int i = 0; i < size; i++) {
            int from = (first + i) & (oldNumbers.length - 1);
            put(i, oldNumbers[from], oldWords[from], oldTimes[from]);
        }
    }
}
