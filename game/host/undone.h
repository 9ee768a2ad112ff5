// host/undone.h — which acts of people the last undo or rewind took back. Never: another's act; a seat is named only its own.
#ifndef HOST_UNDONE_H
#define HOST_UNDONE_H
#include "session/session.h"

enum { UNDONE_MAX = 32, UNDONE_ID_BYTES = 25 };

typedef struct Undone {
    int32_t rewinds; // of the session when this was looked up
    int32_t count;   // the newest ones, newest first
    struct {
        uint8_t seat; // from 1
        char id[UNDONE_ID_BYTES];
    } items[UNDONE_MAX];
} Undone;

// Looks into the record again when the session went back since; else does nothing.
void undone_look(Undone *undone, const Session *session);

#endif // HOST_UNDONE_H
