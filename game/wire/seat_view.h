// wire/seat_view.h — what a seat was sent, as the View its screens draw. Never: adds anything the host did not send.
#ifndef WIRE_SEAT_VIEW_H
#define WIRE_SEAT_VIEW_H
#include "model/view.h"
#include "wire/seat_own.h"

// Fills view anew from the sections held; its region is cleared first and owned by the caller. Until `book`
// has come there are no acts. False when something is out of its bounds: then the view is empty.
MUST_USE bool seat_view_read(const Mirror *mirror, View *view);

// What the house tells this seat beside the game. Texts in the region.
typedef struct SeatLine {
    const char *kind, *text; // kind: "broadcast", "whisper", "answer", "help", "nudge"
    int32_t id, round;
    bool mine;
} SeatLine;

enum { SEAT_LINES_MAX = 40 };

typedef struct SeatNews {
    int32_t seat;             // number of the place, 0 = not told yet
    const char *role, *label; // role: "plays", "observes", "waits"
    const char *shown;        // what the facilitator put up for all, "" = nothing
    SeatLine lines[SEAT_LINES_MAX];
    int32_t lines_count;
    int32_t looked_at; // how often the facilitator looked at this seat, told at the end
    bool half_done;    // the team waits for its other half
    SeatOwn own;
} SeatNews;

void seat_news_read(const Mirror *mirror, Region *region, SeatNews *news);

#endif // WIRE_SEAT_VIEW_H
