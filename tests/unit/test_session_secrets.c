// tests/unit/test_session_secrets.c — two games that differ in others' secrets alone look the same, to the byte, to every seat, the board and the console. Never: judges how it looks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/reason.h"
#include "planted_words.h"
#include "rules/gate.h"
#include "rules/watch.h"
#include "session/foresee.h"
#include "session/report_page.h"
#include "session/view.h"
#include "session_secrets.h"
#include "session_world.h"
#include "view_dump.h"
#include "wire/view_json.h"

// One view is compared with those of several games with other secrets. What is sent as a change follows from
// two forms of a section (host/views.c), so equal forms at every step are equal changes.
enum { PAIRS_LEAST = 10000, TWINS = 8, EVERY = 3, WHY_CELLS = 3, TRIES = 4, IN_FULL = 7 };

static const char *const PACKS[] = {"scenarios/riverside-link", "scenarios/safe-homes-bill",
        "scenarios/a-wage-to-live-on"};

typedef struct Looking {
    World *world;
    Rng rng;
    View here, there;
    Buffer a, b;
    Session *twin; // the same game with other secrets
    Language language;
    PlantedWords planted_words;
    int32_t looks, pairs, hidden_events, refusals, defects, full;
    int32_t forecasts, foretold; // acts asked about beforehand; lines told of them
    OwnWords words;
    char planted[sizeof PLANTED];
    uint8_t viewer;
    uint64_t key;
    bool report;       // what is told is the report that leaves names and words out
    int32_t reports;   // pairs of them
    ExportLevel level; // of it
    bool defect;       // look with eyes that see too much
} Looking;

static int32_t draw(Looking *looking, int32_t n) {
    return (int32_t)rng_draw(&looking->rng, (uint32_t)n);
}

// ---- the other game ----------------------------------------------------------------------------------------

// A private deal of two or three others, in State and in the ledger.
static void add_deal(Looking *looking, const Def *def, uint8_t me) {
    State *state = &looking->twin->state;
    uint8_t from = (uint8_t)draw(looking, def_count(def, KIND_ACTOR));
    uint8_t to = (uint8_t)draw(looking, def_count(def, KIND_ACTOR));
    int32_t slot = 0;
    while (slot < DEALS_MAX && state->deal[slot].state != DEAL_FREE)
        slot++;
    if (slot == DEALS_MAX || from == me || to == me || from == to) return;
    Deal deal = deal_between(from, to);
    uint8_t third = (uint8_t)draw(looking, def_count(def, KIND_ACTOR));
    if (third != me && !deal_has(&deal, third)) deal_join(&deal, third);
    deal_give(&deal, from, deal.party[deal.parties - 1], 0, 1);
    deal.state = DEAL_AGREED;
    deal.accepted = deal_everybody(&deal);
    deal.promises_count = 1;
    deal.promises[0] = (Promise){.kind = PROMISE_WORDS, .by = from, .size = 1, .due = 4};
    deal.words = 1;
    state->deal[slot] = deal;
    Event *event = event_list_add(&looking->twin->ledger);
    *event = (Event){
            .kind = EVENT_DEAL,
            .flags = EVENT_QUIET,
            .round = state->round,
            .actor = from,
            .cell = UINT16_MAX,
            .a = (int16_t)slot,
            .cause = {.actor = from, .target = {KIND_ACTOR, to}},
            .deal = state->deal[slot]
    };
    Event agreed = *event;
    agreed.kind = EVENT_DEAL_STATE;
    agreed.c = DEAL_AGREED;
    *event_list_add(&looking->twin->ledger) = agreed;
}

static bool published(const EventList *ledger, uint8_t actor, uint8_t round) {
    for (int32_t i = 0; i < ledger->count; i++) {
        const Event *event = &ledger->items[i];
        if (event->kind == EVENT_PUBLISHED && event->actor == actor
                && event->round == round)
            return true;
    }
    return false;
}

