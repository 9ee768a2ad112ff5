// sim/author.c — an author's test: given, play, expect. Never: cheats; every step goes through decide.
#include "sim/author.h"
#include "rules/fold.h"
#include "rules/gate.h"
#include "rules/scope.h"
#include "sim/author_told.h"
#include <stdio.h>
#include <string.h>

enum { ADVANCES_MAX = 200 };

typedef struct Run {
    SimGame *game;
    const Def *def;
    const ScenarioTest *test;
    AuthorResult *result;
    bool resolved; // the present round's end has run
} Run;

static bool fail(Run *run, int32_t line, const char *what) {
    run->result->passed = false;
    run->result->line = line;
    snprintf(run->result->what, sizeof run->result->what, "%s", what);
    return false;
}

static const State *now(const Run *run) { return &run->game->state; }

static Verdict console(Run *run, CommandKind kind, int32_t a, int32_t b) {
    Command command = {.kind = (uint8_t)kind,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b};
    return sim_game_send(run->game, &command);
}

static bool over(const Run *run) { return now(run)->status >= STATUS_DEBRIEF; }

static bool advance(Run *run) {
    if (over(run)) return false;
    return console(run, COMMAND_ADVANCE, 0, 0).code == VERDICT_OK;
}

static uint8_t phase_does(const Run *run) {
    return now(run)->status == STATUS_RUNNING ? run->def->phases[now(run)->phase].does
                                              : DOES_NOTHING;
}

static bool resolves(const Run *run) {
    for (int32_t i = 0; i < run->def->phases_count; i++) {
        if (run->def->phases[i].does == DOES_RESOLUTION) return true;
    }
    return false;
}

// Goes on until the round's rules have run: into RESOLUTION, or into the next round where there is none.
static bool to_round_end(Run *run) {
    uint8_t round = now(run)->round;
    for (int32_t i = 0; i < ADVANCES_MAX && !over(run); i++) {
        if (!advance(run)) return over(run);
        if (phase_does(run) == DOES_RESOLUTION && now(run)->sub == MEET_NONE) return true;
        if (now(run)->round > round && round > 0 && !resolves(run)) return true;
    }
    return over(run);
}

// Sealed lists are resolved before anything else is looked at.
static void resolve_lists(Run *run) {
    bool waiting = false;
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        waiting |= now(run)->plan_count[i] > 0;
    if (!waiting) return;
    bool meets = run->def->phases[now(run)->phase].kind == PHASE_MEETING;
    uint8_t meeting = now(run)->meeting, phase = now(run)->phase;
    for (int32_t i = 0; meets && i < ADVANCES_MAX && now(run)->phase == phase
                        && now(run)->meeting == meeting;
            i++) {
        if (!advance(run)) return;
    }
    if (!meets) (void)to_round_end(run);
}

static bool has_list(const Run *run) {
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        if (now(run)->plan_count[i] > 0) return true;
    }
    return false;
}

static bool wrong_moment(Verdict verdict) {
    return verdict.code == VERDICT_WRONG_PHASE || verdict.code == VERDICT_NOT_PRESENT
           || verdict.code == VERDICT_NOT_YOUR_TURN;
}

// Asks for a move in the first step that takes it; in turns, actors before pass.
static Verdict try_move(Run *run, const TestStep *step) {
    Command command = {
            .kind = COMMAND_ACT, .actor = step->actor, .at_phase = NONE, .act = step->act};
    command.act.actor = step->actor;
    Verdict verdict = verdict_no(VERDICT_WRONG_PHASE), told = verdict;
    for (int32_t i = 0; i < ADVANCES_MAX && !over(run); i++) {
        if (now(run)->status == STATUS_RUNNING) {
            verdict = sim_game_send(run->game, &command);
            if (!wrong_moment(verdict)) return verdict;
            // If no meeting ever lets the actor in, that is the reason.
            if (verdict.code == VERDICT_NOT_PRESENT) told = verdict;
        }
        if (verdict.code == VERDICT_NOT_YOUR_TURN) {
            Command pass = {
                    .kind = COMMAND_DONE, .actor = now(run)->turn_actor, .at_phase = NONE};
            if (sim_game_send(run->game, &pass).code == VERDICT_OK) continue;
        }
        if (!advance(run)) break;
    }
    return told.code == VERDICT_NOT_PRESENT ? told : verdict;
}

