// The least that `keyline load` takes for an echo of IAX2 calls. What it costs is the kernel's part
// and the generator's; what a server costs more than that is its own.
//
// It lets everybody in, knows of a call no more than two counts of frames, and never says anything
// twice: on loopback nothing is lost. It has room for 32,766 calls until it is started again.
//
//     cc -O2 -o echo echo.c && ./echo PORT REST
//
// Port 0 is any free one; it is printed. REST is how many microseconds to rest after a batch while
// much comes in, at most, by the rule of Keyline's own loop (Coalescing.java); 0 never rests.
#define _GNU_SOURCE
#include "iax.h"
#include <netinet/udp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGES = 64, CALLS = 32768, LOW = 2, WORTH = 2, QUIET = 28 };
// As long as joined datagrams may be, and so much more that not all slots begin on the same lines
// of the processor's cache.
enum { SLOT = 65536 + 24 * 64 };

// Its place in the table is our number for it.
struct call {
    uint32_t address;
    uint16_t port, number;
    uint8_t sent, taken;
    bool live;
};

struct room {
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int))];
    struct sockaddr_in peer;
    struct iovec part;
};

static int fd;
static struct call calls[CALLS];
static char slots[MESSAGES][SLOT];
static struct room rooms[MESSAGES];
static struct mmsghdr in[MESSAGES], out[MESSAGES];
static int going;

static long now_micros(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000L + now.tv_nsec / 1000;
}

// The call of this peer and number, or the place where it would be.
static struct call *find(const struct sockaddr_in *peer, uint16_t number) {
    unsigned hash = ntohs(number) + 7919u * ntohs(peer->sin_port);
    for (unsigned i = 0; i < CALLS - LOW; i++) {
        struct call *call = &calls[LOW + (hash + i) % (CALLS - LOW)];
        bool same = call->number == number && call->port == peer->sin_port
                    && call->address == peer->sin_addr.s_addr;
        if (same || call->number == 0) {
            return call;
        }
    }
    fputs("echo: no room for another call\n", stderr);
    exit(1);
}

static uint16_t number_of(const struct call *call) { return htons((uint16_t)(call - calls)); }

static void say(
    struct call *call, uint32_t at, uint8_t type, uint8_t subclass, const void *data, size_t length) {
    struct sockaddr_in peer = {AF_INET, call->port, {call->address}, {0}};
    struct full head = {
        number_of(call) | htons(FULL), call->number, at, call->sent, call->taken, type, subclass};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)data, length}};
    sendmsg(fd, &(struct msghdr){&peer, sizeof peer, parts, 2, NULL, 0, 0}, 0);
    call->sent += is_counted(&head);
}

static void begin(struct call *call, const struct sockaddr_in *peer, const struct full *frame) {
    static const uint8_t format[] = {9, 4, 0, 0, 0, ULAW};
    *call = (struct call){peer->sin_addr.s_addr, peer->sin_port, frame->from & ~htons(FULL), 0, 1, true};
    say(call, frame->at, IAX, ACCEPT, format, sizeof format);
    say(call, htonl(ntohl(frame->at) + 1), CONTROL, ANSWER, NULL, 0);
}

static void answer(struct call *call, const struct full *frame, size_t length) {
    if (is(frame, IAX, PING)) {
        say(call, frame->at, IAX, PONG, NULL, 0);
    } else if (is(frame, IAX, LAGRQ)) {
        say(call, frame->at, IAX, LAGRP, NULL, 0);
    } else {
        say(call, frame->at, IAX, ACK, NULL, 0);
    }
    if (frame->type == VOICE) {
        say(call, frame->at, VOICE, frame->subclass, frame + 1, length - sizeof *frame);
    }
    call->live = !is(frame, IAX, HANGUP);
}

static void full_came(const struct sockaddr_in *peer, const struct full *frame, size_t length) {
    struct call *call = find(peer, frame->from & ~htons(FULL));
    if (!call->live && is(frame, IAX, NEW)) {
        begin(call, peer, frame);
    } else if (call->live && is_counted(frame) && frame->oseq == call->taken) {
        call->taken++;
        answer(call, frame, length);
    } else if (call->live && is_counted(frame)) {
        say(call, frame->at, IAX, ACK, NULL, 0);
    }
}

// Puts our number on a block of voice.
//
// @return whether it goes back
static bool turn(const struct sockaddr_in *peer, struct mini *head) {
    struct call *call = find(peer, head->from);
    head->from = number_of(call);
    return call->live;
}

