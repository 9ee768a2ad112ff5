// model/event.h — one thing that happened; a ledger line when it moves a number. Never: needs a rule to be folded.
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H
#include "model/deal.h"
#include "model/move.h"

typedef enum EventKind {
    EVENT_NONE = 0,
#define EVENT(id, name, holds) EVENT_##id,
#include "model/events.def"
#undef EVENT
    EVENT_COUNT
} EventKind;

// What brought a change about.
typedef enum CauseKind {
    CAUSE_NONE,
    CAUSE_MOVE,      // id = index into Def.moves
    CAUSE_ECHO,      // id = utterance slot
    CAUSE_PLAYBACK,  // id = utterance slot
    CAUSE_HAPPENING, // id = happening
    CAUSE_CHOICE,    // id = index into Def.choices
    CAUSE_RULE,      // id = index into Def.rules
    CAUSE_ENGINE,    // id = EngineCause
    CAUSE_DECISION,  // id = arena
    CAUSE_DEAL,      // id = deal slot
    CAUSE_COALITION, // id = coalition slot
    CAUSE_WINDOW,    // id = window
    CAUSE_SHOCK,     // id = shock
    CAUSE_OPTION,    // id = index into Def.options
    CAUSE_FACILITATOR,
} CauseKind;

typedef enum EngineCause {
    ENGINE_REFILL,
    ENGINE_INCOME,
    ENGINE_FADE,
    ENGINE_PAYMENT,
    ENGINE_REST,     // fatigue
    ENGINE_LEFT,     // people lost at low base
    ENGINE_WORDING,  // a meeting moved a clause
    ENGINE_ADOPTION, // a meeting spoke in a frame
    ENGINE_RESISTED,
    ENGINE_COHESION,
    ENGINE_RED_LINE,
    ENGINE_EXPECTED,
    ENGINE_CREDIT,
    ENGINE_RATING,
    ENGINE_OWN_VOTE,
    ENGINE_START,
    ENGINE_ANSWER, // a question answered or dodged
    ENGINE_MOTION,
    ENGINE_CHAMPION,
    ENGINE_SUIT,
    ENGINE_OFFER,
    ENGINE_RETURNED, // a loan ran out
    ENGINE_EMBEDDED, // both wanted it to stay
    ENGINE_CAUSE_COUNT,
} EngineCause;

typedef struct Cause {
    uint8_t kind;  // CauseKind
    uint8_t actor; // who acted, or NONE
    uint16_t id;
    uint16_t act; // Act.id, 0 = none
    Thing target;
} Cause;

typedef struct Author {
    uint8_t actor;
    uint8_t behind; // 1 + the actor that voiced the words; 0 = spoken by the author, no secret
    uint16_t share; // per mille
} Author;

enum { // Event.flags
    EVENT_QUIET =
            1, // seen by the doer's team and the owner of the target until the debrief
    EVENT_MICRO = 2,     // layer: words, not means
    EVENT_SECRET = 4,    // seen by the doer's team only until the debrief
    EVENT_COUNTS = 8,    // a player's act: counts toward the cap of the round
    EVENT_STOOD_IN = 16, // a stand-in did it
    EVENT_SENT_FOR = 32, // the facilitator did it for a seat
};

typedef struct Event {
    uint8_t kind; // EventKind
    uint8_t flags;
    uint8_t round, phase, step; // when; step is ActStep or MeetingStep
    uint8_t actor;              // who, or NONE
    uint16_t cell;              // EVENT_DELTA
    int16_t raw, applied;       // tenths, before and after caps, saturation and clamp
    int16_t a, b, c, d;
    Cause cause;
    uint8_t authors_count, spare;
    Author authors[AUTHORS_MAX];
    union { // filled for the kinds that say so
        Act act;
        Deal deal;
    };
} Event;

// Name in the journal and back; EVENT_NONE for an unknown name.
const char *event_name(EventKind kind);
EventKind event_of_name(const char *name);

// A growing list on the heap, owned by who made it; batches of a session, or of one bench.
typedef struct EventList {
    Event *items;
    int32_t count, capacity;
} EventList;

// Room for one more, zeroed; never NULL.
Event *event_list_add(EventList *list);
// Appends a copy and returns it; it moves when the list grows.
Event *event_list_push(EventList *list, const Event *event);
void event_list_free(EventList *list);

#endif // MODEL_EVENT_H
