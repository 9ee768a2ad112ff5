// model/deal.h — a deal between two to four actors and its promises, packed tightly. Never: whether it was kept (rules/deal.c).
#ifndef MODEL_DEAL_H
#define MODEL_DEAL_H
#include "model/kind.h"
#include <stdbool.h>

typedef enum PromiseKind {
    PROMISE_NONE,
    PROMISE_WORDS,         // free text; the parties mark it
    PROMISE_SUPPORT_FRAME, // an utterance for a frame, or no resistance to it, in a meeting
    PROMISE_REFRAIN,       // not to use a move
    PROMISE_CREDIT,        // public credit
    PROMISE_DO,            // to use a move on a target
    PROMISE_JOIN,
    PROMISE_LEAVE,
    PROMISE_GIVE, // a resource by the due round
    PROMISE_VOTE_FOR,
    PROMISE_VOTE_AGAINST,
    PROMISE_PLACE, // a position
} PromiseKind;

typedef enum PromiseState {
    PROMISE_OPEN,
    PROMISE_KEPT,
    PROMISE_BROKEN,
    PROMISE_WAIVED
} PromiseState;

typedef struct Promise {
    uint8_t kind;   // PromiseKind
    uint8_t by;     // actor
    uint8_t what;   // frame, move, resource, arena or coalition by kind; NONE
    uint8_t target; // decider or actor of a DO, actor a thing is given to, clause; NONE
    uint8_t amount; // of a resource
    uint8_t due;    // round
    uint8_t size;   // 1..3
    uint8_t state;  // PromiseState | places of the parties that let go of it << 4
    uint8_t marks;  // two bits a party by its place: 1 says kept, 2 says broken
} Promise;

enum { // Promise.marks, as if every party said the same
    MARK_ALL_KEPT = 0x55,
    MARK_ALL_BROKEN = 0xaa,
};

typedef enum DealState {
    DEAL_FREE,
    DEAL_OFFERED,
    DEAL_AGREED,
    DEAL_VOID,
    DEAL_DECLINED,
    DEAL_DONE
} DealState;

// Given at once: an amount of a resource from one party to another.
typedef struct Gift {
    uint8_t ends; // giver | taker << 4; actors fit into four bits
    uint8_t resource, amount;
} Gift;

typedef struct Deal {
    uint8_t state;   // DealState
    uint8_t parties; // how many; an offer of a device may say more than there is room for
    uint8_t party[PARTIES_MAX]; // actors; the first offered it
    uint8_t accepted;           // mask of places in party
    uint8_t is_public;
    uint8_t round; // when it was agreed
    uint8_t promises_count, gifts_count;
    Gift gifts[GIFTS_MAX];
    Promise promises[PROMISES_MAX]; // each made to all other parties
    uint16_t words;                 // id of free text, 0 = none
} Deal;

static inline uint8_t gift_giver(const Gift *gift) { return gift->ends & 15; }
static inline uint8_t gift_taker(const Gift *gift) { return gift->ends >> 4; }
static inline PromiseState promise_state(const Promise *promise) {
    return (PromiseState)(promise->state & 15);
}

// A text without anything in it, offered by the first.
Deal deal_between(uint8_t from, uint8_t to);
// One more party; false when there is no room.
bool deal_join(Deal *deal, uint8_t actor);
// Adds to what one party gives another; false when there is no room.
bool deal_give(Deal *deal, uint8_t giver, uint8_t taker, uint8_t resource, uint8_t amount);
// What one party gives another of a resource, NONE: any other.
int32_t deal_given(const Deal *deal, uint8_t giver, uint8_t taker, int32_t resource);
// Place of an actor among the parties, -1 if it is none.
int32_t deal_place(const Deal *deal, uint8_t actor);
static inline bool deal_has(const Deal *deal, uint8_t actor) {
    return deal_place(deal, actor) >= 0;
}
// Actors as a mask: all parties; and all but one.
uint16_t deal_actors(const Deal *deal);
uint16_t deal_others(const Deal *deal, uint8_t actor);
// The first party that is not this actor.
uint8_t deal_partner(const Deal *deal, uint8_t actor);
// Mask of the places of all parties: what Deal.accepted is when it is agreed.
uint8_t deal_everybody(const Deal *deal);
// Whether the party at a place has let go of a promise.
static inline bool promise_waived_by(const Promise *promise, int32_t place) {
    return ((promise->state >> 4) >> place) & 1;
}
// Smallest size of a promise of this kind and amount, 1..3.
int32_t deal_smallest(const Promise *promise);

#endif // MODEL_DEAL_H
