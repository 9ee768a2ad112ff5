// wire/json_out.h — writes JSON straight into a buffer, commas and escapes included. Never: a float, a null.
#ifndef WIRE_JSON_OUT_H
#define WIRE_JSON_OUT_H
#include "base/bytes.h"

// Starts empty: JsonOut json = {&buffer, false}.
typedef struct JsonOut {
    Buffer *out;
    bool comma; // something stands before on this level
} JsonOut;

// Objects and lists; key NULL inside a list or at the top.
void json_open(JsonOut *json, const char *key, char bracket);
void json_close(JsonOut *json, char bracket);
void json_int(JsonOut *json, const char *key, int64_t number);
void json_flag(JsonOut *json, const char *key, bool flag);
void json_text(JsonOut *json, const char *key, const char *text);
// The same, left out when it says nothing: 0, false, "".
void json_some_int(JsonOut *json, const char *key, int64_t number);
void json_some_flag(JsonOut *json, const char *key, bool flag);
void json_some_text(JsonOut *json, const char *key, const char *text);
// A value that is JSON already.
void json_raw(JsonOut *json, const char *key, Bytes value);

#endif // WIRE_JSON_OUT_H
