// wire/console_view_parts.h — pieces that a console and a board both read. Never: included outside wire/.
#ifndef WIRE_CONSOLE_VIEW_PARTS_H
#define WIRE_CONSOLE_VIEW_PARTS_H
#include "wire/console_view.h"
#include "wire/mirror_parts.h"

// A text of the mirror, copied to the region: the mirror changes under it.
const char *held_copy(Region *region, const json_t *in, const char *key);
size_t held_count(const json_t *list);
void step_view_read(const Mirror *mirror, int64_t now_ms, Region *region, StepView *step);
void join_view_read(const Mirror *mirror, Region *region, JoinView *join);

#endif // WIRE_CONSOLE_VIEW_PARTS_H
