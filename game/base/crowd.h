// base/crowd.h — a few threads that do the same small thing for many numbers, and the wait until all is done. Never: work that outlives its call.
#ifndef BASE_CROWD_H
#define BASE_CROWD_H
#include "base/core.h"

typedef struct Crowd Crowd;

// Waiting for disks is what it is for: more threads than cores make sense.
Crowd *crowd_make(int32_t threads);
void crowd_free(Crowd *crowd);
// Calls one(context, i) once for each i of 0 .. count - 1, in any order, from the crowd's threads, and as soon
// as it has returned then(context, i) from the caller's own; returns when all have returned. crowd NULL: one
// after the other.
typedef void (*CrowdWork)(void *context, int32_t i);
void crowd_each(Crowd *crowd, int32_t count, CrowdWork one, CrowdWork then, void *context);

#endif // BASE_CROWD_H
