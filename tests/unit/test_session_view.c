// tests/unit/test_session_view.c — what a seat is shown: whole, true to the gate, and untouched by anybody's secrets. Never: judges how it looks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/gate.h"
#include "session/own_words.h"
#include "session/view.h"
#include "session_secrets.h"
#include "session_world.h"
#include "view_dump.h"

enum { PAIRS_MIN = 2000, GAMES = 12, EVERY = 3, WHY_CELLS = 3 };

static const char PLANTED[] = "planted-secret-7041";

typedef struct Looking {
    World *world;
    Rng rng;
    View here, there;
    Buffer a, b;
    Session *twin; // the same game with other secrets
    Language language;
    int32_t looks, pairs, open_seen, closed_seen, hidden_events;
    uint8_t viewer;
} Looking;

static int32_t draw(Looking *looking, int32_t n) {
    return (int32_t)rng_draw(&looking->rng, (uint32_t)n);
}

// Private texts of other actors are planted with a mark, in every language call.
static const char *marked_text(void *context, TextId id) {
    const Looking *looking = context;
    const Def *def = looking->world->scenario.def;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        const Actor *actor = &def->actors[i];
        bool secret = id == actor->private_brief || id == actor->hidden.text
                      || id == actor->hidden.reveal;
        if (id != 0 && i != looking->viewer && secret) return PLANTED;
    }
    return def_text(def, def->texts[id].source);
}

static const char *plain_engine(void *context, const char *id, const char *english) {
    (void)context;
    (void)id;
    return english;
}

static void filled(void *context, Buffer *out, const char *pattern, const TextArgs *args) {
    const Looking *looking = context;
    catalog_format(out, looking->world->scenario.catalogs, "en", pattern, args);
}

static int setup(void **state) {
    Looking *looking = calloc(1, sizeof *looking);
    if (!looking) return 1;
    looking->world = world_make("scenarios/riverside-link");
    looking->rng = rng_seed(3, 3);
    looking->twin = calloc(1, sizeof *looking->twin);
    looking->language = (Language){.context = looking,
            .text = marked_text,
            .engine = plain_engine,
            .format = filled,
            .code = "en"};
    *state = looking;
    return looking->world && looking->twin ? 0 : 1;
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->here);
    view_free(&looking->there);
    buffer_free(&looking->a);
    buffer_free(&looking->b);
    free(looking->twin);
    int result = world_free(looking->world);
    free(looking);
    return result;
}

static void play_games(Looking *looking, bool (*after)(void *, const Game *)) {
    for (int32_t i = 0; i < GAMES; i++) {
        Session *session = world_begin(looking->world, 40 + (uint64_t)i);
        Game game = game_make(looking->world, session, i % 3 ? BOT_PERSONA : BOT_RANDOM);
        game.after = after;
        game.context = looking;
        assert_true(game_go_on(&game));
        assert_int_equal(session->state.status, STATUS_DEBRIEF);
        game_free(&game);
    }
}

// ---- whole and true to the gate ----

static bool answerable(const ViewMove *move) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        int32_t open = 0;
        for (int32_t o = 0; o < move->asks[i].options_count; o++)
            open += move->asks[i].options[o].open;
        if (open == 0) return false;
    }
    return true;
}

// The next combination of answers the view shows as open, counted like an odometer; false after the last.
static bool answer(const ViewMove *move, int32_t *at, Act *act) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        const ViewQuestion *ask = &move->asks[i];
        while (at[i] < ask->options_count && !ask->options[at[i]].open)
            at[i]++;
        if (at[i] >= ask->options_count) {
            at[i] = 0;
            if (i + 1 >= move->asks_count) return false;
            at[i + 1]++;
            i = -1; // from the first wheel again
            continue;
        }
        act->asked[i] = ask->options[at[i]].value;
    }
    return true;
}

// Which answers suit may depend on the target: some of those that are shown have to do.
static bool passes(
        Looking *looking, const Session *session, const ViewMove *move, Thing target) {
    Act act = {.move = move->index,
            .actor = looking->viewer,
            .target = target,
            .arena = NONE,
            .bid = move->bid_min};
    int32_t at[ASKS_MAX] = {0};
    if (!answerable(move)) return false;
    while (answer(move, at, &act)) {
        for (int32_t side = move->sides ? -1 : 0; side <= (move->sides ? 1 : 0); side++) {
            act.side = (int8_t)side;
            Command command = {.kind = move->is_request ? COMMAND_CONSENT_ASK : COMMAND_ACT,
                    .actor = looking->viewer,
                    .at_phase = NONE,
                    .act = act};
            if (gate_check(session->def, &session->state, &command).code == VERDICT_OK)
                return true;
        }
        if (move->asks_count == 0) return false;
        at[0]++;
    }
    return false;
}

