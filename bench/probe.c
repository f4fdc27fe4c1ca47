// How long a server holds a block of voice. It has a few calls of its own to an extension that
// echoes, and measures from just before the kernel is given a block to the moment when the kernel
// has the echo (noted.h). So neither its own sleep is in it nor what loads the server.
//
//     cc -O2 -o probe probe.c && ./probe PORT USER EXTENSION CALLS SECONDS PROCESSOR
//
// The server is on this machine, on that processor, and lets USER in without a proof. Prints JSON:
// times are in microseconds; `over2` and `over10` are the parts that were held longer than so many
// milliseconds, `own2` and `own10` those that were so without the time in which the processor was
// away (away.h).
#include "away.h"
#include "iax.h"
#include "noted.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { LOW = 2, MOST = 1000, MARK = 0x4b70726f, TOKEN = 54 };
enum { PERIOD = 20 * MILLI, NAP = 2 * MILLI };

// Its place in the table, and LOW more, is our number for it.
struct call {
    uint16_t theirs;
    uint8_t sent, taken;
    bool live;
    uint32_t said;
};

// What a block says of itself.
struct __attribute__((packed)) stamp {
    uint32_t mark;
    long said;
};

// One that has come back.
struct block {
    long said, held;
};

static int fd, many;
static const char *user, *extension;
static struct call calls[MOST];
static struct block *blocks;
static long heard, room, began;
static struct watch watch;

static void fail(const char *what) {
    fprintf(stderr, "probe: %s\n", what);
    exit(1);
}

static uint32_t media_time(void) { return (uint32_t)((now(CLOCK_MONOTONIC) - began) / MILLI); }

static uint16_t number_of(const struct call *call) { return htons((uint16_t)(call - calls + LOW)); }

static void say(
    struct call *call, uint32_t at, uint8_t type, uint8_t subclass, const void *data, size_t length) {
    struct full head = {
        number_of(call) | htons(FULL), call->theirs, htonl(at), call->sent, call->taken, type, subclass};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)data, length}};
    sendmsg(fd, &(struct msghdr){.msg_iov = parts, .msg_iovlen = 2}, 0);
    call->sent += is_counted(&head);
}

static char *element(char *at, int id, const void *value, size_t length) {
    at[0] = (char)id;
    at[1] = (char)length;
    return (char *)memcpy(at + 2, value, length) + length;
}

// From the beginning; with an empty token the first time, which asks for one.
static void dial(struct call *call, const char *token, size_t length) {
    char elements[1024], *end = element(elements, 11, "\0\2", 2);
    end = element(end, 1, extension, strlen(extension));
    end = element(end, 6, user, strlen(user));
    end = element(end, 9, "\0\0\0\4", 4);
    end = element(end, 8, "\0\0\0\4", 4);
    end = element(end, TOKEN, token, length);
    *call = (struct call){0};
    say(call, 0, IAX, NEW, elements, (size_t)(end - elements));
}

static void voice_came(const char *payload, size_t length, long at) {
    struct stamp stamp;
    if (length < sizeof stamp) {
        return;
    }
    memcpy(&stamp, payload, sizeof stamp);
    if (stamp.mark == MARK && heard < room) {
        blocks[heard++] = (struct block){stamp.said, at - stamp.said};
    }
}

static void answer(struct call *call, const struct full *frame) {
    if (is(frame, IAX, PING)) {
        say(call, ntohl(frame->at), IAX, PONG, NULL, 0);
    } else if (is(frame, IAX, LAGRQ)) {
        say(call, ntohl(frame->at), IAX, LAGRP, NULL, 0);
    } else {
        say(call, ntohl(frame->at), IAX, ACK, NULL, 0);
    }
}

static void counted_came(struct call *call, const struct full *frame, size_t length, long at) {
    if (frame->oseq == call->taken) {
        call->taken++;
        call->theirs = frame->from & ~htons(FULL);
        call->live |= is(frame, CONTROL, ANSWER);
        if (frame->type == VOICE) {
            voice_came((const char *)(frame + 1), length - sizeof *frame, at);
        }
    }
    answer(call, frame);
    if (is(frame, IAX, REJECT) || is(frame, IAX, HANGUP) || is(frame, IAX, AUTHREQ)) {
        fail("a call was refused, ended, or asked for a proof");
    }
}

static void full_came(const struct full *frame, size_t length, long at) {
    int number = ntohs(frame->to) & ~FULL;
    if (number < LOW || number >= LOW + many) {
        return;
    }
    struct call *call = &calls[number - LOW];
    const char *elements = (const char *)(frame + 1);
    if (is(frame, IAX, CALLTOKEN) && length > sizeof *frame + 2 && elements[0] == TOKEN) {
        dial(call, elements + 2, (uint8_t)elements[1]);
    } else if (is_counted(frame)) {
        counted_came(call, frame, length, at);
    }
}

static long kernel_time(struct msghdr *message) {
    long at = noted(message);
    if (at < 0) {
        fail("the kernel gives no times");
    }
    return at;
}

// Takes whatever has come.
static void receive(void) {
    _Alignas(struct full) char datagram[4096];
    _Alignas(struct cmsghdr) char control[NOTED_ROOM];
    while (true) {
        struct iovec part = {datagram, sizeof datagram};
        struct msghdr message = {NULL, 0, &part, 1, control, sizeof control, 0};
        ssize_t length = recvmsg(fd, &message, MSG_DONTWAIT);
        if (length < (ssize_t)sizeof(struct mini)) {
            return;
        }
        if (!is_full(datagram)) {
            size_t head = sizeof(struct mini);
            voice_came(datagram + head, (size_t)length - head, kernel_time(&message));
        } else if (length >= (ssize_t)sizeof(struct full)) {
            full_came((const struct full *)datagram, (size_t)length, kernel_time(&message));
        }
    }
}

