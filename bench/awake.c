// Keeps processors from going to sleep. A virtual processor that has nothing to do is given back to its
// host, which may take milliseconds to bring it back; a server that rests for one would be measured by
// that.
//
// Linux is told that no processor may take any time to wake up (/dev/cpu_dma_latency, which only root
// may open): all of them wait for work instead of sleeping. Where that cannot be said the processor is kept
// busy with work that yields to any other (SCHED_IDLE). It is the worse way: Linux 6.18 lets threads of its
// own wait beside such work for a minute at times ("workqueue lockup", "rcu_preempt kthread starved").
//
//     cc -O2 -o awake awake.c && taskset -c 0 ./awake
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

// @return whether none may, as long as this goes on
static bool none_may_sleep(void) {
    int32_t micros = 0;
    int latency = open("/dev/cpu_dma_latency", O_WRONLY);
    return latency >= 0 && write(latency, &micros, sizeof micros) == sizeof micros;
}

int main(void) {
    if (none_may_sleep()) {
        pause();
        return 0;
    }
    if (sched_setscheduler(0, SCHED_IDLE, &(struct sched_param){0}) < 0) {
        perror("awake");
        return 1;
    }
    while (1) {
        __asm__ volatile("" ::: "memory");
    }
}
