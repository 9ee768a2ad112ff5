// cli/seat_kept.h — the seat this machine took last at an address, in one small file only its owner can read. Never: a password of anybody else.
#ifndef CLI_SEAT_KEPT_H
#define CLI_SEAT_KEPT_H
#include "cli/places.h"

enum { KEPT_CID_LETTERS = 22, KEPT_TOKEN_BYTES = 25, KEPT_PIN_BYTES = 16 };

typedef struct KeptSeat {
    char path[512]; // "" = it is kept nowhere
    char cid[KEPT_CID_LETTERS + 1], token[KEPT_TOKEN_BYTES], pin[KEPT_PIN_BYTES];
} KeptSeat;

// Where the seat at this address is kept, and what is there; pin is the code it was taken by. False: nothing.
MUST_USE bool seat_kept_read(
        const Places *places, const char *host, uint16_t port, KeptSeat *out);
// Without a place to write, it is not remembered and nothing else happens.
void seat_kept_write(const KeptSeat *seat);
void seat_kept_forget(const KeptSeat *seat);

#endif // CLI_SEAT_KEPT_H
