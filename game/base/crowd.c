// base/crowd.c — one lock, two conditions, a row of what is given and one of what has ended. Never: a second copy of either.
#include "base/crowd.h"
#include <pthread.h>
#include <stdlib.h>

enum { STACK_BYTES = 256 * 1024 };

typedef struct Task {
    WorkDeed deed;
    void *about;
} Task;

// First in, first out.
typedef struct Row {
    Task *items;
    int32_t first, count, capacity;
} Row;

struct Crowd {
    pthread_mutex_t lock;
    pthread_cond_t given_more, ended_more;
    pthread_t *threads;
    int32_t threads_count, sleeping;
    Row given, ended;
    void (*wake)(void *context);
    void *context;
    bool over;
};

static void row_grow(Row *row) {
    int32_t capacity = row->capacity ? 2 * row->capacity : 16;
    Task *grown = malloc((size_t)capacity * sizeof *grown);
    ASSERT(grown != NULL);
    for (int32_t i = 0; i < row->count; i++)
        grown[i] = row->items[(row->first + i) % row->capacity];
    free(row->items);
    *row = (Row){.items = grown, .count = row->count, .capacity = capacity};
}

static void row_add(Row *row, Task task) {
    if (row->count == row->capacity) row_grow(row);
    row->items[(row->first + row->count++) % row->capacity] = task;
}

static Task row_take(Row *row) {
    Task task = row->items[row->first];
    row->first = (row->first + 1) % row->capacity;
    row->count--;
    return task;
}

// The lock is held on entry and on return.
static void do_one(Crowd *crowd) {
    Task task = row_take(&crowd->given);
    pthread_mutex_unlock(&crowd->lock);
    task.deed(task.about);
    pthread_mutex_lock(&crowd->lock);
    row_add(&crowd->ended, task);
    pthread_cond_signal(&crowd->ended_more);
    if (crowd->ended.count == 1 && crowd->wake) crowd->wake(crowd->context);
}

static void sleep_until_more(Crowd *crowd) {
    crowd->sleeping++;
    pthread_cond_wait(&crowd->given_more, &crowd->lock);
    crowd->sleeping--;
}

static void *live(void *context) {
    Crowd *crowd = context;
    pthread_mutex_lock(&crowd->lock);
    while (!crowd->over) {
        if (crowd->given.count > 0)
            do_one(crowd);
        else
            sleep_until_more(crowd);
    }
    pthread_mutex_unlock(&crowd->lock);
    return NULL;
}

// Fewer threads than asked for are slower, not wrong; none would wait for ever.
static void hire(Crowd *crowd, int32_t threads) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    crowd->threads = calloc((size_t)threads, sizeof *crowd->threads);
    ASSERT(crowd->threads);
    for (int32_t i = 0; i < threads; i++) {
        pthread_t *thread = &crowd->threads[crowd->threads_count];
        crowd->threads_count += pthread_create(thread, &attributes, live, crowd) == 0;
    }
    pthread_attr_destroy(&attributes);
}

// It is held for moments: whoever finds it taken looks again before asking the system.
static void init_lock(pthread_mutex_t *lock) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ADAPTIVE_NP);
    pthread_mutex_init(lock, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

Crowd *crowd_make(int32_t threads, void (*wake)(void *context), void *context) {
    Crowd *crowd = calloc(1, sizeof *crowd);
    ASSERT(crowd && threads > 0);
    crowd->wake = wake;
    crowd->context = context;
    init_lock(&crowd->lock);
    pthread_cond_init(&crowd->given_more, NULL);
    pthread_cond_init(&crowd->ended_more, NULL);
    hire(crowd, threads);
    return crowd;
}

void crowd_free(Crowd *crowd) {
    if (!crowd) return;
    pthread_mutex_lock(&crowd->lock);
    crowd->over = true;
    pthread_cond_broadcast(&crowd->given_more);
    pthread_mutex_unlock(&crowd->lock);
    for (int32_t i = 0; i < crowd->threads_count; i++)
        pthread_join(crowd->threads[i], NULL);
    pthread_cond_destroy(&crowd->given_more);
    pthread_cond_destroy(&crowd->ended_more);
    pthread_mutex_destroy(&crowd->lock);
    free(crowd->threads);
    free(crowd->given.items);
    free(crowd->ended.items);
    free(crowd);
}

// ---- for who gives ----------------------------------------------------------------------------------------------

static void give(void *context, WorkDeed deed, void *about) {
    Crowd *crowd = context;
    pthread_mutex_lock(&crowd->lock);
    row_add(&crowd->given, (Task){deed, about});
    bool sleeps = crowd->sleeping > 0; // who is awake looks by itself
    pthread_mutex_unlock(&crowd->lock);
    if (sleeps) pthread_cond_signal(&crowd->given_more);
}

static void *ended(void *context) {
    Crowd *crowd = context;
    pthread_mutex_lock(&crowd->lock);
    void *about = crowd->ended.count > 0 ? row_take(&crowd->ended).about : NULL;
    pthread_mutex_unlock(&crowd->lock);
    return about;
}

static void wait_for_one(void *context) {
    Crowd *crowd = context;
    pthread_mutex_lock(&crowd->lock);
    while (crowd->ended.count == 0)
        pthread_cond_wait(&crowd->ended_more, &crowd->lock);
    pthread_mutex_unlock(&crowd->lock);
}

Work crowd_work(Crowd *crowd) {
    if (!crowd || crowd->threads_count == 0) return (Work){0};
    return (Work){crowd, crowd->threads_count, give, ended, wait_for_one};
}
