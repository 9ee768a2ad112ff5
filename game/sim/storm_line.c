// sim/storm_line.c — connections over memory: messages take their time, ends are noticed late, some do not read. Never: overtakes within a connection, reads a message.
#include "sim/storm_parts.h"
#include <stdlib.h>

enum {
    QUICK_MS = 30,
    SLOW_MS = 1500,
    CLOSES_MS = 5000,
    WAITS_MOST = 128 * 1024,
    VIEW_MOST = 64 * 1024
};

// ---- one way ---------------------------------------------------------------------------------------------------

static void way_put(StormWay *way, const char *text, size_t length, int64_t due_ms) {
    StormPost *post = malloc(sizeof *post + length + 1);
    ASSERT(post != NULL);
    *post = (StormPost){
            .due_ms = due_ms > way->last_ms ? due_ms : way->last_ms, .length = length};
    memcpy(post->text, text, length);
    post->text[length] = 0;
    way->last_ms = post->due_ms;
    way->bytes += length;
    if (way->last)
        way->last->next = post;
    else
        way->first = post;
    way->last = post;
}

static StormPost *way_take(StormWay *way, int64_t now_ms) {
    StormPost *post = way->first;
    if (!post || post->due_ms > now_ms) return NULL;
    way->first = post->next;
    if (!way->first) way->last = NULL;
    way->bytes -= post->length;
    return post;
}

static void way_clear(StormWay *way) {
    while (way->first) {
        StormPost *next = way->first->next;
        free(way->first);
        way->first = next;
    }
    *way = (StormWay){0};
}

// ---- lines -----------------------------------------------------------------------------------------------------

static StormLine *line_of(Storm *storm, int32_t peer) {
    for (int32_t i = 0; i < STORM_LINES_MAX && peer > 0; i++) {
        if (storm->lines[i].peer == peer) return &storm->lines[i];
    }
    return NULL;
}

bool storm_line_is_quiet(const StormLine *line) {
    return !line->in.first && !line->out.first;
}

StormLine *storm_line_open(Storm *storm, int32_t person) {
    StormLine *line = NULL;
    for (int32_t i = 0; i < STORM_LINES_MAX && !line; i++) {
        if (storm->lines[i].peer == 0) line = &storm->lines[i];
    }
    if (!line) return NULL;
    *line = (StormLine){.peer = ++storm->peers,
            .person = person,
            .address = storm->persons[person].address};
    if (storm->in_bytes) storm_frames_open(storm, line);
    const PeerInfo info = {.address = line->address,
            .loopback = storm->persons[person].persona == STORM_CHIEF};
    storm->events.opened(storm->events.context, line->peer, &info);
    return line->peer ? line : NULL; // a full house says good-bye at once
}

static void clear(StormLine *line) {
    way_clear(&line->in);
    way_clear(&line->out);
    storm_frames_free(line);
    *line = (StormLine){0};
}

// Nothing may be sent to it from now on.
static void end(Storm *storm, StormLine *line) {
    int32_t peer = line->peer, person = line->person;
    bool own = storm->persons[person].line == line;
    clear(line);
    if (own) storm_person_lost(storm, person);
    storm->events.closed(storm->events.context, peer);
}

void storm_line_cut(Storm *storm, StormLine *line, int32_t notices_ms) {
    if (line->lost) return;
    line->lost = true;
    line->ends_ms = storm->now_ms + notices_ms;
    way_clear(&line->out); // on its way to nobody; it still counts as sent
    if (storm->persons[line->person].line == line) storm_person_lost(storm, line->person);
    if (notices_ms == 0) end(storm, line);
}

void storm_line_end_all(Storm *storm) {
    for (int32_t i = 0; i < STORM_LINES_MAX; i++) {
        StormLine *line = &storm->lines[i];
        int32_t person = line->person;
        bool own = line->peer != 0 && storm->persons[person].line == line;
        clear(line);
        if (own) storm_person_lost(storm, person);
    }
}

static int64_t takes(Storm *storm, const StormLine *line) {
    bool slow = storm->now_ms < line->slow_until_ms;
    return storm->calm ? 1 : storm_draw(&storm->ways, slow ? SLOW_MS : QUICK_MS);
}

void storm_line_say(Storm *storm, StormLine *line, const char *text, size_t length) {
    if (line->lost || line->closing) return;
    storm->result->counts.messages++;
    Bytes bytes = {(const uint8_t *)text, length};
    if (storm->in_bytes)
        storm_frames_say(storm, line, bytes);
    else
        storm_line_put(storm, line, true, bytes);
}

void storm_line_put(Storm *storm, StormLine *line, bool to_host, Bytes bytes) {
    bool gone = to_host && (line->lost || line->closing);
    if (gone) return;
    way_put(to_host ? &line->in : &line->out, (const char *)bytes.data, bytes.length,
            storm->now_ms + takes(storm, line));
    if (!to_host && line->lost) line->out.last_ms = storm->now_ms;
}

void storm_line_arrived(Storm *storm, StormLine *line, bool at_host, Bytes text) {
    if (at_host)
        storm->events.message(storm->events.context, line->peer, text);
    else
        storm_person_hear(storm, line, text);
}

// Where it comes out: a message, or bytes that may make one. What breaks the framing ends the connection.
static void come_out(Storm *storm, StormLine *line, bool at_host, const StormPost *post) {
    Bytes bytes = {(const uint8_t *)post->text, post->length};
    if (!storm->in_bytes) {
        storm_line_arrived(storm, line, at_host, bytes);
    } else if (!storm_frames_feed(storm, line, at_host, bytes) && at_host) {
        line->closing = true;
        line->ends_ms = storm->now_ms + CLOSES_MS;
        way_clear(&line->in);
    }
}