static void check_move(Looking *looking, const Session *session, const ViewMove *move) {
    assert_true(move->open == (move->closed[0] == 0));
    int32_t open = 0;
    for (int32_t i = 0; i < move->targets_count; i++) {
        const ViewTarget *target = &move->targets[i];
        bool passed = passes(looking, session, move, target->thing);
        if (target->open != passed && move->asks_count == 0)
            fail_msg("%s -> %s: shown %d, gate %d", move->id, target->name, target->open,
                    passed);
        if (target->open && !passed) fail_msg("%s -> %s is closed", move->id, target->name);
        assert_true(target->open || target->closed[0] != 0);
        open += target->open;
    }
    if (move->targets_count == 0 && move->open)
        assert_true(passes(looking, session, move, (Thing){KIND_NONE, 0}));
    assert_true(!move->open || open > 0 || move->targets_count == 0);
    looking->open_seen += move->open;
    looking->closed_seen += !move->open;
}

static bool look_at_view(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (looking->looks++ % EVERY) return true;
    looking->viewer = (uint8_t)draw(looking, def_count(session->def, KIND_ACTOR));
    view_build(session, looking->viewer, &looking->language, &looking->here);
    buffer_reset(&looking->a);
    dump_view(&looking->a, &looking->here);
    assert_null(strstr(looking->a.data, "!NULL!"));
    const char *raw = strchr(looking->a.data, '{'); // a placeholder nobody filled
    if (raw)
        fail_msg("%.60s",
                core_max(0, (int32_t)(raw - looking->a.data) - 20) + looking->a.data);
    assert_true(looking->here.expected[0] != 0 && looking->here.phase_name[0] != 0);
    bool open_first = true;
    for (int32_t i = 0; i < looking->here.moves_count; i++) {
        const ViewMove *move = &looking->here.moves[i];
        assert_true(open_first || !move->open);
        open_first = move->open;
        check_move(looking, session, move);
    }
    return true;
}

static void test_open_is_what_the_gate_lets_through(void **state) {
    Looking *looking = *state;
    play_games(looking, look_at_view);
    print_message("%d open and %d closed acts looked at\n", looking->open_seen,
            looking->closed_seen);
    assert_true(looking->open_seen > 500 && looking->closed_seen > 500);
}

// ---- no secret of another changes a byte ----

