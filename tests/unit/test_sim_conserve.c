// tests/unit/test_sim_conserve.c — what changes hands is neither made nor lost: grants, loans and deals over whole random games, ledger lines that add up, and a deal with a full purse. Never: who plays well.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/fold.h"
#include "sim_packs.h"

enum { GAMES = 6, ACTS_MAX = 4096 };

// Tenths that came and went by one act, or by one round's returns.
typedef struct Sums {
    int32_t act[ACTS_MAX], deal[DEALS_MAX], returned[ROUNDS_MAX + 1];
    int32_t grants, loans; // acts that moved something
} Sums;

static int32_t grants_seen, loans_seen; // of all packs

static bool has_word(const Def *def, int32_t move, ChangeOp op) {
    const Move *m = &def->moves[move];
    for (int32_t i = 0; i < m->changes.count; i++) {
        if (def->changes[m->changes.first + i].op == op) return true;
    }
    return false;
}

// Money in hands and in pools; other tracks and resources are no part of what these acts move.
static bool is_money(const Def *def, uint16_t cell) {
    uint8_t track = def->cell_track[cell];
    int32_t money = def->coef[COEF_PURSE] - 1;
    if (money < 0 || (track != TRACK_RESOURCE && track != TRACK_POOL)) return false;
    return (cell - def->tracks[track].base) % def->tracks[track].columns == money;
}

static void add(const Def *def, const Event *event, Sums *sums) {
    const Cause *cause = &event->cause;
    if (event->kind != EVENT_DELTA || !is_money(def, event->cell)) return;
    if (cause->kind == CAUSE_DEAL) sums->deal[cause->id % DEALS_MAX] += event->applied;
    if (cause->kind == CAUSE_ENGINE && cause->id == ENGINE_RETURNED)
        sums->returned[event->round] += event->applied;
    if (cause->kind != CAUSE_MOVE) return;
    bool grants = has_word(def, cause->id, CHANGE_GRANT),
         lends = has_word(def, cause->id, CHANGE_LOAN)
                 && !(def->moves[cause->id].targets >> KIND_POSITION & 1);
    if (!grants && !lends) return;
    sums->act[cause->act % ACTS_MAX] += event->applied;
    sums->grants += grants;
    sums->loans += lends;
}

static void play(const SimPack *pack) {
    Sums *sums = calloc(1, sizeof *sums);
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        *sums = (Sums){.grants = sums->grants, .loans = sums->loans};
        pack->game->check = true;
        assert_true(sim_game_play(pack->game, BOT_RANDOM, seed));
        const EventList *ledger = &pack->game->ledger;
        for (int32_t i = 0; i < ledger->count; i++)
            add(pack->game->def, &ledger->items[i], sums);
        for (int32_t i = 0; i < ACTS_MAX; i++)
            assert_int_equal(sums->act[i], 0);
        for (int32_t i = 0; i < DEALS_MAX; i++)
            assert_int_equal(sums->deal[i], 0);
        for (int32_t i = 0; i <= ROUNDS_MAX; i++)
            assert_int_equal(sums->returned[i], 0);
    }
    grants_seen += sums->grants;
    loans_seen += sums->loans;
    free(sums);
}

static void what_changes_hands_is_conserved(void **unused) {
    (void)unused;
    assert_true(sim_packs_each(play) >= 6);
    assert_true(grants_seen > 0); // the games did reach what they are there to shake
    assert_true(loans_seen > 0);
}

// What the lines of the ledger say of a number is all that happened to it.
static void lines_add_up_in(const SimPack *pack) {
    int32_t *sum = calloc(CELLS_MAX, sizeof *sum);
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        const Def *def = pack->game->def;
        for (int32_t i = 0; i < def->cells_count; i++)
            sum[i] = def->start[i];
        assert_true(sim_game_play(pack->game, BOT_RANDOM, seed));
        const EventList *ledger = &pack->game->ledger;
        for (int32_t i = 0; i < ledger->count; i++) {
            const Event *event = &ledger->items[i];
            if (event->kind == EVENT_DELTA) sum[event->cell] += event->applied;
        }
        for (int32_t i = 0; i < def->cells_count; i++)
            assert_int_equal(sum[i], pack->game->state.cell[i]);
    }
    free(sum);
}

static void lines_of_a_number_add_up_to_its_change(void **unused) {
    (void)unused;
    assert_true(sim_packs_each(lines_add_up_in) >= 6);
}

static void send(SimGame *game, Command command) {
    command.at_phase = NONE;
    assert_int_equal(sim_game_send(game, &command).code, VERDICT_OK);
}

// A gift into an almost full purse: what does not fit stays with the giver.
static void a_gift_that_does_not_fit_stays(void **unused) {
    (void)unused;
    SimPack pack;
    assert_true(sim_pack_open(&pack, "tests/packs/deck-table"));
    SimGame *game = pack.game;
    const Def *def = game->def;
    fold_begin(def, &game->state, 1);
    for (int16_t i = 0; i < def_count(def, KIND_ACTOR); i++)
        send(game, (Command){.kind = COMMAND_SEAT, .actor = NONE, .a = i, .b = BY_PERSON});
    send(game, (Command){.kind = COMMAND_START, .actor = NONE});
    while (game->state.status != STATUS_RUNNING
            || def->phases[game->state.phase].does != DOES_BACKSTAGE)
        send(game, (Command){.kind = COMMAND_ADVANCE, .actor = NONE});
    uint16_t rich = def_cell(def, TRACK_RESOURCE, 0, 0),
             poor = def_cell(def, TRACK_RESOURCE, 1, 0);
    send(game,
            (Command){.kind = COMMAND_GIVEN, .actor = NONE, .a = (int16_t)poor, .b = 190});
    Command offer = {.kind = COMMAND_DEAL_OFFER, .actor = 0};
    offer.deal = deal_between(0, 1);
    assert_true(deal_give(&offer.deal, 0, 1, 0, 3));
    send(game, offer);
    send(game, (Command){.kind = COMMAND_DEAL_ACCEPT, .actor = 1, .a = 0});
    while (def->phases[game->state.phase].does != DOES_RESOLUTION)
        send(game, (Command){.kind = COMMAND_ADVANCE, .actor = NONE});
    assert_int_equal(game->state.cell[poor], 200);
    assert_int_equal(game->state.cell[rich], 90);
    sim_pack_close(&pack);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(what_changes_hands_is_conserved),
            cmocka_unit_test(lines_of_a_number_add_up_to_its_change),
            cmocka_unit_test(a_gift_that_does_not_fit_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
