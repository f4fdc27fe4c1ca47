// Times are nanoseconds in a long.
#ifndef KEYLINE_BENCH_CLOCK_H
#define KEYLINE_BENCH_CLOCK_H

#define _GNU_SOURCE
#include <time.h>

enum { SECOND = 1000000000, MILLI = 1000000 };

static inline long in_nanos(struct timespec time) { return time.tv_sec * SECOND + time.tv_nsec; }

static inline long now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return in_nanos(time);
}

#endif
