// model/deal.c — what is fixed of each kind of promise. Never: whether one was kept (rules/deal.c).
#include "model/deal.h"

int32_t deal_smallest(const Promise *promise) {
    switch ((PromiseKind)promise->kind) {
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_SUPPORT_FRAME:
    case PROMISE_REFRAIN:
    case PROMISE_CREDIT: return 1;
    case PROMISE_DO:
    case PROMISE_JOIN:
    case PROMISE_LEAVE: return 2;
    case PROMISE_GIVE: return promise->amount <= 1 ? 1 : (promise->amount <= 3 ? 2 : 3);
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return 3;
    }
    return 1;
}
