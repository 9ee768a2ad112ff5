// rules/speech_parts.h — what speech.c and speech_extra.c share: everything said in one meeting. Never: included by other files.
#ifndef RULES_SPEECH_PARTS_H
#define RULES_SPEECH_PARTS_H
#include "rules/apply.h"
#include "rules/meeting_parts.h"
#include "rules/point.h"
#include "rules/ties.h"

enum { SPEECH_ITEMS_MAX = MEETING_ACTS_MAX + ASIDES_MAX };

typedef struct Said {
    Act act;
    PaidLets paid;
    PointWords words;
    bool won;          // the point took effect
    bool primed;       // agreed and paid backstage
    uint8_t voiced_by; // a partner for primed words, else the actor
    uint8_t token;     // of the act itself: 1 a story, 2 evidence
    uint8_t backed;    // strength of a story or fact that goes with it
    uint8_t extras;    // strength beyond the point's own
} Said;

typedef struct Speech {
    Txn *txn;
    Book *book;
    uint8_t arena;
    Ties ties;
    Said items[SPEECH_ITEMS_MAX]; // paid for, by actor and list
    int32_t count;
} Speech;

// Words agreed backstage whose partner is in the room come first; numbered after `acts` acts.
void speech_primed(Speech *speech, int32_t acts);
// The words of the actor that an act of POINT_BACKS goes with and nothing goes with yet; or NULL.
Said *speech_backed(Speech *speech, const Act *act);
// What such an act adds.
uint8_t speech_backing(Txn *txn, const Act *act);
// All strength beyond the point's own: story or fact, pen, own ground, a partner's voice; spends the token
// of the act. At most COEF_EXTRAS_MAX.
int32_t speech_extras(Speech *speech, const Said *said);

#endif // RULES_SPEECH_PARTS_H
