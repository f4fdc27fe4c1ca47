// How long the processors of this machine are away (away.h), whatever else runs on them; and which
// part of all blocks a server that rests for a millisecond holds for longer than two because of it,
// were it to do its work in no time. A processor that sleeps comes back late as well: run awake.c
// on those that have nothing else to do.
//
//     cc -O2 -o away away.c && ./away 60 0 1
#include "away.h"
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 64 };

static struct watch watches[MOST];

// Milliseconds in which a block is held for longer than two, for a processor that was away so long.
// What comes meanwhile waits until it is back; what came in the rest that was going on, half a
// millisecond on average, waits for all of it. Of less than two that is only what had come early enough.
static double held_long(double away) {
    if (away > 2) {
        return away - 1.5;
    }
    return away > 1 ? (away - 1) * (away - 1) / 2 : 0;
}

static int longer(const struct watch *watch, long than) {
    int count = 0;
    for (int i = 0; i < watch->count; i++) {
        count += watch->all[i].to - watch->all[i].from > than;
    }
    return count;
}

static void report(const struct watch *watch, int seconds) {
    double held = 0, longest = 0;
    for (int i = 0; i < watch->count; i++) {
        double away = (double)(watch->all[i].to - watch->all[i].from) / MILLI;
        held += held_long(away);
        longest = away > longest ? away : longest;
    }
    printf("processor %d: away for more than 1 ms %d times, 2 ms %d, 10 ms %d; at most %.1f ms\n",
        watch->processor, longer(watch, MILLI), longer(watch, 2 * MILLI),
        longer(watch, 10 * MILLI), longest);
    printf("of all blocks a server that rests for 1 ms holds for more than 2: %.3f %%\n", held / 10 / seconds);
}

int main(int count, char **words) {
    int seconds = count > 2 && count - 2 <= MOST ? atoi(words[1]) : 0;
    if (seconds < 1) {
        fprintf(stderr, "away SECONDS PROCESSOR...\n");
        return 2;
    }
    for (int i = 0; i < count - 2; i++) {
        watches[i].processor = atoi(words[i + 2]);
        if (!away_begin(&watches[i])) {
            return 1;
        }
    }
    nanosleep(&(struct timespec){seconds, 0}, NULL);
    for (int i = 0; i < count - 2; i++) {
        if (!away_end(&watches[i])) {
            fprintf(stderr, "away: may not go first on processor %d (CAP_SYS_NICE)\n", watches[i].processor);
            return 1;
        }
        report(&watches[i], seconds);
    }
    return 0;
}