// A broken promise about what the viewer watches over is told, and with it the deal it was part of.
static bool heard_by_watching(const Session *session, const Event *event, uint8_t me) {
    if (me >= ACTORS_MAX || event->kind != EVENT_PROMISE_STATE
            || event->c != PROMISE_BROKEN)
        return false;
    const Event *at = event;
    while (at > session->ledger.items && !(at->kind == EVENT_DEAL && at->a == event->a))
        at--;
    return at->kind == EVENT_DEAL
           && watch_sees(session->def, &session->state, me,
                   &at->deal.promises[event->b % PROMISES_MAX]);
}

static bool tells_of_breach(const Session *session, const Event *event, uint8_t me) {
    if (event->kind != EVENT_DEAL) return heard_by_watching(session, event, me);
    const Event *end = session->ledger.items + session->ledger.count;
    for (const Event *at = event + 1; at < end; at++) {
        if (at->kind == EVENT_DEAL && at->a == event->a) return false;
        if (at->a == event->a && heard_by_watching(session, at, me)) return true;
    }
    return false;
}

static bool is_hidden(const Session *session, const Event *event, uint8_t me) {
    if (tells_of_breach(session, event, me)) return false;
    uint8_t doer = event->cause.actor != NONE ? event->cause.actor : event->actor;
    Thing target = event->cause.target;
    bool told = event->actor == me || doer == me
                || (target.kind == KIND_ACTOR && target.index == me)
                || (target.kind == KIND_DECIDER
                        && session->def->deciders[target.index].owner == me);
    if (told && !(event->flags & EVENT_SECRET)) return false;
    if (event->actor == me || doer == me) return false;
    if (event->flags & EVENT_SECRET) return true;
    return (event->flags & EVENT_QUIET)
           && !published(&session->ledger, event->actor, event->round);
}

static uint8_t any_reason(Looking *looking) {
    uint8_t first = (uint8_t)(1 + draw(looking, REASON_TERMS - 1));
    return reason_pack(first, (uint8_t)draw(looking, REASON_TERMS));
}

// The ledger of the twin: what the viewer may not know of never happened, or was somebody else's.
static void rewrite_ledger(Looking *looking, const Session *session, uint8_t me) {
    Session *twin = looking->twin;
    twin->ledger = (EventList){0};
    for (int32_t i = 0; i < session->ledger.count; i++) {
        const Event *event = &session->ledger.items[i];
        if (me < ACTORS_MAX && i == session->looked[me])
            twin->looked[me] = twin->ledger.count;
        bool hidden = is_hidden(session, event, me);
        looking->hidden_events += hidden;
        int32_t track, row, column;
        if (hidden && event->kind == EVENT_DELTA) {
            def_cell_place(session->def, event->cell, &track, &row, &column);
            bool reads_all = me == VIEW_CONSOLE;
            if (!reads_all
                    && secret_knows(session->def, &session->state, me, track, row, column)
                               < 2)
                continue;
        } else if (hidden) {
            continue;
        }
        Event copy = *event;
        // Why a computer's seat chose an act is nobody's to know before the debrief.
        if (copy.kind != EVENT_DEAL && copy.act.id) copy.act.why = any_reason(looking);
        if (hidden) { // the number is known, who did it is not
            copy.cause.id = 0;
            copy.cause.actor = event->cause.actor == 0 ? 1 : 0;
            if (copy.cause.actor == me) copy.cause.actor = 2;
            copy.authors[0].actor = copy.cause.actor;
        }
        *event_list_add(&twin->ledger) = copy;
    }
    if (me < ACTORS_MAX && session->looked[me] >= session->ledger.count)
        twin->looked[me] = twin->ledger.count;
}

static void make_twin(Looking *looking, const Session *session, uint8_t me) {
    const Def *def = session->def;
    *looking->twin = *session;
    rewrite_ledger(looking, session, me);
    secret_scramble(&looking->rng, def, &looking->twin->state, me);
    for (int32_t i = 0; i < 3; i++)
        add_deal(looking, def, me);
    for (int32_t i = 0; i < ACTORS_MAX * PLAN_MAX; i++)
        looking->twin->state.plan[i / PLAN_MAX][i % PLAN_MAX].why = any_reason(looking);
    looking->words = (OwnWords){.text = looking->planted, .length = strlen(PLANTED)};
    looking->twin->words = &looking->words;
    looking->twin->words_count = 1;
}

// ---- what one viewer is told ---------------------------------------------------------------------------------

