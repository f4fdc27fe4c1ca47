// The letters of IAX2 (RFC 5456) that echo.c and probe.c need, and no more.
#ifndef KEYLINE_BENCH_IAX_H
#define KEYLINE_BENCH_IAX_H

#include <arpa/inet.h>
#include <stdbool.h>
#include <stdint.h>

enum { FULL = 0x8000 };
enum { VOICE = 2, CONTROL = 4, IAX = 6 };
enum { NEW = 1, PING = 2, PONG = 3, ACK = 4, HANGUP = 5, REJECT = 6, ACCEPT = 7, AUTHREQ = 8 };
enum { INVAL = 10, LAGRQ = 11, LAGRP = 12, VNAK = 18, CALLTOKEN = 40 };
enum { ANSWER = 4, ULAW = 4, BLOCK = 160 };

// The head of a full frame (section 8.1.1). Datagrams that the kernel joined begin anywhere.
struct __attribute__((packed)) full {
    uint16_t from, to;
    uint32_t at;
    uint8_t oseq, iseq, type, subclass;
};

// The head of a mini frame (section 8.1.2).
struct __attribute__((packed)) mini {
    uint16_t from, at;
};

static inline bool is_full(const void *octets) { return (*(const uint8_t *)octets & 0x80) != 0; }

static inline bool is(const struct full *frame, uint8_t type, uint8_t subclass) {
    return frame->type == type && frame->subclass == subclass;
}

// Whether it takes a number of the sender's count (section 7.1).
static inline bool is_counted(const struct full *frame) {
    return !is(frame, IAX, ACK) && !is(frame, IAX, INVAL) && !is(frame, IAX, VNAK);
}

#endif
