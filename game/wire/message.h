// wire/message.h — one message of a client as checked plain data. Never: a rule; what an act means is wire/command_read.h and the gate.
#ifndef WIRE_MESSAGE_H
#define WIRE_MESSAGE_H
#include "base/bytes.h"
#include "base/region.h"

typedef enum MessageKind {
    MESSAGE_NONE,
#define MESSAGE(id, t, way, help) MESSAGE_##id,
#define FIELD(message, name, kind, least, most, must, help)
#include "wire/messages.def"
#undef MESSAGE
#undef FIELD
    MESSAGE_COUNT
} MessageKind;

enum {
    MESSAGE_PAIRS_MAX = 64, // of args, words and have together
    MESSAGE_NAMES_MAX = 32,
    MESSAGE_SHORT_MAX = 64,  // bytes of a name, or of a text in args
    MESSAGE_WORDS_MAX = 6000 // bytes of a text in words
};

// One entry of an object: a whole number (true is 1), or a text.
typedef struct MessagePair {
    const char *key;
    const char *text; // NULL: a number
    int64_t number;
} MessagePair;

typedef struct MessagePairs {
    const MessagePair *items;
    int32_t count;
} MessagePairs;

// Everything lives in the region given to message_read. Texts that were left out are "", numbers 0.
typedef struct Message {
    uint8_t kind; // MessageKind
    int64_t v, n;
    const char *app, *lang, *build, *who_kind; // who_kind: "kind" of hello
    const char *pin, *qr, *cid, *as, *name, *code, *session, *token;
    const char *id, *at, *act, *of, *key, *text; // act: "do"
    MessagePairs args, words, have;
    const char *names[MESSAGE_NAMES_MAX]; // consent, sections
    int32_t names_count;
} Message;

// Why a message was refused, for the log and for `refused`.
typedef enum MessageFault {
    MESSAGE_GOOD,
    MESSAGE_NOT_JSON,  // or too deep, with doubled keys, floats, nulls
    MESSAGE_UNKNOWN,   // no such t, or one that only the host sends
    MESSAGE_BAD_FIELD, // a field that is missing, unknown, of the wrong kind or size
} MessageFault;

// Checks and copies one message by the table. Fills `where` with the field at fault ("" if none).
MUST_USE MessageFault message_read(
        Bytes json, Region *region, Message *message, char where[40]);
// From now on the JSON of this process asks for memory as everything else does, and the program ends with a sentence
// when there is none; the library on its own breaks off without one.
void message_use_memory(void);
// The t of a kind.
const char *message_name(MessageKind kind);
// The number, or the text, of a pair by its key; otherwise when there is none.
int64_t message_number(MessagePairs pairs, const char *key, int64_t otherwise);
const char *message_text(MessagePairs pairs, const char *key, const char *otherwise);

#endif // WIRE_MESSAGE_H
