// tests/unit/test_session_reasons.c — hidden goals and the reasons of computer seats: kept in the record, told one after the other from the third part of the debrief on, and not a byte before. Never: judges how it looks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/people.h"
#include "model/reason.h"
#include "session/report_page.h"
#include "session/view.h"
#include "session_world.h"
#include "wire/event_json.h"
#include "wire/view_json.h"

enum { SECTION_MOST = 16 * 1024, SEED = 11 };

typedef struct Looking {
    World *world;
    Session *session;
    Language language;
    View view;
    Buffer a, b;
} Looking;

// A whole game of computers that keeps its record.
static bool play(Looking *looking) {
    Journal journal;
    if (!world_create(looking->world, SEED, &journal)) return false;
    SessionConfig config = world_config(looking->world, &journal, SEED);
    looking->session = session_open(&config, &looking->world->err);
    if (!looking->session) return false;
    Game game = game_make(looking->world, looking->session, BOT_PERSONA);
    bool good = game_go_on(&game);
    crew_free(game.crew);
    return good && looking->session->state.status == STATUS_DEBRIEF;
}

static int setup(void **state) {
    Looking *looking = calloc(1, sizeof *looking);
    if (!looking) return 1;
    looking->world = world_make("scenarios/riverside-link");
    if (!looking->world || !play(looking)) return 1;
    looking->language = say_source(looking->world->scenario.def);
    *state = looking;
    return 0;
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->view);
    buffer_free(&looking->a);
    buffer_free(&looking->b);
    session_close(looking->session);
    int result = world_free(looking->world);
    free(looking);
    return result;
}

static VerdictCode asked(Session *session, DebriefWhat what, int16_t which, bool on) {
    Command command = {.kind = COMMAND_DEBRIEF_STEP,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)what,
            .b = which,
            .c = on};
    Verdict verdict;
    Err err = {0};
    assert_true(session_do(session, &command, &verdict, &err));
    return (VerdictCode)verdict.code;
}

static void go_to_part(Session *session, int16_t step) {
    assert_int_equal(asked(session, DEBRIEF_STEP, step, true), VERDICT_OK);
}

static void tell_of(Session *session, int16_t actor, bool on) {
    assert_int_equal(asked(session, DEBRIEF_TELL, actor, on), VERDICT_OK);
}

// Everything a viewer is sent.
static void tell(Looking *looking, const Session *session, uint8_t eyes, Buffer *out) {
    buffer_reset(out);
    view_build_some(session, eyes, &looking->language, sections_of(eyes), &looking->view);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if ((sections_of(eyes) >> i) & 1)
            view_json_section(&looking->view, (Section)i, out);
    }
}

static int32_t mandates_told(Looking *looking, uint8_t eyes) {
    tell(looking, looking->session, eyes, &looking->a);
    assert_true(looking->view.end.reached);
    assert_int_equal(looking->view.end.locked, looking->view.end.mandates_count == 0);
    return looking->view.end.mandates_count;
}

static void hidden_goals_wait_for_the_facts(void **state) {
    Looking *looking = *state;
    static const uint8_t eyes[] = {0, 1, VIEW_BOARD, VIEW_CONSOLE};
    for (int16_t step = 0; step <= DEBRIEF_STEPS; step++) {
        if (step > 0) go_to_part(looking->session, step);
        for (size_t i = 0; i < ARRAY_COUNT(eyes); i++) {
            bool told = mandates_told(looking, eyes[i]) > 0;
            assert_int_equal(told, step > DEBRIEF_FACTS);
            assert_int_equal(looking->view.end.reasons_count > 0, step > DEBRIEF_FACTS);
            assert_int_equal(looking->view.end.step, step);
        }
    }
    go_to_part(looking->session, 1);
    assert_int_equal(mandates_told(looking, VIEW_BOARD), 0);
    go_to_part(looking->session, DEBRIEF_FACTS);
    assert_true(mandates_told(looking, VIEW_BOARD) > 3);
}

static int32_t reasons_of(const ViewEnd *end, int32_t actor) {
    int32_t count = 0;
    for (int32_t i = 0; i < end->reasons_count; i++)
        count += end->reasons[i].actor == actor;
    return count;
}

// The facilitator opens one, closes it again, then another, and at last all the rest.
static void one_team_is_told_after_the_other(void **state) {
    Looking *looking = *state;
    Session *session = looking->session;
    const ViewEnd *end = &looking->view.end;
    go_to_part(session, DEBRIEF_FACTS);
    assert_int_equal(mandates_told(looking, VIEW_BOARD), 0);
    tell_of(session, 1, true);
    assert_int_equal(mandates_told(looking, VIEW_BOARD), 1);
    assert_int_equal(end->mandates[0].actor, 1);
    assert_true(end->reasons_count > 0 && reasons_of(end, 1) == end->reasons_count);
    assert_int_equal(mandates_told(looking, 0), 1);
    tell_of(session, 1, false);
    assert_int_equal(mandates_told(looking, VIEW_BOARD), 0);
    tell_of(session, 2, true);
    tell_of(session, 0, true);
    assert_int_equal(mandates_told(looking, VIEW_CONSOLE), 2);
    assert_int_equal(end->told, 5);
    tell_of(session, NONE, true);
    assert_true(mandates_told(looking, VIEW_BOARD) > 3);
    tell_of(session, NONE, false);
    assert_int_equal(mandates_told(looking, VIEW_BOARD), 0);
    tell_of(session, 3, true);
    go_to_part(session, DEBRIEF_FACTS + 1);
    assert_true(mandates_told(looking, VIEW_BOARD) > 3);
}

