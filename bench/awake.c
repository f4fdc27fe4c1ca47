// Keeps processors from going to sleep. A virtual processor that has nothing to do is given back to its
// host, which may take milliseconds to bring it back; a server that rests for one would be measured by
// that.
//
// Linux is told that no processor may take any time to wake up (/dev/cpu_dma_latency, which only root
// may open): where it knows a way to wait without sleeping, all of them wait like that. Elsewhere the
// processor is kept busy with work that yields to any other (SCHED_IDLE). It is the worse way: a Linux 6.18
// let threads of its own wait beside such work for minutes at times ("workqueue lockup", "rcu_preempt
// kthread starved").
//
//     cc -O2 -o awake awake.c && taskset -c 0 ./awake
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Without such a state of a processor to be told costs nothing and does nothing.
static bool can_wait_awake(void) {
    char name[5] = "";
    int state = open("/sys/devices/system/cpu/cpu0/cpuidle/state0/name", O_RDONLY);
    return state >= 0 && read(state, name, 4) == 4 && strcmp(name, "POLL") == 0;
}

// @return whether none may, as long as this goes on
static bool none_may_sleep(void) {
    int32_t micros = 0;
    int latency = open("/dev/cpu_dma_latency", O_WRONLY);
    return latency >= 0 && write(latency, &micros, sizeof micros) == sizeof micros;
}

int main(void) {
    if (can_wait_awake() && none_may_sleep()) {
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
