// host/queue.h — people who ask for a place and have none yet: who knocks, and who waits for a free one. Never: on disk; what they typed is kept only while they wait.
#ifndef HOST_QUEUE_H
#define HOST_QUEUE_H
#include "session/roster.h"
#include "wire/message.h"

enum {
    QUEUE_MOST = 256,           // people who wait at once
    QUEUE_FIRST = 101,          // so that nobody takes a knock for a seat
    QUEUE_AGAIN_MS = 60 * 1000, // after a no
    QUEUE_GONE_MS = 10 * 60 * 1000,
};

typedef enum KnockWhy { KNOCK_LOCKED, KNOCK_FULL, KNOCK_DECLINED } KnockWhy;

typedef struct Knock {
    int32_t no;   // from QUEUE_FIRST
    int32_t peer; // 0 = the telephone is asleep
    uint8_t why;  // KnockWhy
    int32_t told; // how many it was told were before it, and why: 4 * ahead + why + 1
    bool observes;
    int64_t since_ms; // asked, was declined, or went away
    char claim[23], lang[ROSTER_LANG_BYTES], name[161];
    char consent[ROSTER_CONSENTS_MAX][ROSTER_PURPOSE_BYTES];
    int32_t consent_count;
} Knock;

typedef struct Queue {
    Knock *knocks; // in the order they came
    int32_t count, capacity;
    int32_t last; // number given out
} Queue;

void queue_free(Queue *queue);
// This claim's place in the queue, a new one at its end if it has none; NULL when too many wait.
Knock *queue_enter(Queue *queue, const Message *message, KnockWhy why, int64_t now_ms);
Knock *queue_find(Queue *queue, int32_t no);
Knock *queue_of_claim(Queue *queue, const char *claim);
Knock *queue_of_peer(Queue *queue, int32_t peer);
// How many wait before it.
int32_t queue_ahead(const Queue *queue, const Knock *knock);
void queue_leave(Queue *queue, Knock *knock);
// Forgets who went away or was declined long ago.
void queue_tidy(Queue *queue, int64_t now_ms);

#endif // HOST_QUEUE_H