// Only somebody's, and only in the debrief; who tells before the facts has come to them with that.
static void what_cannot_be_told_is_refused(void **state) {
    Looking *looking = *state;
    Session *session = looking->session;
    int16_t actors = (int16_t)def_count(session->def, KIND_ACTOR);
    assert_int_equal(asked(session, DEBRIEF_TELL, actors, true), VERDICT_BAD_COMMAND);
    assert_int_equal(asked(session, DEBRIEF_TELL, -1, true), VERDICT_BAD_COMMAND);
    tell_of(session, 1, true);
    assert_int_equal(mandates_told(looking, VIEW_BOARD), 1);
    assert_int_equal(looking->view.end.step, DEBRIEF_FACTS);
    session->state.status = session->scratch.status = STATUS_RUNNING;
    assert_int_equal(asked(session, DEBRIEF_TELL, 1, true), VERDICT_WRONG_PHASE);
}

// The same game where everybody but one and those who are told has another hidden goal, and where all they did was
// chosen for another reason.
static Session *twin_of(Looking *looking, uint8_t me, uint16_t told, Def *def) {
    Session *twin = calloc(1, sizeof *twin);
    assert_non_null(twin);
    *twin = *looking->session;
    *def = *looking->session->def;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        uint8_t other = (uint8_t)((i + 1) % def_count(def, KIND_ACTOR));
        bool same = i == me || (told >> i & 1);
        if (!same) def->actors[i].hidden = looking->session->def->actors[other].hidden;
    }
    twin->def = def;
    twin->ledger = (EventList){0};
    for (int32_t i = 0; i < looking->session->ledger.count; i++) {
        Event *event = event_list_push(&twin->ledger, &looking->session->ledger.items[i]);
        bool act = event->kind != EVENT_DEAL && event->act.why != 0;
        if (act && !(told >> event->act.actor & 1))
            event->act.why = reason_pack(TERM_CAUTION, TERM_MONEY);
    }
    return twin;
}

static int32_t twins_that_differ(Looking *looking, Def *def, uint16_t told) {
    int32_t differ = 0, actors = def_count(looking->session->def, KIND_ACTOR);
    for (int32_t i = 0; i <= actors; i++) {
        uint8_t me = i == actors ? (uint8_t)VIEW_BOARD : (uint8_t)i;
        Session *twin = twin_of(looking, me, told, def);
        tell(looking, looking->session, me, &looking->a);
        tell(looking, twin, me, &looking->b);
        differ += strcmp(looking->a.data, looking->b.data) != 0;
        event_list_free(&twin->ledger);
        free(twin);
    }
    return differ;
}

static void what_is_not_told_yet_changes_no_byte(void **state) {
    Looking *looking = *state;
    Def *def = calloc(1, sizeof *def);
    assert_non_null(def);
    int32_t actors = def_count(looking->session->def, KIND_ACTOR);
    assert_int_equal(twins_that_differ(looking, def, 0), 0);
    go_to_part(looking->session, DEBRIEF_FACTS - 1);
    assert_int_equal(twins_that_differ(looking, def, 0), 0);
    go_to_part(looking->session, DEBRIEF_FACTS);
    assert_int_equal(twins_that_differ(looking, def, 0), 0);
    for (int16_t told = 0; told < actors; told++) {
        tell_of(looking->session, told, true);
        uint16_t open = (uint16_t)((1u << (told + 1)) - 1);
        assert_int_equal(twins_that_differ(looking, def, open), 0);
        assert_int_equal(twins_that_differ(looking, def, 0), actors + 1);
    }
    free(def);
}

static void a_closed_game_tells_all(void **state) {
    Looking *looking = *state;
    looking->session->state.status = STATUS_CLOSED;
    assert_true(mandates_told(looking, VIEW_BOARD) > 0);
}

// By actors in order, then by rounds, each with its act and what it was for; small enough to travel.
static void reasons_are_told_seat_by_seat(void **state) {
    Looking *looking = *state;
    go_to_part(looking->session, DEBRIEF_FACTS + 1);
    for (int32_t full = 0; full < 2; full++) {
        view_build_some(looking->session, VIEW_BOARD, &looking->language,
                full ? sections_of(VIEW_BOARD) | (uint32_t)VIEW_IN_FULL
                     : sections_of(VIEW_BOARD),
                &looking->view);
        const ViewEnd *end = &looking->view.end;
        for (int32_t i = 0; i < end->reasons_count; i++) {
            const ViewNews *one = &end->reasons[i], *before = one - 1;
            assert_non_null(strstr(one->text, "It did this for: "));
            if (i == 0) continue;
            assert_true(before->actor < one->actor
                        || (before->actor == one->actor && before->round <= one->round));
        }
        print_message("%d reasons\n", end->reasons_count);
        assert_true(end->reasons_count > (full ? 50 : 10));
        buffer_reset(&looking->a);
        view_json_section(&looking->view, SECTION_END, &looking->a);
        print_message("%d bytes\n", (int)looking->a.length);
        assert_true(full || looking->a.length < SECTION_MOST);
    }
    buffer_reset(&looking->a);
    report_page(looking->session, &looking->language, EXPORT_PSEUDONYM, &looking->a);
    assert_non_null(strstr(looking->a.data, "Why the computer"));
}

