// wire/seat_view_parts.h — reading one section each, and what they share: every number is held within its bounds. Never: included outside wire/.
#ifndef WIRE_SEAT_VIEW_PARTS_H
#define WIRE_SEAT_VIEW_PARTS_H
#include "wire/console_view_parts.h"
#include "wire/seat_view.h"
#include <string.h>

typedef struct SeatRead {
    const Mirror *mirror;
    Region *region;
    View *view;
    bool bad; // something was out of its bounds
} SeatRead;

// A thing whose fixed texts were sent once, and what moves of it now; either may be NULL.
typedef struct Laid {
    const json_t *fixed, *moving;
} Laid;

static inline const char *seat_read_text(
        const SeatRead *read, const json_t *in, const char *key) {
    return held_copy(read->region, in, key);
}
// least when there is none; bad when it is out of least..most.
int32_t seat_read_int(
        SeatRead *read, const json_t *in, const char *key, int32_t least, int32_t most);
int32_t seat_read_int_or(SeatRead *read, const json_t *in, const char *key,
        int32_t otherwise, int32_t least, int32_t most);
// A place in a list of count things; NONE when there is none.
uint8_t seat_read_place(SeatRead *read, const json_t *in, const char *key, int32_t count);
// The same where one must be named.
uint8_t seat_read_must(SeatRead *read, const json_t *in, const char *key, int32_t count);
uint16_t seat_read_bits(SeatRead *read, const json_t *in, const char *key);
// A list and its length, at most so many.
const json_t *seat_read_list(
        SeatRead *read, const json_t *in, const char *key, int32_t most, int32_t *count);
void *seat_read_array(const SeatRead *read, int32_t count, size_t size);
const char *const *seat_read_texts(
        SeatRead *read, const json_t *in, const char *key, int32_t most, int32_t *count);
Laid seat_laid_member(Laid in, const char *key);
Laid seat_laid_item(Laid in, int32_t place);
// A number; kind: which words its band has when it does not say so itself.
ViewNumber seat_read_number(SeatRead *read, Laid in, const char *kind);
ViewNumber seat_read_moving_number(SeatRead *read, const json_t *in, const char *key);
const ViewNamed *seat_read_named(SeatRead *read, Laid in, int32_t *count);
const ViewNews *seat_read_news(
        SeatRead *read, const json_t *in, const char *key, int32_t *count);
// Things by kind and place, as they are called on the table.
const char *seat_read_name(const SeatRead *read, int32_t kind, int32_t index);

void seat_read_table(
        SeatRead *read); // seat_view_table.c: first, others look things up in it
void seat_read_cards(SeatRead *read); // seat_view_cards.c
void seat_read_meet(SeatRead *read);  // seat_view_meet.c
void seat_read_back(SeatRead *read);  // seat_view_back.c
void seat_read_offer(SeatRead *read); // seat_view_offer.c
void seat_read_verbs(SeatRead *read); // seat_view_verbs.c: after seat_read_book
void seat_read_book(SeatRead *read);
void seat_read_asked(SeatRead *read);
void seat_read_end(SeatRead *read); // seat_view_end.c

#endif // WIRE_SEAT_VIEW_PARTS_H
