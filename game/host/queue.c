// host/queue.c — the waiting list, in the order people came. Never: lets anybody in by itself.
#include "host/queue.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void queue_free(Queue *queue) {
    if (queue->knocks) memset(queue->knocks, 0, (size_t)queue->capacity * sizeof(Knock));
    free(queue->knocks);
    *queue = (Queue){0};
}

Knock *queue_find(Queue *queue, int32_t no) {
    for (int32_t i = 0; i < queue->count; i++) {
        if (queue->knocks[i].no == no) return &queue->knocks[i];
    }
    return NULL;
}

Knock *queue_of_claim(Queue *queue, const char *claim) {
    for (int32_t i = 0; i < queue->count; i++) {
        if (strcmp(queue->knocks[i].claim, claim) == 0) return &queue->knocks[i];
    }
    return NULL;
}

Knock *queue_of_peer(Queue *queue, int32_t peer) {
    for (int32_t i = 0; i < queue->count; i++) {
        if (queue->knocks[i].peer == peer) return &queue->knocks[i];
    }
    return NULL;
}

static Knock *add(Queue *queue) {
    if (queue->count == QUEUE_MOST) return NULL;
    if (queue->count == queue->capacity) {
        int32_t capacity = queue->capacity ? 2 * queue->capacity : 8;
        Knock *grown = realloc(queue->knocks, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        queue->knocks = grown;
        queue->capacity = capacity;
    }
    Knock *knock = &queue->knocks[queue->count++];
    queue->last = core_max(queue->last + 1, QUEUE_FIRST);
    *knock = (Knock){.no = queue->last};
    return knock;
}

static void copy_wish(Knock *knock, const Message *message) {
    snprintf(knock->claim, sizeof knock->claim, "%s", message->cid);
    snprintf(knock->lang, sizeof knock->lang, "%s", message->lang);
    snprintf(knock->name, sizeof knock->name, "%s", message->name);
    knock->observes = strcmp(message->as, "observe") == 0;
    knock->consent_count = 0;
    for (int32_t i = 0; i < message->names_count; i++) {
        if (strlen(message->names[i]) >= ROSTER_PURPOSE_BYTES) continue;
        if (knock->consent_count == ROSTER_CONSENTS_MAX) break;
        snprintf(knock->consent[knock->consent_count++], ROSTER_PURPOSE_BYTES, "%s",
                message->names[i]);
    }
}

Knock *queue_enter(Queue *queue, const Message *message, KnockWhy why, int64_t now_ms) {
    Knock *knock = queue_of_claim(queue, message->cid);
    if (!knock) {
        knock = add(queue);
        if (knock) knock->since_ms = now_ms;
    }
    if (!knock) return NULL;
    copy_wish(knock, message);
    knock->why = (uint8_t)why;
    return knock;
}

int32_t queue_ahead(const Queue *queue, const Knock *knock) {
    int32_t count = 0;
    for (const Knock *one = queue->knocks; one < knock; one++)
        count += one->why != KNOCK_DECLINED;
    return count;
}

void queue_leave(Queue *queue, Knock *knock) {
    int32_t place = (int32_t)(knock - queue->knocks);
    for (int32_t i = place; i + 1 < queue->count; i++)
        queue->knocks[i] = queue->knocks[i + 1];
    queue->count--;
    queue->knocks[queue->count] = (Knock){0};
}

void queue_tidy(Queue *queue, int64_t now_ms) {
    for (int32_t i = queue->count - 1; i >= 0; i--) {
        const Knock *knock = &queue->knocks[i];
        int64_t since = now_ms - knock->since_ms;
        bool over = knock->why == KNOCK_DECLINED && since >= QUEUE_AGAIN_MS;
        bool gone = knock->peer == 0 && since >= QUEUE_GONE_MS;
        if (over || gone) queue_leave(queue, &queue->knocks[i]);
    }
}
