// tests/fuzz/fuzz_wire_message.c — any bytes as a client's message: refused, or plain data inside its limits. Never: a seat.
#include "wire/message.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look_at(MessagePairs pairs) {
    ASSERT(pairs.count <= MESSAGE_PAIRS_MAX);
    for (int32_t i = 0; i < pairs.count; i++) {
        ASSERT(strlen(pairs.items[i].key) <= MESSAGE_SHORT_MAX);
        ASSERT(!pairs.items[i].text || strlen(pairs.items[i].text) <= MESSAGE_WORDS_MAX);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Region region = {0};
    Message message;
    char where[40];
    MessageFault fault = message_read((Bytes){data, size}, &region, &message, where);
    ASSERT(strlen(where) < sizeof where);
    if (fault == MESSAGE_GOOD) {
        ASSERT(message.kind > MESSAGE_NONE && message.kind < MESSAGE_COUNT);
        ASSERT(message.names_count <= MESSAGE_NAMES_MAX);
        look_at(message.args);
        look_at(message.words);
        look_at(message.have);
    }
    region_clear(&region);
    return 0;
}
