// How long a processor is kept from a program that does nothing but look at the clock: by the host,
// or by threads of the kernel. What comes in such a time waits for any server, however good.
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

int main(int argc, char **argv) {
    if (argc != 2 || atoi(argv[1]) < 1) {
        fprintf(stderr, "away SECONDS\n");
        return 2;
    }
    long whole = atoi(argv[1]) * 1000 * MILLI;
    long begin = now();
    long held = 0, longest = 0, over1 = 0, over2 = 0, over10 = 0;
    for (long last = begin, next; last - begin < whole; last = next) {
        next = now();
        long away = next - last;
        // Whatever comes before its last millisecond waits for longer than one.
        held += away > MILLI ? away - MILLI : 0;
        over1 += away > MILLI;
        over2 += away > 2 * MILLI;
        over10 += away > 10 * MILLI;
        longest = away > longest ? away : longest;
    }
    printf("away for more than 1 ms: %ld times, 2 ms: %ld, 10 ms: %ld; at most %.1f ms\n", over1, over2, over10,
            (double) longest / MILLI);
    printf("of the time, what comes waits for more than 1 ms: %.3f %%\n", 100.0 * held / whole);
    return 0;
}
