// tests/fuzz/fuzz_wire_seat.c — any bytes as what a host sends to a seat: no view, or one whose numbers stand within their lists. Never: draws.
#include "wire/answer.h"
#include "wire/forecast.h"
#include "wire/seat_view.h"
#include "wire/view_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void within_lists(const View *view) {
    ASSERT(view->actors_count <= ACTORS_MAX && view->clauses_count <= CLAUSES_MAX);
    ASSERT(view->me == NONE || view->me < view->actors_count);
    for (int32_t i = 0; i < view->deals_count; i++) {
        ASSERT(view->deals[i].parties >= 2 && view->deals[i].parties <= PARTIES_MAX);
        for (int32_t k = 0; k < view->deals[i].parties; k++)
            ASSERT(view->deals[i].party[k] < view->actors_count);
    }
    for (int32_t i = 0; i < view->deciders_count; i++)
        ASSERT(view->deciders[i].arena_index < view->arenas_count);
}

// Two messages, parted by a zero byte: a view, and what changes in it.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    size_t half = 0;
    while (half < size && data[half])
        half++;
    Mirror *mirror = mirror_make();
    View view = {0};
    Answer answer;
    bool fits = mirror_take(mirror, (Bytes){data, half});
    if (half < size) fits = mirror_take(mirror, (Bytes){data + half + 1, size - half - 1});
    answer_read((Bytes){data, half}, &answer);
    if (fits && seat_view_read(mirror, &view)) {
        Buffer out = {0};
        within_lists(&view);
        for (int32_t i = 0; i < SECTION_COUNT; i++)
            view_json_section(&view, (Section)i, &out);
        buffer_free(&out);
    }
    Region region = {0};
    SeatNews news;
    seat_news_read(mirror, &region, &news);
    ASSERT(news.own.journal_count <= SEAT_ENTRIES_MAX && (news.own.views & 1) == 0);
    Forecast forecast;
    forecast_read((Bytes){data, half}, &region, &forecast);
    ASSERT(forecast.likely_count <= FORECAST_LINES_MAX && forecast.cost && forecast.closed);
    // The same bytes as what the facilitator is shown of a seat.
    PeekedHead head;
    answer_peeked((Bytes){data, half}, &head);
    ASSERT(head.seat >= 0);
    if (mirror_take_peeked(mirror, (Bytes){data, half}) && seat_view_read(mirror, &view))
        within_lists(&view);
    region_clear(&region);
    region_clear(&view.region);
    mirror_free(mirror);
    return 0;
}
