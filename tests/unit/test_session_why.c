// tests/unit/test_session_why.c — every reason of the engine's own has a sentence of its own, in every language. Never: whether a number moved rightly.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/view.h"
#include "session_world.h"

enum { ME = 0 };

static uint16_t own_cell(const Def *def) {
    for (uint16_t cell = 0; cell < def->cells_count; cell++) {
        int32_t track, row, column;
        def_cell_place(def, cell, &track, &row, &column);
        if (def->tracks[track].row == KIND_ACTOR && row == ME) return cell;
    }
    return UINT16_MAX;
}

static const char *why_of(Session *session, uint16_t cause, Region *region) {
    Event *event = event_list_add(&session->ledger);
    *event = (Event){
            .kind = EVENT_DELTA,
            .actor = ME,
            .cell = own_cell(session->def),
            .applied = 10,
            .cause = {.kind = CAUSE_ENGINE, .id = cause, .actor = ME}
    };
    const ViewWhy *lines = NULL;
    Language language = say_source(session->def);
    assert_true(view_why(session, ME, &language, event->cell, region, &lines) > 0);
    return lines[0].text;
}

// A cause without a row would be no text at all, and whoever asks would take the host down.
static void every_reason_of_the_engine_has_its_own_sentence(void **unused) {
    (void)unused;
    World *world = world_make("scenarios/riverside-link");
    assert_non_null(world);
    Session *session = world_begin(world, 1);
    Region region = {0};
    const char *texts[ENGINE_CAUSE_COUNT + 1];
    for (uint16_t id = 0; id <= ENGINE_CAUSE_COUNT; id++) {
        texts[id] = why_of(session, id, &region);
        assert_true(texts[id] && texts[id][0]);
        for (uint16_t other = 0; other < id; other++)
            assert_string_not_equal(texts[other], texts[id]);
    }
    region_clear(&region);
    session_close(session);
    assert_int_equal(world_free(world), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(every_reason_of_the_engine_has_its_own_sentence),
    };
    return cmocka_run_group_tests_name("session_why", tests, NULL, NULL);
}