static bool play_move(Run *run, const TestStep *step, int32_t number) {
    uint8_t move = step->act.move;
    if (move >= run->def->moves_count)
        return fail(run, step->line, "this move is not in the game");
    run->result->tried[move / 64] |= (uint64_t)1 << (move % 64);
    bool sealed = run->def->moves[move].kind != MOVE_POINT;
    bool meets_now = now(run)->status == STATUS_RUNNING
                     && run->def->phases[now(run)->phase].kind == PHASE_MEETING;
    if (has_list(run) && sealed == meets_now) resolve_lists(run);
    if (step->refused && (run->def->moves[move].flags & MOVE_ONCE)) resolve_lists(run);
    Verdict verdict = try_move(run, step);
    run->result->answer = verdict.code;
    char what[400];
    const char *id = def_text(run->def, run->def->moves[move].id);
    if (step->refused == (verdict.code != VERDICT_OK)) return true;
    if (step->refused)
        snprintf(what, sizeof what, "step %d: expected refused, but %s was open", number,
                id);
    else
        author_tell_refusal(run->def, number, id, verdict, what, sizeof what);
    return fail(run, step->line, what);
}

static bool to_phase(Run *run, const TestStep *step) {
    for (int32_t i = 0; i < ADVANCES_MAX && !over(run); i++) {
        if (now(run)->status == STATUS_RUNNING && now(run)->phase == step->index)
            return true;
        if (!advance(run)) break;
    }
    return fail(run, step->line, "that phase did not come");
}

static bool happen(Run *run, const TestStep *step) {
    while (now(run)->status != STATUS_RUNNING && advance(run)) {
    }
    if (console(run, COMMAND_HAPPEN, step->index, -1).code != VERDICT_OK)
        return fail(run, step->line, "this happening could not come");
    if (step->choice < 0) return true;
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *open = &now(run)->choice[i];
        if (!open->open || open->kind != CHOICE_HAPPENING || open->happening != step->index)
            continue;
        uint16_t asked = open->asked;
        bool console_answers = asked == 0 || open->console;
        if (console_answers) (void)console(run, COMMAND_CHOOSE, step->index, step->choice);
        for (uint8_t actor = 0; actor < ACTORS_MAX; actor++) {
            if (console_answers || !((asked >> actor) & 1)) continue;
            Command answer = {.kind = COMMAND_CHOOSE,
                    .actor = actor,
                    .at_phase = NONE,
                    .a = step->index,
                    .b = step->choice};
            if (sim_game_send(run->game, &answer).code != VERDICT_OK)
                return fail(run, step->line, "this answer was closed");
        }
        return true;
    }
    return fail(run, step->line, "this happening asked nobody");
}

enum { SOME_REASON = 1 }; // an objection says why; which words does not matter here

static bool vote(Run *run, const TestStep *step) {
    uint8_t owner = run->def->deciders[step->index].owner;
    Command command = {.kind = COMMAND_VOTE,
            .actor = owner,
            .at_phase = NONE,
            .a = step->index,
            .b = step->vote,
            .d = step->vote < 0 ? SOME_REASON : 0};
    for (int32_t i = 0; i < ADVANCES_MAX && !over(run); i++) {
        if (sim_game_send(run->game, &command).code == VERDICT_OK) return true;
        if (!advance(run)) break;
    }
    return fail(run, step->line, "nobody may cast this vote");
}