// As after a host was killed: only the record is left.
static void the_record_tells_the_same(void **state) {
    Looking *looking = *state;
    go_to_part(looking->session, DEBRIEF_FACTS);
    tell_of(looking->session, 0, true);
    tell_of(looking->session, 3, true);
    tell(looking, looking->session, VIEW_BOARD, &looking->a);
    session_close(looking->session);
    looking->session = world_must_open(looking->world);
    tell(looking, looking->session, VIEW_BOARD, &looking->b);
    assert_int_equal(looking->view.end.mandates_count, 2);
    assert_true(looking->view.end.reasons_count > 3);
    assert_string_equal(looking->a.data, looking->b.data);
}

static Session *lobby_with_a_person(Looking *looking) {
    Session *session = world_begin(looking->world, SEED);
    Command seat = {
            .kind = COMMAND_SEAT, .actor = NONE, .at_phase = NONE, .a = 0, .b = BY_PERSON};
    Verdict verdict;
    Err err = {0};
    assert_true(session_do(session, &seat, &verdict, &err));
    assert_int_equal(verdict.code, VERDICT_OK);
    return session;
}

// A person's device may claim a reason; nobody thinks for people.
static void a_person_has_no_reason(void **state) {
    Looking *looking = *state;
    Session *session = lobby_with_a_person(looking);
    Game game = game_make(looking->world, session, BOT_PERSONA);
    assert_true(game_go_on(&game));
    Bot bot = bot_make(0, BOT_PERSONA, SEED);
    BotDesk *desk = calloc(1, sizeof *desk);
    int32_t acts = 0;
    assert_non_null(desk);
    for (int32_t i = 0; i < 400 && session->state.status != STATUS_DEBRIEF; i++) {
        Command command;
        Verdict verdict;
        BotWhy why;
        if (bot_next(&bot, desk, session->def, &session->state, &command, &why)) {
            if (command.kind == COMMAND_ACT)
                command.act.why = reason_pack(TERM_SUBSTANCE, TERM_NONE);
            acts += command.kind == COMMAND_ACT;
            assert_true(session_do(session, &command, &verdict, &game.err));
        }
        assert_true(game_go_on(&game));
    }
    assert_true(acts > 3);
    for (int32_t i = 0; i < session->ledger.count; i++) {
        const Event *event = &session->ledger.items[i];
        if (event->kind == EVENT_ACT && event->act.actor == 0)
            assert_int_equal(event->act.why, 0);
    }
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        for (int32_t n = 0; n < session->state.deeds[i].count; n++)
            assert_int_equal(session->state.deeds[i].act[n].why, 0);
    }
    event_list_free(&desk->events);
    free(desk);
    game_free(&game);
}

static bool reads(const char *why) {
    Buffer json = {0};
    Command command = {.kind = COMMAND_ACT, .at_phase = NONE}, back;
    Err err = {0};
    command_json_write(&command, &json);
    json.length--; // the closing brace
    buffer_format(&json, "%s}", why);
    bool good = command_json_read(
            (Bytes){(const uint8_t *)json.data, json.length}, &back, &err);
    buffer_free(&json);
    return good;
}

static void only_good_reasons_are_read(void **state) {
    (void)state;
    assert_true(reads(""));
    assert_true(reads(",\"why\":[1,0]"));
    assert_true(reads(",\"why\":[14,6]"));
    assert_false(reads(",\"why\":[0,0]"));
    assert_false(reads(",\"why\":[0,1]"));
    assert_false(reads(",\"why\":[15,1]"));
    assert_false(reads(",\"why\":[17,1]"));
    assert_false(reads(",\"why\":[-1,1]"));
    assert_false(reads(",\"why\":[1]"));
    assert_false(reads(",\"why\":1"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    hidden_goals_wait_for_the_facts, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    what_is_not_told_yet_changes_no_byte, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    one_team_is_told_after_the_other, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    what_cannot_be_told_is_refused, setup, teardown),
            cmocka_unit_test_setup_teardown(a_closed_game_tells_all, setup, teardown),
            cmocka_unit_test_setup_teardown(reasons_are_told_seat_by_seat, setup, teardown),
            cmocka_unit_test_setup_teardown(the_record_tells_the_same, setup, teardown),
            cmocka_unit_test_setup_teardown(a_person_has_no_reason, setup, teardown),
            cmocka_unit_test(only_good_reasons_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