static void tell_whys(Looking *looking, const Session *session, uint8_t eyes, Buffer *out) {
    Region region = {0};
    for (uint64_t i = 0; i < WHY_CELLS; i++) {
        const ViewWhy *lines;
        uint16_t cell = (uint16_t)(rng_mix(looking->key, i) % session->def->cells_count);
        int32_t count = view_why(session, eyes, &looking->language, cell, &region, &lines);
        for (int32_t n = 0; n < count; n++)
            buffer_format(
                    out, "%d %s %d\n", lines[n].tenths, lines[n].text, lines[n].round);
    }
    region_clear(&region);
}

// An act this seat may try, the same in every pair: one of its moves, with one of its targets.
static Act any_act(const Looking *looking, uint64_t i) {
    const View *view = &looking->here;
    uint64_t pick = rng_mix(looking->key, 100 + i);
    const ViewMove *move = &view->moves[pick % (uint64_t)view->moves_count];
    Act act = {.move = move->index,
            .actor = looking->viewer,
            .arena = NONE,
            .bid = move->bid_min,
            .side = (int8_t)(move->sides ? 1 : 0)};
    if (move->targets_count > 0)
        act.target = move->targets[(pick >> 20) % (uint64_t)move->targets_count].thing;
    for (int32_t q = 0; q < move->asks_count && q < ASKS_MAX; q++) {
        if (move->asks[q].options_count > 0) act.asked[q] = move->asks[q].options[0].value;
    }
    return act;
}

// What trying it would be answered, as the sentence it would read, and what it is foretold before.
static void tell_acts(Looking *looking, const Session *session, Buffer *out) {
    Region region = {0};
    Say say = {session->def, looking->language, &region};
    for (uint64_t i = 0; i < TRIES && looking->here.moves_count > 0; i++) {
        Command command = {.kind = COMMAND_ACT, .actor = looking->viewer, .at_phase = NONE};
        command.act = any_act(looking, i);
        Verdict verdict = gate_act(session->def, &session->state, &command.act);
        buffer_format(out, "%d: %s\n", command.act.move,
                verdict.code == VERDICT_OK ? "" : say_verdict(&say, verdict));
        looking->refusals += verdict.code != VERDICT_OK;
        Foresight seen;
        session_foresee(
                session, looking->viewer, &looking->language, &command, &region, &seen);
        buffer_format(out, "%d %s %s\n", seen.verdict.code, seen.cost, seen.warn);
        for (int32_t n = 0; n < seen.likely_count; n++)
            buffer_format(out, "  %s\n", seen.likely[n]);
        for (int32_t n = 0; n < seen.unknown_count; n++)
            buffer_format(out, "  ? %s\n", seen.unknown[n]);
        looking->forecasts += seen.verdict.code == VERDICT_OK;
        looking->foretold += seen.likely_count;
    }
    region_clear(&region);
}

static void same_signs(Looking *looking) {
    looking->there.vote_hint = looking->here.vote_hint;
    for (int32_t d = 0; d < looking->there.decisions_count; d++) {
        const ViewDecision *from = &looking->here.decisions[d];
        ViewVoter *voters = (ViewVoter *)(uintptr_t)looking->there.decisions[d].voters;
        for (int32_t i = 0; i < looking->there.decisions[d].voters_count; i++) {
            if (voters[i].mine) voters[i].says = from->voters[i].says;
        }
    }
}

static void tell(Looking *looking, const Session *session, View *view, Buffer *out) {
    uint8_t eyes = looking->defect ? VIEW_CONSOLE : looking->viewer;
    bool full = looking->full;
    buffer_reset(out);
    if (looking->report) {
        report_page(session, &looking->language, looking->level, out);
        return;
    }
    if (full)
        view_build(session, eyes, &looking->language, view);
    else
        view_build_some(session, eyes, &looking->language, sections_of(eyes), view);
    // An owner is told the sign of its decider's support, bands or not: it decides what its vote costs.
    if (view == &looking->there) same_signs(looking);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if ((sections_of(eyes) >> i) & 1) view_json_section(view, (Section)i, out);
    }
    if (full && eyes < ACTORS_MAX) dump_view(out, view);
    tell_whys(looking, session, eyes, out);
    if (eyes < ACTORS_MAX) tell_acts(looking, session, out);
}

