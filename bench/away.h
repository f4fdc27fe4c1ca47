// Notes when a processor is away: with its host, or with a thread of the kernel that does not give it
// up. A thread that goes before all others of the processor looks at the clock every half a
// millisecond; when it comes late, nobody could have come sooner. A quarter of a millisecond is not
// counted: that long the kernel often works for a server, sending a batch, before it lets anybody else
// in. What it works longer at a time is taken for away although it is the server's. What other threads of
// ordinary priority take, the system's own among them, is not.
#ifndef KEYLINE_BENCH_AWAY_H
#define KEYLINE_BENCH_AWAY_H

#include "clock.h"
#include <pthread.h>
#include <sched.h>
#include <stdbool.h>

enum { AWAY_LOOK = MILLI / 2, AWAY_LATE = MILLI / 4, AWAY_MOST = 1 << 17 };

// From when to when, on the clock of the day.
struct away {
    long from, to;
};

struct watch {
    int processor;
    bool refused;
    volatile bool ends;
    int count;
    struct away all[AWAY_MOST];
    pthread_t thread;
};

static bool away_goes_first(int processor) {
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(processor, &only);
    struct sched_param first = {.sched_priority = 50};
    return sched_setaffinity(0, sizeof only, &only) == 0 && sched_setscheduler(0, SCHED_FIFO, &first) == 0;
}

static void away_note(struct watch *watch, long late) {
    if (late > AWAY_LATE && watch->count < AWAY_MOST) {
        long back = now(CLOCK_REALTIME);
        watch->all[watch->count++] = (struct away){back - late, back};
    }
}

static void *away_look(void *it) {
    struct watch *watch = it;
    watch->refused = !away_goes_first(watch->processor);
    for (long due = now(CLOCK_MONOTONIC); !watch->ends && !watch->refused;) {
        due += AWAY_LOOK;
        struct timespec then = {due / SECOND, due % SECOND};
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &then, NULL);
        long late = now(CLOCK_MONOTONIC) - due;
        away_note(watch, late);
        due += late > AWAY_LOOK ? late : 0;
    }
    return NULL;
}

static inline bool away_begin(struct watch *watch) {
    return pthread_create(&watch->thread, NULL, away_look, watch) == 0;
}

// Whether it could watch.
static inline bool away_end(struct watch *watch) {
    watch->ends = true;
    pthread_join(watch->thread, NULL);
    return !watch->refused;
}

// How much of this time the processor was away.
static inline long away_within(const struct watch *watch, long from, long to) {
    long sum = 0;
    for (int i = 0; i < watch->count; i++) {
        long begin = watch->all[i].from > from ? watch->all[i].from : from;
        long end = watch->all[i].to < to ? watch->all[i].to : to;
        sum += end > begin ? end - begin : 0;
    }
    return sum;
}

#endif
