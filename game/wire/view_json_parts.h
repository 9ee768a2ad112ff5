// wire/view_json_parts.h — the longer sections, one file each, and what they share. Never: included outside wire/.
#ifndef WIRE_VIEW_JSON_PARTS_H
#define WIRE_VIEW_JSON_PARTS_H
#include "model/view.h"
#include "wire/json_out.h"

// view_json.c
void json_thing(JsonOut *json, const char *key, uint8_t index); // left out when NONE
void json_number(JsonOut *json, const char *key, ViewNumber number);
void json_named(JsonOut *json, const char *key, const ViewNamed *items, int32_t count);
void json_texts(JsonOut *json, const char *key, const char *const *items, int32_t count);
void json_news(JsonOut *json, const char *key, const ViewNews *items, int32_t count);

void view_json_table(JsonOut *json, const View *view); // view_json_table.c
void view_json_cards(JsonOut *json, const View *view); // view_json_cards.c: decisions
void view_json_meet(JsonOut *json, const View *view);  // view_json_meet.c
void view_json_back(JsonOut *json, const View *view); // view_json_back.c: deals, coalitions
void view_json_verbs(
        JsonOut *json, const View *view); // view_json_verbs.c: acts of this step
void view_json_asked(
        JsonOut *json, const View *view); // view_json_verbs.c: what waits for an answer
void view_json_end(JsonOut *json, const View *view); // view_json_end.c

#endif // WIRE_VIEW_JSON_PARTS_H
