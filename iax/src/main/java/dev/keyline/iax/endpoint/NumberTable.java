package dev.keyline.iax.endpoint;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What belongs to call numbers, found without making an object for the question: every frame of
/// every call asks. Open addressing; a quarter of the places at least is free.
final class NumberTable<V> {
    private static final int SMALLEST = 4;

    private char[] numbers = new char[SMALLEST];
    private @Nullable Object[] values = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only put fills the places
    @Nullable V get(int number) {
        return (V) values[place(number)];
    }

    /// The place of a number, or the free one where it would be.
    private int place(int number) {
        int mask = numbers.length - 1;
        int at = spread(number) & mask;
        while (values[at] != null && numbers[at] != number) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int spread(int number) {
        int mixed = number * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    void put(int number, V value) {
        int at = place(number);
        if (values[at] == null) {
            size++;
        }
        numbers[at] = (char) number;
        values[at] = value;
        if (size * 4 > numbers.length * 3) {
            resize(numbers.length * 2);
        }
    }

    void remove(int number) {
        int hole = place(number);
        if (values[hole] == null) {
            return;
        }
        values[hole] = null;
        size--;
        close(hole);
        if (numbers.length > SMALLEST && size * 8 < numbers.length) {
            resize(numbers.length / 2);
        }
    }

    /// Moves up what would not be found any more because of a hole before it.
    private void close(int hole) {
        int mask = numbers.length - 1;
        int free = hole;
        for (int at = (hole + 1) & mask; values[at] != null; at = (at + 1) & mask) {
            int home = spread(numbers[at]) & mask;
            if (((at - home) & mask) >= ((at - free) & mask)) {
                numbers[free] = numbers[at];
                values[free] = values[at];
                values[at] = null;
                free = at;
            }
        }
    }

    /// Removes a number if this is what belongs to it.
    @SuppressWarnings("ReferenceEquality") // this one, not one like it
    void remove(int number, V value) {
        if (get(number) == value) {
            remove(number);
        }
    }

    @SuppressWarnings("unchecked") // as in get
    void removeIf(Predicate<V> doomed) {
        for (int number : numbersInUse()) {
            if (doomed.test((V) values[place(number)])) {
                remove(number);
            }
        }
    }

    private int[] numbersInUse() {
        var found = new int[size];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (values[i] != null) {
                found[count++] = numbers[i];
            }
        }
        return found;
    }

    private void resize(int places) {
        var oldNumbers = numbers;
        var oldValues = values;
        numbers = new char[places];
        values = new Object[places];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldValues[i] != null) {
                int at = place(oldNumbers[i]);
                numbers[at] = oldNumbers[i];
                values[at] = oldValues[i];
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(numbersInUse());
    }
}