static void first_difference(const Looking *looking) {
    const char *a = looking->a.data, *b = looking->b.data;
    int32_t same = 0;
    while (a[same] && a[same] == b[same])
        same++;
    fprintf(stderr, "%.300s\n%.300s\n", a + core_max(0, same - 120),
            b + core_max(0, same - 120));
    fail_msg("the view of %d changed with a secret", looking->viewer);
}

static uint8_t any_viewer(Looking *looking, const Def *def) {
    int32_t actors = def_count(def, KIND_ACTOR), one = draw(looking, actors + 2);
    if (one == actors) return VIEW_BOARD;
    return one == actors + 1 ? VIEW_CONSOLE : (uint8_t)one;
}

static bool look_twice(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (session->state.status >= STATUS_DEBRIEF || looking->looks++ % EVERY) return true;
    looking->viewer = looking->defect ? VIEW_BOARD : any_viewer(looking, session->def);
    looking->key = rng_next(&looking->rng);
    looking->full = looking->looks % IN_FULL == 0;
    looking->report = looking->viewer == VIEW_BOARD && !looking->defect && draw(looking, 2);
    looking->level = draw(looking, 3) ? EXPORT_PSEUDONYM : EXPORT_AGGREGATE;
    tell(looking, session, &looking->here, &looking->a);
    for (int32_t i = 0; i < TWINS; i++) {
        make_twin(looking, session, looking->viewer);
        tell(looking, looking->twin, &looking->there, &looking->b);
        event_list_free(&looking->twin->ledger);
        bool same = strcmp(looking->a.data, looking->b.data) == 0;
        if (!same && !looking->defect) first_difference(looking);
        assert_null(strstr(looking->b.data, PLANTED));
        looking->defects += !same;
        looking->pairs++;
        looking->reports += looking->report;
    }
    return true;
}

static void play(Looking *looking, const char *pack, uint64_t seed, BotKind bots) {
    assert_true(pack_watch(&looking->world, pack, seed, bots, look_twice, looking));
}

static int setup(void **state) {
    Looking *looking = calloc(1, sizeof *looking);
    if (!looking) return 1;
    looking->rng = rng_seed(3, 3);
    snprintf(looking->planted, sizeof looking->planted, "%s", PLANTED);
    looking->twin = calloc(1, sizeof *looking->twin);
    looking->planted_words = (PlantedWords){&looking->world, &looking->viewer};
    looking->language = planted_language(&looking->planted_words);
    *state = looking;
    return looking->twin ? 0 : 1;
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->here);
    view_free(&looking->there);
    buffer_free(&looking->a);
    buffer_free(&looking->b);
    free(looking->twin);
    free(looking);
    return 0;
}

static void no_secret_of_another_changes_a_byte(void **state) {
    Looking *looking = *state;
    for (uint64_t seed = 40; seed < 60 && looking->pairs < PAIRS_LEAST; seed++) {
        for (size_t i = 0; i < ARRAY_COUNT(PACKS); i++)
            play(looking, PACKS[i], seed, seed % 2 ? BOT_PERSONA : BOT_RANDOM);
    }
    print_message("%d pairs equal (%d of them reports), %d hidden events rewritten, %d "
                  "refusals, %d forecasts of %d lines\n",
            looking->pairs, looking->reports, looking->hidden_events, looking->refusals,
            looking->forecasts, looking->foretold);
    assert_true(looking->reports > 300);
    assert_true(looking->pairs >= PAIRS_LEAST);
    assert_true(looking->hidden_events > PAIRS_LEAST && looking->refusals > 500);
    assert_true(looking->forecasts > 500 && looking->foretold > 500);
}

// The checker itself: a board that looked with the console's eyes would be found out.
static void a_leak_is_found(void **state) {
    Looking *looking = *state;
    looking->defect = true;
    play(looking, PACKS[0], 40, BOT_RANDOM);
    print_message("%d of %d pairs differ\n", looking->defects, looking->pairs);
    assert_true(looking->defects > looking->pairs / 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    no_secret_of_another_changes_a_byte, setup, teardown),
            cmocka_unit_test_setup_teardown(a_leak_is_found, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