// A private deal of two others, in State and in the ledger.
static void add_deal(Looking *looking, const Def *def, uint8_t me) {
    State *state = &looking->twin->state;
    uint8_t from = (uint8_t)draw(looking, def_count(def, KIND_ACTOR));
    uint8_t to = (uint8_t)draw(looking, def_count(def, KIND_ACTOR));
    int32_t slot = 0;
    while (slot < DEALS_MAX && state->deal[slot].state != DEAL_FREE)
        slot++;
    if (slot == DEALS_MAX || from == me || to == me || from == to) return;
    state->deal[slot] = (Deal){
            .state = DEAL_AGREED,
            .from = from,
            .to = to,
            .gives[0][0] = 1,
            .promises_count = 1,
            .promises[0] = {.kind = PROMISE_WORDS, .by = from, .size = 1, .due = 4},
            .words = 1
    };
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

static bool is_hidden(const Session *session, const Event *event, uint8_t me) {
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

// The ledger of the twin: what the viewer may not know of never happened, or was somebody else's.
static void rewrite_ledger(Looking *looking, const Session *session, uint8_t me) {
    Session *twin = looking->twin;
    twin->ledger = (EventList){0};
    for (int32_t i = 0; i < session->ledger.count; i++) {
        const Event *event = &session->ledger.items[i];
        if (i == session->looked[me]) twin->looked[me] = twin->ledger.count;
        bool hidden = is_hidden(session, event, me);
        looking->hidden_events += hidden;
        int32_t track, row, column;
        if (hidden && event->kind == EVENT_DELTA) {
            def_cell_place(session->def, event->cell, &track, &row, &column);
            if (secret_knows(session->def, &session->state, me, track, row, column) < 2)
                continue;
        } else if (hidden) {
            continue;
        }
        Event copy = *event;
        if (hidden) { // the number is known, who did it is not
            copy.cause.id = 0;
            copy.cause.actor = event->cause.actor == 0 ? 1 : 0;
            if (copy.cause.actor == me) copy.cause.actor = 2;
            copy.authors[0].actor = copy.cause.actor;
        }
        *event_list_add(&twin->ledger) = copy;
    }
    if (session->looked[me] >= session->ledger.count) twin->looked[me] = twin->ledger.count;
}

static void make_twin(Looking *looking, const Session *session, uint8_t me) {
    const Def *def = session->def;
    *looking->twin = *session;
    rewrite_ledger(looking, session, me);
    secret_scramble(&looking->rng, def, &looking->twin->state, me);
    for (int32_t i = 0; i < 3; i++)
        add_deal(looking, def, me);
}

static void dump_whys(Looking *looking, const Session *session, Buffer *out, uint64_t key) {
    Region region = {0};
    for (uint64_t i = 0; i < WHY_CELLS; i++) {
        const ViewWhy *lines;
        uint16_t cell = (uint16_t)(rng_mix(key, i) % session->def->cells_count);
        int32_t count = view_why(
                session, looking->viewer, &looking->language, cell, &region, &lines);
        for (int32_t n = 0; n < count; n++)
            buffer_format(
                    out, "%d %s %d\n", lines[n].tenths, lines[n].text, lines[n].round);
    }
    region_clear(&region);
}

static void first_difference(const char *a, const char *b) {
    while (*a && *a == *b) {
        a++;
        b++;
    }
    fail_msg("the view changed with a secret:\n  %.200s\n  %.200s", a, b);
}

static bool look_twice(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (session->state.status >= STATUS_DEBRIEF) return true;
    uint8_t me = looking->viewer =
            (uint8_t)draw(looking, def_count(session->def, KIND_ACTOR));
    make_twin(looking, session, me);
    char planted[sizeof PLANTED];
    memcpy(planted, PLANTED, sizeof planted);
    OwnWords words[] = {
            {.text = planted, .length = strlen(planted)}
    };
    looking->twin->words = words;
    looking->twin->words_count = 1;
    view_build(session, me, &looking->language, &looking->here);
    view_build(looking->twin, me, &looking->language, &looking->there);
    // An owner is told the sign of its decider's support, bands or not: it decides what its vote costs.
    looking->there.vote_hint = looking->here.vote_hint;
    buffer_reset(&looking->a);
    buffer_reset(&looking->b);
    dump_view(&looking->a, &looking->here);
    dump_view(&looking->b, &looking->there);
    uint64_t key = rng_next(&looking->rng);
    dump_whys(looking, session, &looking->a, key);
    dump_whys(looking, looking->twin, &looking->b, key);
    event_list_free(&looking->twin->ledger);
    if (strcmp(looking->a.data, looking->b.data) != 0)
        first_difference(looking->a.data, looking->b.data);
    assert_null(strstr(looking->b.data, PLANTED));
    looking->pairs++;
    return true;
}

static void test_no_secret_of_another_changes_a_byte(void **state) {
    Looking *looking = *state;
    play_games(looking, look_twice);
    print_message("%d pairs equal, %d hidden events rewritten\n", looking->pairs,
            looking->hidden_events);
    assert_true(looking->pairs >= PAIRS_MIN);
    assert_true(looking->hidden_events > PAIRS_MIN);
}

// The checker itself: what the viewer may know does change its view.
static bool look_for_change(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (session->state.status != STATUS_RUNNING || looking->pairs++ % 20) return true;
    looking->viewer = 0;
    *looking->twin = *session;
    State *state = &looking->twin->state;
    uint16_t cell = def_cell(session->def, TRACK_LEGITIMACY, 1, 0);
    state->cell[cell] = (int16_t)((state->cell[cell] + 500) % 1000);
    view_build(session, 0, &looking->language, &looking->here);
    view_build(looking->twin, 0, &looking->language, &looking->there);
    buffer_reset(&looking->a);
    buffer_reset(&looking->b);
    dump_view(&looking->a, &looking->here);
    dump_view(&looking->b, &looking->there);
    assert_string_not_equal(looking->a.data, looking->b.data);
    return true;
}

static void test_what_may_be_known_does_change_the_view(void **state) {
    play_games(*state, look_for_change);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_open_is_what_the_gate_lets_through, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_no_secret_of_another_changes_a_byte, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_what_may_be_known_does_change_the_view, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
