// Keeps a processor from going to sleep, without taking it from anybody: whatever else wants to run
// goes first. A virtual processor that has nothing to do is given back to its host, which may take
// milliseconds to bring it back; a server that rests for one would be measured by that.
//
//     cc -O2 -o awake awake.c && taskset -c 0 ./awake
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>

int main(void) {
    if (sched_setscheduler(0, SCHED_IDLE, &(struct sched_param){0}) < 0) {
        perror("awake");
        return 1;
    }
    while (1) {
        __asm__ volatile("" ::: "memory");
    }
}
