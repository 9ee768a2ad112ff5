// sim/storm_frames.c — connections as bytes: what is said becomes frames, arrives in pieces of any size and becomes messages again. Never: a socket, a message's meaning.
#include "net/frames.h"
#include "sim/storm_parts.h"

enum { SMALL_PIECE = 24, SELDOM = 16, NOISE_MOST = 40 };

// ---- pieces ----------------------------------------------------------------------------------------------------

// As networks do: whole packets mostly, now and then a few bytes at a time.
static size_t piece_of(Storm *storm, size_t length) {
    if (storm_draw(&storm->ways, 3)) return length;
    return 1 + (size_t)storm_draw(&storm->ways, core_min(SMALL_PIECE, (int32_t)length));
}

// What one end has for the other goes on its way.
static void hand_over(Storm *storm, StormLine *line, Frames *end, bool to_host) {
    for (Bytes out = frames_out(end); out.length > 0; out = frames_out(end)) {
        size_t length = piece_of(storm, out.length);
        storm_line_put(storm, line, to_host, (Bytes){out.data, length});
        frames_written(end, length);
    }
}

// ---- both ends -------------------------------------------------------------------------------------------------

static void fill(void *context, void *out, size_t length) {
    uint8_t *bytes = out;
    for (size_t i = 0; i < length; i++)
        bytes[i] = (uint8_t)rng_next(&((Storm *)context)->masks);
}

static void to_host(void *context, Bytes text) {
    StormLine *line = context;
    storm_line_arrived(line->storm, line, true, text);
}

static void to_phone(void *context, Bytes text) {
    StormLine *line = context;
    storm_line_arrived(line->storm, line, false, text);
}

void storm_frames_open(Storm *storm, StormLine *line) {
    line->storm = storm;
    line->here = frames_make_server((FramesTake){line, to_host});
    line->there = frames_make_client((FramesTake){line, to_phone}, (Entropy){storm, fill});
}

void storm_frames_free(StormLine *line) {
    frames_free(line->here);
    frames_free(line->there);
    line->here = line->there = NULL;
}

void storm_frames_say(Storm *storm, StormLine *line, Bytes text) {
    if (storm_draw(&storm->ways, SELDOM) == 0) frames_ping(line->there);
    frames_send(line->there, text);
    hand_over(storm, line, line->there, true);
}

void storm_frames_send(Storm *storm, StormLine *line, Bytes text) {
    frames_send(line->here, text);
    hand_over(storm, line, line->here, false);
}

void storm_frames_close(Storm *storm, StormLine *line, uint16_t code, const char *reason) {
    frames_close(line->here, code, reason);
    hand_over(storm, line, line->here, false);
}

// Bytes that are no frames.
void storm_frames_noise(Storm *storm, StormLine *line) {
    uint8_t noise[NOISE_MOST];
    size_t length = 1 + (size_t)storm_draw(&storm->people, NOISE_MOST);
    for (size_t i = 0; i < length; i++)
        noise[i] = (uint8_t)rng_next(&storm->people);
    storm_line_put(storm, line, true, (Bytes){noise, length});
}

bool storm_frames_feed(Storm *storm, StormLine *line, bool at_host, Bytes bytes) {
    Frames *end = at_host ? line->here : line->there;
    bool goes_on = frames_feed(end, bytes, storm->now_ms) && !frames_closing(end);
    hand_over(storm, line, end, !at_host);
    if (!goes_on && !at_host && !line->closing)
        storm_fail(storm, "a telephone cannot read what it was sent: %d",
                (int)frames_code(end));
    return goes_on;
}
