// host/second.h — another session of the same case, for who found no part in this one. Never: included outside host/.
#ifndef HOST_SECOND_H
#define HOST_SECOND_H
#include "host/guest.h"
#include "wire/json_out.h"

// Somebody who waits in one session claims a place in another.
typedef struct SecondMove {
    Party *from; // watched there without a part, NULL = did not
    int32_t seat;
    Party *queued;   // waited there without a place, NULL = did not
    Message message; // the claim, with the name and what was agreed to before
    RosterConsent consents[ROSTER_CONSENTS_MAX];
} SecondMove;

// The session that takes people who found no part here, NULL when there is none yet or it is full too.
const Party *second_of(const Party *party);
// Does this seat watch only because every part is taken, and could it move?
bool second_takes(const Party *party, int32_t seat);
// The button to it on the page of who waits: its code and what stands on it. NULL: nothing.
void second_offer(JsonOut *json, const Say *say, const Party *second);
// Notes what consoles and people of other sessions may be told of this one, also while it is being written.
void second_note(Party *party);
// Before and after such a claim. False: there is no part any more, and who asked keeps its place.
MUST_USE bool second_move(
        const Guest *guest, const Party *to, const Message *message, SecondMove *move);
void second_moved(Hall *hall, Guest *guest, const SecondMove *move);
// For consoles: who waits here, and all sessions that this code leads.
void second_write(JsonOut *json, const Hall *hall, const Party *party);

#endif // HOST_SECOND_H
