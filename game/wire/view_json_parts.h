// wire/view_json_parts.h — the longer sections, one file each, and what they share. Never: included outside wire/.
#ifndef WIRE_VIEW_JSON_PARTS_H
#define WIRE_VIEW_JSON_PARTS_H
#include "model/view.h"
#include "wire/json_out.h"
#include "wire/view_json.h"

static inline bool part_fixed(ViewPart part) { return (part & VIEW_FIXED) != 0; }
static inline bool part_moving(ViewPart part) { return (part & VIEW_MOVING) != 0; }

// view_json.c
void json_thing(JsonOut *json, const char *key, uint8_t index); // left out when NONE
void json_number(JsonOut *json, const char *key, ViewNumber number, ViewPart part);
// An object of numbers by their keys.
void json_named(JsonOut *json, const char *key, const ViewNamed *items, int32_t count,
        ViewPart part);
void json_texts(JsonOut *json, const char *key, const char *const *items, int32_t count);
void json_news(JsonOut *json, const char *key, const ViewNews *items, int32_t count);

// view_json_table.c, view_json_cards.c: both parts
void view_json_table(JsonOut *json, const View *view, ViewPart part);
void view_json_cards(JsonOut *json, const View *view, ViewPart part);
void view_json_meet(JsonOut *json, const View *view); // view_json_meet.c
void view_json_back(JsonOut *json, const View *view); // view_json_back.c: deals, coalitions
void view_json_offer(
        JsonOut *json, const View *view); // view_json_offer.c: what deals are made of
// view_json_verbs.c: acts of this step; what waits for an answer; all acts as they are described; what
// they cost and bring
void view_json_verbs(JsonOut *json, const View *view);
void view_json_asked(JsonOut *json, const View *view);
void view_json_book(JsonOut *json, const View *view);
void view_json_prices(JsonOut *json, const View *view);
void view_json_end(JsonOut *json, const View *view); // view_json_end.c

#endif // WIRE_VIEW_JSON_PARTS_H
