// wire/answer.h — a message of the host that is no view, as a client reads it. Never: decides what to do about it.
#ifndef WIRE_ANSWER_H
#define WIRE_ANSWER_H
#include "model/view.h"
#include "wire/message.h"

typedef struct Answer {
    uint8_t kind;                  // MessageKind; MESSAGE_NONE: unknown, to be passed over
    char id[25], code[25];         // code of a notice: what it is about; of saved: the key
    char token[25], seat_code[13]; // of seated; a code also of ack
    int64_t now;                   // of welcome: the host's clock
    char text[700];                // of ack, refused, notice, bye; the lines of a forecast
} Answer;

// What a `peeked` is about; its sections are the mirror's (mirror_take_peeked).
typedef struct PeekedHead {
    int32_t seat; // 0 = the look is over
    bool acts;    // only what the seat can do
    int64_t until_ms;
} PeekedHead;

void answer_peeked(Bytes message, PeekedHead *head);
// Total: what is missing is "".
void answer_read(Bytes message, Answer *answer);
// The lines of a `because`, newest first, in the region. Returns how many.
int32_t answer_because(Bytes message, Region *region, const ViewWhy **lines);

#endif // WIRE_ANSWER_H
