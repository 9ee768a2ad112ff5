// base/crowd.c — one lock, two conditions, a counter that everybody takes from. Never: a queue.
#include "base/crowd.h"
#include <pthread.h>
#include <stdlib.h>

enum { STACK_BYTES = 256 * 1024 };

struct Crowd {
    pthread_mutex_t lock;
    pthread_cond_t begun, ended;
    pthread_t *threads;
    int32_t threads_count;
    CrowdWork one;
    void *context;
    int32_t next, count; // of the present call
    int32_t *ready;      // what has returned, in that order
    int32_t ready_count, ready_capacity;
    bool over;
};

// Takes numbers until none is left. The lock is held on entry and on return.
static void take_part(Crowd *crowd) {
    while (crowd->next < crowd->count) {
        int32_t mine = crowd->next++;
        pthread_mutex_unlock(&crowd->lock);
        crowd->one(crowd->context, mine);
        pthread_mutex_lock(&crowd->lock);
        crowd->ready[crowd->ready_count++] = mine;
        pthread_cond_signal(&crowd->ended);
    }
}

static void *live(void *context) {
    Crowd *crowd = context;
    pthread_mutex_lock(&crowd->lock);
    while (!crowd->over) {
        if (crowd->next < crowd->count)
            take_part(crowd);
        else
            pthread_cond_wait(&crowd->begun, &crowd->lock);
    }
    pthread_mutex_unlock(&crowd->lock);
    return NULL;
}

Crowd *crowd_make(int32_t threads) {
    Crowd *crowd = calloc(1, sizeof *crowd);
    pthread_attr_t attributes;
    ASSERT(crowd && threads > 0);
    pthread_mutex_init(&crowd->lock, NULL);
    pthread_cond_init(&crowd->begun, NULL);
    pthread_cond_init(&crowd->ended, NULL);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    crowd->threads = calloc((size_t)threads, sizeof *crowd->threads);
    ASSERT(crowd->threads);
    for (int32_t i = 0; i < threads;
            i++) { // fewer threads than asked for are slower, not wrong
        pthread_t *thread = &crowd->threads[crowd->threads_count];
        crowd->threads_count += pthread_create(thread, &attributes, live, crowd) == 0;
    }
    pthread_attr_destroy(&attributes);
    return crowd;
}

void crowd_free(Crowd *crowd) {
    if (!crowd) return;
    pthread_mutex_lock(&crowd->lock);
    crowd->over = true;
    pthread_cond_broadcast(&crowd->begun);
    pthread_mutex_unlock(&crowd->lock);
    for (int32_t i = 0; i < crowd->threads_count; i++)
        pthread_join(crowd->threads[i], NULL);
    pthread_cond_destroy(&crowd->begun);
    pthread_cond_destroy(&crowd->ended);
    pthread_mutex_destroy(&crowd->lock);
    free(crowd->threads);
    free(crowd->ready);
    free(crowd);
}

static void one_by_one(int32_t count, CrowdWork one, CrowdWork then, void *context) {
    for (int32_t i = 0; i < count; i++) {
        one(context, i);
        then(context, i);
    }
}

static void begin(Crowd *crowd, int32_t count, CrowdWork one, void *context) {
    if (count > crowd->ready_capacity) {
        int32_t *grown = realloc(crowd->ready, (size_t)count * sizeof *grown);
        ASSERT(grown);
        crowd->ready = grown;
        crowd->ready_capacity = count;
    }
    crowd->one = one;
    crowd->context = context;
    crowd->next = crowd->ready_count = 0;
    crowd->count = count;
    for (int32_t i = 0; i < core_min(count, crowd->threads_count); i++)
        pthread_cond_signal(&crowd->begun);
}

void crowd_each(Crowd *crowd, int32_t count, CrowdWork one, CrowdWork then, void *context) {
    if (!crowd || crowd->threads_count == 0 || count <= 1) {
        one_by_one(count, one, then, context);
        return;
    }
    pthread_mutex_lock(&crowd->lock);
    begin(crowd, count, one, context);
    for (int32_t given = 0; given < count; given++) {
        while (crowd->ready_count == given)
            pthread_cond_wait(&crowd->ended, &crowd->lock);
        int32_t ready = crowd->ready[given];
        pthread_mutex_unlock(&crowd->lock);
        then(context, ready);
        pthread_mutex_lock(&crowd->lock);
    }
    crowd->count = 0;
    pthread_mutex_unlock(&crowd->lock);
}
