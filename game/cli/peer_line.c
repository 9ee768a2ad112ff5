// cli/peer_line.c — one peer of a host, near or far; a far one is called again after ever longer waits. Never: gives up by itself.
#include "cli/peer_line.h"
#include "base/entropy.h"
#include <string.h>

enum { OWN_LINE = 0, WAITS_MOST = 6, ANSWER_MS = 6000 };

static void on_ready(void *context, int32_t number) {
    PeerLine *line = context;
    (void)number;
    line->open = line->fresh = true;
    line->calls = line->silent = false;
    line->tries = 0;
}

static void on_text(void *context, int32_t number, Bytes text) {
    PeerLine *line = context;
    (void)number;
    buffer_add(&line->waiting, text.data, text.length);
    buffer_add(&line->waiting, "", 1);
}

static void on_gone(void *context, int32_t number, uint16_t code) {
    PeerLine *line = context;
    (void)number;
    (void)code;
    line->open = line->calls = false;
    line->again_ms = 0;
}

void peer_line_inside(PeerLine *line, Inside *inside) {
    *line = (PeerLine){.inside = inside, .peer = inside_open(inside)};
    line->open = line->fresh = line->peer != 0;
}

void peer_line_dial(PeerLine *line, const char *address, uint16_t port) {
    *line = (PeerLine){0};
    DialEvents events = {line, on_ready, on_text, on_gone};
    line->dial = dial_make(address, port, events, entropy_system());
}

void peer_line_close(PeerLine *line) {
    static const char BYE[] = "{\"t\":\"bye\"}";
    if (line->inside && line->open)
        peer_line_say(line, (Bytes){(const uint8_t *)BYE, sizeof BYE - 1});
    if (line->dial) dial_free(line->dial);
    buffer_free(&line->waiting);
    *line = (PeerLine){0};
}

// 250 ms, then twice as long each time, up to 8 s.
static void call_again(PeerLine *line, int64_t now_ms) {
    if (line->again_ms == 0)
        line->again_ms =
                now_ms + (line->tries ? 125 << core_min(line->tries, WAITS_MOST) : 0);
    if (now_ms < line->again_ms) return;
    line->again_ms = 0;
    line->tries++;
    line->until_ms = now_ms + ANSWER_MS;
    line->calls = dial_call(line->dial, OWN_LINE);
}

// A machine that is switched off says nothing at all: it is called again instead of waited for.
static void give_up_waiting(PeerLine *line, int64_t now_ms) {
    if (!line->calls || now_ms < line->until_ms) return;
    dial_cut(line->dial, OWN_LINE);
    line->calls = false;
    line->silent = true;
    line->again_ms = 0;
}

DialTrouble peer_line_trouble(const PeerLine *line) {
    if (!line->dial || line->open) return DIAL_FINE;
    DialTrouble trouble = dial_trouble(line->dial);
    return trouble == DIAL_FINE && line->silent ? DIAL_NO_ANSWER : trouble;
}

bool peer_line_turn(PeerLine *line, int64_t now_ms) {
    if (line->dial) give_up_waiting(line, now_ms);
    if (line->dial && !line->open && !line->calls) call_again(line, now_ms);
    if (line->dial) dial_wait(line->dial, 0);
    bool fresh = line->fresh;
    line->fresh = false;
    return fresh && line->open;
}

void peer_line_say(PeerLine *line, Bytes text) {
    if (!line->open) return;
    if (line->inside) inside_say(line->inside, line->peer, text);
    if (line->dial) dial_say(line->dial, OWN_LINE, text);
}

bool peer_line_hear(PeerLine *line, Buffer *out) {
    if (line->inside) return inside_hear(line->inside, line->peer, out);
    buffer_reset(out);
    if (line->waiting.length == 0) return false;
    size_t length = strlen(line->waiting.data) + 1;
    buffer_add(out, line->waiting.data, length - 1);
    memmove(line->waiting.data, line->waiting.data + length, line->waiting.length - length);
    line->waiting.length -= length;
    return true;
}
