// model/event.c — names of events and the list that holds them. Never: folds.
#include "model/event.h"
#include <stdlib.h>
#include <string.h>

static const char *const names[EVENT_COUNT] = {
        "",
#define EVENT(id, name, holds) name,
#include "model/events.def"
#undef EVENT
};

const char *event_name(EventKind kind) { return names[kind]; }

EventKind event_of_name(const char *name) {
    for (int kind = 1; kind < EVENT_COUNT; kind++) {
        if (strcmp(names[kind], name) == 0) return (EventKind)kind;
    }
    return EVENT_NONE;
}

static Event *next_place(EventList *list) {
    if (list->count == list->capacity) {
        int32_t capacity = list->capacity ? list->capacity * 2 : 64;
        Event *items = realloc(list->items, (size_t)capacity * sizeof *items);
        ASSERT(items != NULL);
        list->items = items;
        list->capacity = capacity;
    }
    return &list->items[list->count++];
}

Event *event_list_add(EventList *list) {
    Event *event = next_place(list);
    memset(event, 0, sizeof *event);
    return event;
}

Event *event_list_push(EventList *list, const Event *event) {
    Event *place = next_place(list);
    *place = *event;
    return place;
}

void event_list_free(EventList *list) {
    free(list->items);
    *list = (EventList){0};
}
