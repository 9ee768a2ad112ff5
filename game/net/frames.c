// net/frames.c — libwslay behind a byte in, byte out interface, and the limits it does not have. Never: keeps more than one message.
#include "net/frames.h"
#include "base/utf8.h"
#include "net/limits.h"
#include <stdlib.h>
#include <string.h>
#include <wslay/wslay.h>

struct Frames {
    wslay_event_context_ptr wslay;
    FramesTake take;
    Entropy entropy;
    Bytes in; // of the present call of frames_feed
    Buffer out;
    size_t taken; // bytes of out that are written
    int64_t now_ms, window_ms;
    int32_t controls, fragments;
    uint16_t wrong; // close code for a limit that was passed, 0 = none
    uint16_t code;
    bool client, closing, broken, answered;
    uint16_t bad_bye; // close code for a good-bye that nobody may say, 0 = none came
};

// A short read says "that was all" at once, which saves one turn.
static ssize_t read_fed(
        wslay_event_context_ptr wslay, uint8_t *to, size_t most, int flags, void *context) {
    Frames *frames = context;
    (void)flags;
    if (frames->in.length == 0 || frames->wrong) {
        wslay_event_set_error(wslay, WSLAY_ERR_WOULDBLOCK);
        return -1;
    }
    size_t length = frames->in.length < most ? frames->in.length : most;
    memcpy(to, frames->in.data, length);
    frames->in.data += length;
    frames->in.length -= length;
    return (ssize_t)length;
}

static ssize_t write_out(wslay_event_context_ptr wslay, const uint8_t *data, size_t length,
        int flags, void *context) {
    Frames *frames = context;
    (void)wslay;
    (void)flags;
    buffer_add(&frames->out, data, length);
    return (ssize_t)length;
}

static int make_mask(
        wslay_event_context_ptr wslay, uint8_t *to, size_t length, void *context) {
    Frames *frames = context;
    (void)wslay;
    frames->entropy.fill(frames->entropy.context, to, length);
    return 0;
}

// The first wrong thing decides: what came in the same packet after it is not looked at any more.
static void stop_for(Frames *frames, uint16_t code) {
    if (frames->wrong == 0) frames->wrong = code;
    wslay_event_shutdown_read(frames->wslay);
}

static void count_control(Frames *frames) {
    if (frames->now_ms - frames->window_ms >= CONTROLS_WINDOW_MS) {
        frames->window_ms = frames->now_ms;
        frames->controls = 0;
    }
    if (++frames->controls > CONTROLS_MAX) stop_for(frames, CLOSE_FLOOD);
}

// Judged at the head of a frame, before its bytes are kept.
static void frame_starts(wslay_event_context_ptr wslay,
        const struct wslay_event_on_frame_recv_start_arg *frame, void *context) {
    Frames *frames = context;
    (void)wslay;
    if (wslay_is_ctrl_frame(frame->opcode)) {
        count_control(frames);
        return;
    }
    if (frame->opcode == WSLAY_BINARY_FRAME) stop_for(frames, CLOSE_BINARY);
    if (frame->opcode != WSLAY_CONTINUATION_FRAME) frames->fragments = 0;
    if (++frames->fragments > FRAGMENTS_MAX) stop_for(frames, CLOSE_FLOOD);
}

// wslay looks past half a code, and past broken letters of a reason that comes in drops.
static uint16_t judge_bye(const struct wslay_event_on_msg_recv_arg *message) {
    if (message->msg_length == 1) return CLOSE_PROTOCOL;
    if (message->msg_length <= 2) return 0;
    const char *reason = (const char *)message->msg + 2;
    return utf8_valid(reason, message->msg_length - 2) ? 0 : CLOSE_UTF8;
}

static void message_came(wslay_event_context_ptr wslay,
        const struct wslay_event_on_msg_recv_arg *message, void *context) {
    Frames *frames = context;
    (void)wslay;
    if (message->opcode == WSLAY_CONNECTION_CLOSE) frames->bad_bye = judge_bye(message);
    if (frames->bad_bye) return;
    if (message->opcode == WSLAY_CONNECTION_CLOSE) {
        frames->answered = true;
        if (!frames->closing)
            frames->code = message->status_code ? message->status_code : CLOSE_NORMAL;
        frames->closing = true;
    }
    if (message->opcode != WSLAY_TEXT_FRAME || frames->wrong || frames->closing) return;
    // A message without bytes has no address either.
    Bytes text = {
            message->msg_length ? message->msg : (const uint8_t *)"", message->msg_length};
    if (memchr(text.data, 0, text.length)) {
        stop_for(frames, CLOSE_MALFORMED);
        return;
    }
    frames->take.text(frames->take.context, text);
}