// ---- both directions -------------------------------------------------------------------------------------------

static void turn(Storm *storm) {
    storm->events.turn(storm->events.context);
    storm_fault_after(storm);
}

// Nothing overtakes within a connection; between connections anything may.
static StormLine *next_due(Storm *storm) {
    StormLine *due = NULL;
    int32_t count = 0;
    for (int32_t i = 0; i < STORM_LINES_MAX; i++) {
        StormLine *line = &storm->lines[i];
        bool waits = line->peer != 0 && !line->closing && line->in.first
                     && line->in.first->due_ms <= storm->now_ms;
        if (waits && storm_draw(&storm->ways, ++count) == 0) due = line;
    }
    return due;
}

static void end_due(Storm *storm) {
    for (int32_t i = 0; i < STORM_LINES_MAX; i++) {
        StormLine *line = &storm->lines[i];
        bool due = line->ends_ms > 0 && storm->now_ms >= line->ends_ms;
        bool said = line->closing && !line->out.first;
        if (line->peer && (due || said)) end(storm, line);
    }
}

void storm_line_deliver(Storm *storm) {
    StormLine *line;
    end_due(storm);
    while (!storm->dead && (line = next_due(storm)) != NULL) {
        StormPost *post = way_take(&line->in, storm->now_ms);
        come_out(storm, line, true, post);
        free(post);
        if (storm_draw(&storm->ways, 3) == 0) turn(storm);
    }
    if (!storm->dead) turn(storm);
}

static bool reads(const Storm *storm, const StormLine *line) {
    return line->peer != 0 && !line->lost && storm->now_ms >= line->deaf_until_ms;
}

void storm_line_collect(Storm *storm) {
    for (int32_t i = 0; i < STORM_LINES_MAX; i++) {
        StormLine *line = &storm->lines[i];
        int32_t peer = line->peer;
        bool waited = line->out.first != NULL;
        StormPost *post;
        while (line->peer == peer && reads(storm, line)
                && (post = way_take(&line->out, storm->now_ms)) != NULL) {
            come_out(storm, line, false, post);
            free(post);
        }
        if (waited && line->peer == peer && peer && !line->out.first && !line->closing)
            storm->events.drained(storm->events.context, peer);
    }
    end_due(storm);
}

// ---- what the hall calls ---------------------------------------------------------------------------------------

// Quotas: a peer that does not read is not sent more and more, and nothing is larger than a view.
static void within_quota(Storm *storm, const StormLine *line, size_t length) {
    if (length > VIEW_MOST)
        storm_fail(storm, "one message of %zu bytes to peer %d", length, (int)line->peer);
    if (line->out.bytes + length > WAITS_MOST)
        storm_fail(storm, "%zu bytes wait for peer %d, which does not read",
                line->out.bytes + length, (int)line->peer);
}

static bool starts(Bytes text, const char *with) {
    size_t length = strlen(with);
    return text.length >= length && memcmp(text.data, with, length) == 0;
}

static bool is_of_the_game(Bytes text) {
    static const char *const kinds[] = {"{\"t\":\"view\"", "{\"t\":\"delta\"",
            "{\"t\":\"peeked\"", "{\"t\":\"forecast\"", "{\"t\":\"because\"",
            "{\"t\":\"saved\""};
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
        if (starts(text, kinds[i])) return true;
    }
    return false;
}

static void send_text(void *context, int32_t peer, Bytes text) {
    Storm *storm = context;
    StormLine *line = line_of(storm, peer);
    if (storm->dead || power_is_off(storm->config->power))
        return; // nobody hears it any more
    if (!line) {
        storm_fail(storm, "sent to peer %d, which was closed", (int)peer);
        return;
    }
    if (!line->placed && is_of_the_game(text))
        storm_fail(storm, "sent to a stranger: %.60s", (const char *)text.data);
    if (starts(text, "{\"t\":\"seated\"")) storm->persons[line->person].forgotten = false;
    within_quota(storm, line, text.length);
    if (storm->in_bytes)
        storm_frames_send(storm, line, text);
    else
        storm_line_put(storm, line, false, text);
}

static size_t queued(void *context, int32_t peer) {
    const StormLine *line = line_of(context, peer);
    return line ? line->out.bytes : 0;
}

static void close_peer(void *context, int32_t peer, uint16_t code, const char *reason) {
    Storm *storm = context;
    StormLine *line = line_of(storm, peer);
    if (!line || line->closing) return;
    if (storm->in_bytes) storm_frames_close(storm, line, code, reason);
    line->closing = true;
    line->ends_ms = storm->now_ms + CLOSES_MS; // also when nobody reads the good-bye
    way_clear(&line->in);
    if (!storm->closes_late && !storm->dead) {
        // What was said before the good-bye is still heard.
        int64_t now = storm->now_ms;
        storm->now_ms = line->out.last_ms > now ? line->out.last_ms : now;
        StormPost *post;
        while (line->peer == peer && !line->lost
                && (post = way_take(&line->out, storm->now_ms)) != NULL) {
            storm_person_hear(
                    storm, line, (Bytes){(const uint8_t *)post->text, post->length});
            free(post);
        }
        storm->now_ms = now;
        if (line->peer == peer) end(storm, line);
    }
}

// It has shown that it belongs here.
static void vouch(void *context, int32_t peer) {
    StormLine *line = line_of(context, peer);
    if (line) line->placed = true;
}

Transport storm_line_transport(Storm *storm) {
    return (Transport){storm, send_text, queued, close_peer, vouch, NULL};
}
