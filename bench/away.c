// How long a processor is kept from a program that does nothing but look at the clock: by the host,
// or by threads of the kernel; and which part of all blocks a server that rests for a millisecond
// holds for longer than two because of it, were it to do its work in no time.
//
//     cc -O2 -o away away.c && taskset -c 0 ./away 60
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MILLI 1000000L

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 * MILLI + t.tv_nsec;
}

// Milliseconds in which a block is held for longer than two, for a processor that was away so long.
// What comes meanwhile waits until it is back; what came in the rest that was going on, half a
// millisecond on average, waits for all of it. Of less than two that is only what had come early enough.
static double heldLong(double away) {
    if (away > 2) {
        return away - 1.5;
    }
    return away > 1 ? (away - 1) * (away - 1) / 2 : 0;
}

int main(int argc, char **argv) {
    if (argc != 2 || atoi(argv[1]) < 1) {
        fprintf(stderr, "away SECONDS\n");
        return 2;
    }
    long whole = atoi(argv[1]) * 1000 * MILLI;
    long begin = now();
    long longest = 0, over1 = 0, over2 = 0, over10 = 0;
    double held = 0;
    for (long last = begin, next; last - begin < whole; last = next) {
        next = now();
        long away = next - last;
        held += heldLong((double) away / MILLI);
        over1 += away > MILLI;
        over2 += away > 2 * MILLI;
        over10 += away > 10 * MILLI;
        longest = away > longest ? away : longest;
    }
    printf("away for more than 1 ms: %ld times, 2 ms: %ld, 10 ms: %ld; at most %.1f ms\n", over1, over2, over10,
            (double) longest / MILLI);
    printf("of all blocks a server that rests for 1 ms holds for more than 2: %.3f %%\n", 100 * held * MILLI / whole);
    return 0;
}