// @return whether it goes back from where it is
static bool datagram_came(const struct sockaddr_in *peer, void *octets, size_t length) {
    if (length < sizeof(struct mini)) {
        return false;
    }
    if (!is_full(octets)) {
        return turn(peer, octets);
    }
    if (length >= sizeof(struct full)) {
        full_came(peer, octets, length);
    }
    return false;
}

static int gro_size(struct msghdr *message, int otherwise) {
    struct cmsghdr *control = CMSG_FIRSTHDR(message);
    bool joined = control != NULL && control->cmsg_level == SOL_UDP && control->cmsg_type == UDP_GRO;
    return joined ? *(int *)CMSG_DATA(control) : otherwise;
}

// The blocks of a message that came go back as one message from where they are.
static void go(int i, size_t length, int size) {
    struct room *room = &rooms[i];
    room->part.iov_len = length;
    struct msghdr *message = &out[going++].msg_hdr;
    *message = (struct msghdr){&room->peer, sizeof room->peer, &room->part, 1, NULL, 0, 0};
    if (length > (size_t)size) {
        message->msg_control = room->control;
        message->msg_controllen = CMSG_SPACE(sizeof(uint16_t));
        struct cmsghdr *control = CMSG_FIRSTHDR(message);
        *control = (struct cmsghdr){CMSG_LEN(sizeof(uint16_t)), SOL_UDP, UDP_SEGMENT};
        *(uint16_t *)CMSG_DATA(control) = (uint16_t)size;
    }
}

// One message, of one datagram or several that the kernel joined: all of one size but the last,
// which may be shorter.
//
// @return how many datagrams
static int came(int i) {
    int length = (int)in[i].msg_len, size = gro_size(&in[i].msg_hdr, length), kept = 0, datagrams = 0;
    for (int at = 0; at < length; at += size, datagrams++) {
        char *octets = slots[i] + at;
        int left = length - at < size ? length - at : size;
        if (datagram_came(&rooms[i].peer, octets, (size_t)left)) {
            memmove(slots[i] + kept, octets, (size_t)left);
            kept += left;
        }
    }
    if (kept > 0) {
        go(i, (size_t)kept, size);
    }
    return datagrams;
}

static void expect(int i) {
    struct room *room = &rooms[i];
    room->part = (struct iovec){slots[i], SLOT};
    in[i].msg_hdr = (struct msghdr){
        &room->peer, sizeof room->peer, &room->part, 1, room->control, sizeof room->control, 0};
}

// @return whether it rested
static bool rest(int datagrams, long micros) {
    static long began, count, quiet;
    static bool busy;
    long now = now_micros(), lasted = now - began;
    if (lasted >= 1000000) {
        busy = count * micros >= WORTH * lasted;
        quiet = count == 0 ? 0 : lasted * QUIET / count;
        began = now;
        count = 0;
    }
    count += datagrams;
    bool rests = busy && micros > 0 && datagrams < MESSAGES;
    if (rests) {
        nanosleep(&(struct timespec){0, (micros < quiet ? micros : quiet) * 1000}, NULL);
    }
    return rests;
}

static void flush(void) {
    for (int done = 0; done < going;) {
        int sent = sendmmsg(fd, out + done, (unsigned)(going - done), 0);
        done += sent > 0 ? sent : 1;
    }
    going = 0;
}

static void serve(long micros) {
    int used = MESSAGES;
    bool rested = false;
    while (true) {
        for (int i = 0; i < used; i++) {
            expect(i);
        }
        used = recvmmsg(fd, in, MESSAGES, rested ? MSG_DONTWAIT : MSG_WAITFORONE, NULL);
        int datagrams = 0;
        for (int i = 0; i < used; i++) {
            datagrams += came(i);
        }
        flush();
        rested = rest(datagrams, micros);
    }
}

static void open_socket(uint16_t port) {
    struct sockaddr_in here = {AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}, {0}};
    socklen_t length = sizeof here;
    int yes = 1, octets = 4 << 20;
    fd = socket(AF_INET, SOCK_DGRAM, 0);
    setsockopt(fd, SOL_UDP, UDP_GRO, &yes, sizeof yes);
    if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &octets, sizeof octets) < 0) {
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &octets, sizeof octets);
    }
    if (bind(fd, (struct sockaddr *)&here, length) < 0) {
        perror("echo: bind");
        exit(1);
    }
    getsockname(fd, (struct sockaddr *)&here, &length);
    printf("%d\n", ntohs(here.sin_port));
    fflush(stdout);
}

int main(int count, char **words) {
    if (count != 3) {
        fputs("echo PORT REST: a free port is 0, the rest is in microseconds\n", stderr);
        return 2;
    }
    open_socket((uint16_t)atoi(words[1]));
    serve(atol(words[2]));
}
