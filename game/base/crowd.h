// base/crowd.h — a few threads that do what they are given and say when it has ended. Never: keeps an order between two things given.
#ifndef BASE_CROWD_H
#define BASE_CROWD_H
#include "base/work.h"

typedef struct Crowd Crowd;

// Waiting for disks is what it is for: more threads than cores make sense. `wake` is called from one of its threads
// when something ends while nothing was waiting to be told; NULL: nobody is woken.
Crowd *crowd_make(int32_t threads, void (*wake)(void *context), void *context);
// What was given must have ended.
void crowd_free(Crowd *crowd);
// One thread gives and asks.
Work crowd_work(Crowd *crowd);

#endif // BASE_CROWD_H