static Frames *make(FramesTake take, Entropy entropy, bool client) {
    static const struct wslay_event_callbacks callbacks = {.recv_callback = read_fed,
            .send_callback = write_out,
            .genmask_callback = make_mask,
            .on_frame_recv_start_callback = frame_starts,
            .on_msg_recv_callback = message_came};
    Frames *frames = calloc(1, sizeof *frames);
    ASSERT(frames);
    frames->take = take;
    frames->entropy = entropy;
    frames->code = CLOSE_LOST;
    frames->client = client;
    int failed =
            client ? wslay_event_context_client_init(&frames->wslay, &callbacks, frames)
                   : wslay_event_context_server_init(&frames->wslay, &callbacks, frames);
    ASSERT(failed == 0);
    // A client trusts its server with whole views.
    wslay_event_config_set_max_recv_msg_length(
            frames->wslay, client ? 8 * MESSAGE_MAX : MESSAGE_MAX);
    return frames;
}

Frames *frames_make_server(FramesTake take) { return make(take, (Entropy){0}, false); }

Frames *frames_make_client(FramesTake take, Entropy entropy) {
    return make(take, entropy, true);
}

void frames_free(Frames *frames) {
    if (!frames) return;
    wslay_event_context_free(frames->wslay);
    buffer_free(&frames->out);
    free(frames);
}

// Moves what wslay has queued into our own buffer.
static void flush(Frames *frames) {
    if (wslay_event_want_write(frames->wslay) && wslay_event_send(frames->wslay) != 0)
        frames->broken = true;
    if (frames->out.length - frames->taken > QUEUE_HIGH) frames->broken = true;
}

static void close_for(Frames *frames, uint16_t code, const char *reason) {
    if (frames->closing) return;
    frames->closing = true;
    frames->code = code;
    (void)wslay_event_queue_close(
            frames->wslay, code, (const uint8_t *)reason, strlen(reason));
    flush(frames);
}

// wslay queues its own close for what the RFC forbids; the code is read back for the log.
static void note_end(Frames *frames) {
    uint16_t sent = wslay_event_get_status_code_sent(frames->wslay);
    if (!frames->closing && wslay_event_get_close_sent(frames->wslay)) {
        frames->closing = true;
        frames->code = sent ? sent : CLOSE_PROTOCOL;
    }
}

// wslay answers a broken frame with a good-bye without a code. Ours has one, and stands instead.
static void end_broken(Frames *frames, uint16_t code) {
    const uint8_t bye[] = {0x88, 2, (uint8_t)(code >> 8), (uint8_t)code};
    frames->broken = true;
    if (frames->closing) return;
    frames->code = code;
    if (!frames->client) buffer_add(&frames->out, bye, sizeof bye);
}

bool frames_feed(Frames *frames, Bytes bytes, int64_t now_ms) {
    if (frames->broken || frames->answered) return false;
    frames->in = bytes;
    frames->now_ms = now_ms;
    int failed = wslay_event_recv(frames->wslay);
    frames->in = (Bytes){0};
    if (failed != 0 || frames->bad_bye) {
        end_broken(frames, frames->bad_bye ? frames->bad_bye : CLOSE_PROTOCOL);
        return false;
    }
    if (frames->wrong) close_for(frames, frames->wrong, "");
    flush(frames);
    note_end(frames);
    return !frames->broken && !frames->answered;
}

void frames_send(Frames *frames, Bytes text) {
    if (frames->closing || frames->broken) return;
    struct wslay_event_msg message = {WSLAY_TEXT_FRAME, text.data, text.length};
    if (wslay_event_queue_msg(frames->wslay, &message) != 0) frames->broken = true;
    flush(frames);
}

void frames_ping(Frames *frames) {
    if (frames->closing || frames->broken) return;
    struct wslay_event_msg message = {WSLAY_PING, NULL, 0};
    if (wslay_event_queue_msg(frames->wslay, &message) != 0) frames->broken = true;
    flush(frames);
}

void frames_close(Frames *frames, uint16_t code, const char *reason) {
    if (!frames->broken) close_for(frames, code, reason);
}

Bytes frames_out(Frames *frames) {
    if (frames->out.length == 0) return (Bytes){NULL, 0};
    return (Bytes){(const uint8_t *)frames->out.data + frames->taken,
            frames->out.length - frames->taken};
}

void frames_written(Frames *frames, size_t length) {
    frames->taken += length;
    ASSERT(frames->taken <= frames->out.length);
    if (frames->taken < frames->out.length) return;
    buffer_reset(&frames->out);
    frames->taken = 0;
}

bool frames_over(const Frames *frames) {
    bool quiet = frames->out.length == frames->taken;
    return frames->broken || (quiet && frames->closing && frames->answered);
}

bool frames_closing(const Frames *frames) { return frames->closing || frames->broken; }

uint16_t frames_code(const Frames *frames) { return frames->code; }
