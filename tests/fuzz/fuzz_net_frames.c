// tests/fuzz/fuzz_net_frames.c — any bytes as a WebSocket stream, in any pieces: messages, a close code, bounded memory. Never: a socket.
#include "net/frames.h"
#include "net/limits.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Heard {
    Frames *frames;
    size_t bytes;
} Heard;

static void take(void *context, Bytes text) {
    Heard *heard = context;
    ASSERT(text.length <= MESSAGE_MAX);
    ASSERT(text.length == 0 || memchr(text.data, 0, text.length) == NULL);
    heard->bytes += text.length;
    frames_send(heard->frames, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) return 0;
    size_t step = (size_t)data[0] + 1;
    Heard heard = {0};
    heard.frames = frames_make_server((FramesTake){&heard, take});
    for (size_t at = 1; at < size; at += step) {
        size_t length = size - at < step ? size - at : step;
        (void)frames_feed(heard.frames, (Bytes){data + at, length}, (int64_t)at);
        ASSERT(frames_out(heard.frames).length <= QUEUE_HIGH + 2 * MESSAGE_MAX);
        if (data[0] & 1) frames_written(heard.frames, frames_out(heard.frames).length);
    }
    ASSERT(heard.bytes <= size);
    frames_free(heard.frames);
    return 0;
}
