// tests/fuzz/fuzz_wire_event.c — any bytes as a command or a list of events of the journal: refused, or read and written back the same. Never: a real pack.
#include "wire/event_json.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// What was read once is written the same when it is read again.
static void check_command(Bytes json) {
    Command first, second;
    memset(&first, 0, sizeof first);
    memset(&second, 0, sizeof second);
    Err err = {0};
    if (!command_json_read(json, &first, &err)) return;
    Buffer once = {0}, twice = {0};
    command_json_write(&first, &once);
    ASSERT(command_json_read(
            (Bytes){(const uint8_t *)once.data, once.length}, &second, &err));
    command_json_write(&second, &twice);
    ASSERT(once.length == twice.length && memcmp(once.data, twice.data, once.length) == 0);
    buffer_free(&once);
    buffer_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Bytes json = {data, size};
    check_command(json);
    Def *def = calloc(1, sizeof *def);
    EventList *events = calloc(1, sizeof *events);
    ASSERT(def != NULL && events != NULL);
    Err err = {0};
    if (!event_json_read(def, json, events, &err)) ASSERT(err.kind != ERR_NONE);
    event_list_free(events);
    free(events);
    free(def);
    return 0;
}
