// wire/answer.h — a message of the host that is no view, as a client reads it. Never: decides what to do about it.
#ifndef WIRE_ANSWER_H
#define WIRE_ANSWER_H
#include "wire/message.h"

typedef struct Answer {
    uint8_t kind; // MessageKind; MESSAGE_NONE: unknown, to be passed over
    char id[25], code[25];
    char text[700]; // of ack, refused, notice, bye; the lines of a forecast
} Answer;

// Total: what is missing is "".
void answer_read(Bytes message, Answer *answer);

#endif // WIRE_ANSWER_H
