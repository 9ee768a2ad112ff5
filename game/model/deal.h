// model/deal.h — a deal between two actors and its promises, packed tightly. Never: whether it was kept (rules/deal.c).
#ifndef MODEL_DEAL_H
#define MODEL_DEAL_H
#include "model/kind.h"

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
    uint8_t state; // PromiseState | marks << 4 (1 first party says kept, 2 broken, 4 and 8 for the second)
} Promise;

typedef enum DealState {
    DEAL_FREE,
    DEAL_OFFERED,
    DEAL_AGREED,
    DEAL_VOID,
    DEAL_DECLINED,
    DEAL_DONE
} DealState;

typedef struct Deal {
    uint8_t state;    // DealState
    uint8_t from, to; // actors; from offered it
    uint8_t is_public;
    uint8_t round; // when it was agreed
    uint8_t promises_count;
    uint8_t gives[2][RESOURCES_MAX]; // at once, by from and by to
    Promise promises[PROMISES_MAX];
    uint16_t words; // id of free text, 0 = none
} Deal;

// Smallest size of a promise of this kind and amount, 1..3.
int32_t deal_smallest(const Promise *promise);

#endif // MODEL_DEAL_H