// Receives until then, on the monotonic clock. An echo does not wake it: that would be the server's
// work, and the kernel has noted when it came.
static void wait_until(long then) {
    receive();
    for (long left = then - now(CLOCK_MONOTONIC); left > 0; left = then - now(CLOCK_MONOTONIC)) {
        nanosleep(&(struct timespec){0, left < NAP ? left : NAP}, NULL);
        receive();
    }
}

static bool all_live(void) {
    for (int i = 0; i < many; i++) {
        if (!calls[i].live) {
            return false;
        }
    }
    return true;
}

// What a loaded server has not heard is dialled again, every second.
static void dial_all(void) {
    for (int tries = 0; !all_live(); tries++) {
        if (tries == 20) {
            fail("not all calls were answered");
        }
        for (int i = 0; i < many; i++) {
            if (calls[i].theirs == 0) {
                dial(&calls[i], "", 0);
            }
        }
        wait_until(now(CLOCK_MONOTONIC) + SECOND);
    }
}

// A full frame is the first one, and the first in each half of what a mini frame can count.
static void speak(struct call *call, uint32_t at) {
    char block[BLOCK];
    bool full = call->said == 0 || ((at ^ call->said) & 0x8000) != 0;
    struct mini head = {number_of(call), htons((uint16_t)at)};
    struct iovec parts[] = {{&head, sizeof head}, {block, sizeof block}};
    memset(block, 0xff, sizeof block);
    memcpy(block, &(struct stamp){MARK, now(CLOCK_REALTIME)}, sizeof(struct stamp));
    if (full) {
        say(call, at, VOICE, ULAW, block, sizeof block);
    } else {
        sendmsg(fd, &(struct msghdr){.msg_iov = parts, .msg_iovlen = 2}, 0);
    }
    call->said = at;
}

// Each block is said somewhere in its part of the period, so that no rhythm of the server's is met.
static void talk(void) {
    long start = now(CLOCK_MONOTONIC), part = PERIOD / many;
    uint32_t base = media_time();
    for (long i = 0; i < room; i++) {
        wait_until(start + i * part + random() % part);
        speak(&calls[i % many], base + (uint32_t)(i / many) * 20);
    }
    wait_until(now(CLOCK_MONOTONIC) + SECOND / 2);
}

static void hang_up(void) {
    for (int i = 0; i < many; i++) {
        say(&calls[i], media_time(), IAX, HANGUP, NULL, 0);
    }
    wait_until(now(CLOCK_MONOTONIC) + SECOND / 10);
}

// Or the generator, which shares its processor, would come between a block's time and the block.
static void go_first(void) {
    if (sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){.sched_priority = 1}) < 0) {
        fprintf(stderr, "probe: may not go first (CAP_SYS_NICE): what it waits is counted as held\n");
    }
}

static int by_time_held(const void *a, const void *b) {
    long left = ((const struct block *)a)->held, right = ((const struct block *)b)->held;
    return (left > right) - (left < right);
}

static double micros(double part) { return (double)blocks[(long)(part * (double)(heard - 1))].held / 1000; }

static bool by_itself(const struct block *it, long nanos) {
    return it->held - away_within(&watch, it->said, it->said + it->held) > nanos;
}

static double over(long nanos, bool own) {
    long count = 0;
    for (long i = 0; i < heard; i++) {
        count += blocks[i].held > nanos && (!own || by_itself(&blocks[i], nanos));
    }
    return (double)count / (double)heard;
}

static void report(void) {
    if (heard == 0) {
        fail("nothing came back");
    }
    qsort(blocks, (size_t)heard, sizeof *blocks, by_time_held);
    printf("{\"count\":%ld,\"lost\":%ld,", heard, room - heard);
    printf("\"p50\":%.0f,\"p90\":%.0f,\"p99\":%.0f,", micros(.5), micros(.9), micros(.99));
    printf("\"p999\":%.0f,\"max\":%.0f,", micros(.999), micros(1));
    printf("\"over2\":%.6f,\"over10\":%.6f,", over(2 * MILLI, false), over(10 * MILLI, false));
    printf("\"own2\":%.6f,\"own10\":%.6f}\n", over(2 * MILLI, true), over(10 * MILLI, true));
}

static void open_socket(int port) {
    struct sockaddr_in there = {AF_INET, htons((uint16_t)port), {htonl(INADDR_LOOPBACK)}, {0}};
    fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (!note_times(fd) || !notes_are_taken()) {
        fail("the kernel does not begin to note when datagrams come: is something keeping its workers waiting?");
    }
    if (connect(fd, (struct sockaddr *)&there, sizeof there) < 0) {
        fail("there is no way to the server");
    }
}

int main(int count, char **words) {
    if (count != 7 || (many = atoi(words[4])) < 1 || many > MOST) {
        fprintf(stderr, "probe PORT USER EXTENSION CALLS SECONDS PROCESSOR: 1 to %d calls\n", MOST);
        return 2;
    }
    user = words[2];
    extension = words[3];
    watch.processor = atoi(words[6]);
    room = atol(words[5]) * many * SECOND / PERIOD;
    blocks = calloc((size_t)room, sizeof *blocks);
    began = now(CLOCK_MONOTONIC);
    open_socket(atoi(words[1]));
    dial_all();
    if (!away_begin(&watch)) {
        fail("there is no thread to watch the processor with");
    }
    go_first();
    talk();
    if (!away_end(&watch)) {
        fprintf(stderr, "probe: may not watch the processor (CAP_SYS_NICE): own times are all times\n");
    }
    hang_up();
    report();
}