static bool not_yet(Verdict verdict) {
    return verdict.code == VERDICT_NO_VOTE || verdict.code == VERDICT_WRONG_PHASE;
}

// Options one by one, from the first; a refusal is the last word on it.
static bool spread(Run *run, const TestStep *step) {
    bool open = false;
    for (int16_t i = 0; i < BUDGET_OPTIONS_MAX; i++) {
        Command command = {.kind = COMMAND_SPREAD,
                .actor = run->def->deciders[step->index].owner,
                .at_phase = NONE,
                .a = step->index,
                .b = i,
                .c = step->points[i]};
        if (step->points[i] == 0) continue;
        Verdict verdict = sim_game_send(run->game, &command);
        for (int32_t k = 0; !open && not_yet(verdict) && k < ADVANCES_MAX; k++) {
            if (over(run) || !advance(run)) break;
            verdict = sim_game_send(run->game, &command);
        }
        run->result->answer = verdict.code;
        if (verdict.code != VERDICT_OK)
            return step->refused ? true
                                 : fail(run, step->line, "these points cannot be spread");
        open = true;
    }
    return step->refused ? fail(run, step->line, "these points could be spread") : open;
}

// Asked for as soon as a phase takes it; everybody who is asked says yes, and BACKSTAGE closes.
static bool agree(Run *run, const TestStep *step, const Command *ask, const char *no) {
    bool asked = false;
    for (int32_t i = 0; i < ADVANCES_MAX && !asked && !over(run); i++) {
        asked = now(run)->status == STATUS_RUNNING
                && sim_game_send(run->game, ask).code == VERDICT_OK;
        if (!asked && !advance(run)) break;
    }
    if (!asked) return fail(run, step->line, no);
    for (int16_t slot = 0; slot < PROPOSALS_MAX; slot++) {
        for (uint8_t actor = 0; actor < ACTORS_MAX; actor++) {
            Command yes = {.kind = COMMAND_COALITION_SAY,
                    .actor = actor,
                    .at_phase = NONE,
                    .a = slot,
                    .b = 1};
            (void)sim_game_send(run->game, &yes);
        }
    }
    return advance(run);
}

// Whatever a client can send, judged as it is.
static bool play_command(Run *run, const TestStep *step) {
    Verdict verdict = sim_game_send(run->game, &step->command);
    run->result->answer = verdict.code;
    bool refused = verdict.code != VERDICT_OK;
    if (refused == (step->refused != 0)) return true;
    char what[200];
    snprintf(what, sizeof what, "%s was %s", command_name((CommandKind)step->command.kind),
            refused ? verdict_code((VerdictCode)verdict.code) : "open");
    return fail(run, step->line, what);
}

static bool join(Run *run, const TestStep *step) {
    Command ask = {.kind = COMMAND_COALITION_PROPOSE,
            .actor = step->actor,
            .at_phase = NONE,
            .a = step->index,
            .b = (int16_t)(1 << step->actor)};
    return agree(run, step, &ask, "this coalition cannot be joined");
}

static bool found(Run *run, const TestStep *step) {
    Command ask = {.kind = COMMAND_COALITION_PROPOSE,
            .actor = step->actor,
            .at_phase = NONE,
            .a = NONE,
            .b = step->choice};
    return agree(run, step, &ask, "this coalition cannot be founded");
}

// A list that was just resolved has brought the round to its end; asking for its end twice means two rounds.
static bool round_has_ended(const Run *run, int32_t number) {
    if (phase_does(run) != DOES_RESOLUTION || number < 2) return false;
    return run->test->steps[number - 2].kind != PLAY_ROUND_ENDS;
}

