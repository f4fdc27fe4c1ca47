// When the kernel had a datagram, by its own note (SO_TIMESTAMPNS), on the clock of the day.
//
// The kernel begins to take notes when one of its workers comes to it: at once on an idle machine,
// seconds later where its workers have to wait. What it has not noted it dates when it is read.
#ifndef KEYLINE_BENCH_NOTED_H
#define KEYLINE_BENCH_NOTED_H

#include "clock.h"
#include <netinet/in.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { NOTED_ROOM = 256 };

// Seconds that the kernel has to begin.
enum { NOTED_SOON = 5 };

static inline bool note_times(int fd) {
    int yes = 1;
    return setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &yes, sizeof yes) == 0;
}

// When it came; negative if the kernel does not say.
static inline long noted(struct msghdr *message) {
    for (struct cmsghdr *it = CMSG_FIRSTHDR(message); it != NULL; it = CMSG_NXTHDR(message, it)) {
        if (it->cmsg_level == SOL_SOCKET && it->cmsg_type == SCM_TIMESTAMPNS) {
            struct timespec time;
            memcpy(&time, CMSG_DATA(it), sizeof time);
            return in_nanos(time);
        }
    }
    return -1;
}

// To itself, and read only later: whether it has a time from before it was read.
static bool one_is_noted(int fd) {
    char control[NOTED_ROOM], datagram = 0;
    struct iovec part = {&datagram, 1};
    struct msghdr message = {NULL, 0, &part, 1, control, sizeof control, 0};
    send(fd, &datagram, 1, 0);
    nanosleep(&(struct timespec){0, 5 * MILLI}, NULL);
    long read = now(CLOCK_REALTIME);
    if (recvmsg(fd, &message, MSG_DONTWAIT) < 0) {
        return false;
    }
    long came = noted(&message);
    return came >= 0 && came < read - MILLI;
}

// Waits until the kernel takes notes; it goes on while any socket wants them.
//
// @return whether it does so soon
static bool notes_are_taken(void) {
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in self = {AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {0}};
    socklen_t length = sizeof self;
    bool all = bind(fd, (struct sockaddr *)&self, length) == 0
        && getsockname(fd, (struct sockaddr *)&self, &length) == 0
        && connect(fd, (struct sockaddr *)&self, length) == 0 && note_times(fd);
    long last = now(CLOCK_MONOTONIC) + (long)NOTED_SOON * SECOND;
    bool noted = false;
    while (all && !noted && now(CLOCK_MONOTONIC) < last) {
        noted = one_is_noted(fd);
    }
    close(fd);
    return noted;
}

#endif