static bool play_step(Run *run, const TestStep *step, int32_t number) {
    if (step->kind != PLAY_MOVE && step->kind != PLAY_COMMAND) resolve_lists(run);
    switch ((PlayKind)step->kind) {
    case PLAY_MOVE: return play_move(run, step, number);
    case PLAY_ROUND_ENDS: return round_has_ended(run, number) ? true : to_round_end(run);
    case PLAY_PHASE: return to_phase(run, step);
    case PLAY_HAPPEN: return happen(run, step);
    case PLAY_DECIDE:
        while (now(run)->status != STATUS_RUNNING && advance(run)) {
        }
        return console(run, COMMAND_DECIDE, step->index, 0).code == VERDICT_OK;
    case PLAY_VOTE: return vote(run, step);
    case PLAY_SPREAD: return spread(run, step);
    case PLAY_COMMAND: return play_command(run, step);
    case PLAY_JOIN: return join(run, step);
    case PLAY_FOUND: return found(run, step);
    }
    return false;
}

static bool expect_condition(Run *run, const TestExpect *expect) {
    Scope scope;
    scope_plain(&scope, run->def, now(run), NONE);
    if (expr_run(&scope.expr, expect->expr)) return true;
    char what[400];
    author_tell_condition(run->def, now(run), expect->words, what, sizeof what);
    return fail(run, expect->line, what);
}

static int32_t faults(const Run *run) {
    int32_t sum = 0;
    for (int32_t i = 0; i < run->def->rules_count; i++)
        sum += now(run)->faults[i];
    return sum;
}

static bool expect_ending(Run *run, const TestExpect *expect) {
    if (!over(run)) (void)console(run, COMMAND_FINISH, 0, 0);
    if (now(run)->ending == expect->index) return true;
    char what[400];
    uint8_t ending = now(run)->ending;
    snprintf(what, sizeof what, "expected %s, the ending was %s", expect->words,
            ending == NONE ? "none"
                           : def_text(run->def, run->def->endings[ending].names.id));
    return fail(run, expect->line, what);
}

static bool expect_all(Run *run) {
    resolve_lists(run);
    for (int32_t i = 0; i < run->test->expects_count; i++) {
        const TestExpect *expect = &run->test->expects[i];
        if (expect->kind == EXPECT_CONDITION && !expect_condition(run, expect))
            return false;
        if (expect->kind == EXPECT_FAULTS && faults(run) != expect->least)
            return fail(run, expect->line, "another number of faults");
    }
    for (int32_t i = 0; i < run->test->expects_count; i++) {
        const TestExpect *expect = &run->test->expects[i];
        if (expect->kind == EXPECT_ENDING && !expect_ending(run, expect)) return false;
    }
    return true;
}

static bool begin(Run *run) {
    SimGame *game = run->game;
    game->ledger.count = 0;
    game->fault[0] = 0;
    fold_begin(run->def, &game->state, run->test->seed ? run->test->seed : 1);
    for (int32_t i = 0; i < def_count(run->def, KIND_ACTOR); i++)
        (void)console(run, COMMAND_SEAT, i, BY_PERSON);
    if (console(run, COMMAND_START, 0, 0).code != VERDICT_OK)
        return fail(run, run->test->line, "the game could not start");
    while (now(run)->round < run->test->given_round && advance(run)) {
    }
    if (run->test->given_count && now(run)->status == STATUS_BRIEF) (void)advance(run);
    for (int32_t i = 0; i < run->test->given_count; i++) {
        (void)console(
                run, COMMAND_GIVEN, run->test->given[i].cell, run->test->given[i].tenths);
    }
    return true;
}

void author_run(SimGame *game, const ScenarioTest *test, AuthorResult *result) {
    *result = (AuthorResult){.passed = true};
    Run run = {.game = game, .def = game->def, .test = test, .result = result};
    bool good = begin(&run);
    for (int32_t i = 0; good && i < test->steps_count; i++) {
        good = play_step(&run, &test->steps[i], i + 1);
        if (!good && result->passed)
            (void)fail(&run, test->steps[i].line, "this step could not be played");
    }
    if (good) good = expect_all(&run);
    if (good && game->fault[0]) (void)fail(&run, test->line, game->fault);
}
