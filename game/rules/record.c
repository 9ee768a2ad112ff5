// rules/record.c — the minutes of a meeting, its questions answered, its end. Never: what was said.
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/meeting_parts.h"
#include "rules/moment.h"
#include "rules/phase.h"
#include "rules/role.h"
#include "rules/stock.h"
#include "rules/ties.h"

// Lines the minutes of this meeting hold at most.
static int32_t lines_most(const Def *def) {
    int32_t most = def->coef[COEF_RECORD_LINES];
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (def->moves[i].records) return core_min(most, def->moves[i].records);
    }
    return most;
}

static bool is_line(const State *state, const Utterance *u, uint8_t wanted) {
    return u->state == wanted && u->arena == meeting_arena(state)
           && u->round == state->round;
}

static int32_t lines_count(const State *state) {
    int32_t count = 0;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &state->utterance[i];
        count += is_line(state, u, UTTERANCE_LIVE) && u->age == 0;
    }
    return count;
}

static bool slanted_already(const State *state) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &state->utterance[i];
        if (is_line(state, u, UTTERANCE_LIVE) && u->slanted) return true;
    }
    return false;
}

static bool may_slant(const Def *def, const State *state) {
    if (!state->taker_won || slanted_already(state)) return false;
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (def->moves[i].records && (def->moves[i].may & (MAY_SLANT | MAY_SHARPEN)))
            return true;
    }
    return false;
}

// The slots a RECORD command names, without empty places; -1 when one of them is no line of today.
static int32_t named_lines(const State *state, const Command *command, uint8_t *slots) {
    int16_t wanted[3] = {command->a, command->b, command->c};
    int32_t count = 0;
    for (int32_t i = 0; i < 3; i++) {
        if (wanted[i] < 0 || wanted[i] == NONE) continue;
        if (wanted[i] >= UTTERANCES_MAX) return -1;
        const Utterance *u = &state->utterance[wanted[i]];
        if (!is_line(state, u, UTTERANCE_SPOKEN) || u->strength == 0) return -1;
        for (int32_t j = 0; j < count; j++) {
            if (slots[j] == wanted[i]) return -1;
        }
        slots[count++] = (uint8_t)wanted[i];
    }
    return count;
}

static Verdict gate_record(const Def *def, const State *state, const Command *command) {
    if (state->sub != MEET_RECORD || meeting_arena(state) == NONE)
        return verdict_no(VERDICT_WRONG_PHASE);
    if (command->actor != state->taker) return verdict_no(VERDICT_NOT_TAKER);
    uint8_t slots[3];
    int32_t count = named_lines(state, command, slots), most = lines_most(def);
    if (count < 0) return verdict_no(VERDICT_WRONG_TARGET);
    if (count + lines_count(state) > most)
        return verdict_need(VERDICT_RECORD_LINES, most, count);
    bool slants = command->d >= 0 && command->d != NONE;
    if (slants && !may_slant(def, state)) return verdict_no(VERDICT_NO_SLANT);
    for (int32_t i = 0; slants && i < count; i++) {
        if (slots[i] == command->d) return verdict_ok();
    }
    return slants ? verdict_no(VERDICT_WRONG_TARGET) : verdict_ok();
}

static const OpenQuestion *question_to(const State *state, uint8_t actor, int32_t from) {
    for (int32_t i = 0; i < 8; i++) {
        const OpenQuestion *q = &state->question[i];
        if (q->open && q->to == actor && q->from == from) return q;
    }
    return NULL;
}

static Verdict gate_answer(const State *state, const Command *command) {
    if (!question_to(state, command->actor, command->b))
        return verdict_no(VERDICT_NO_QUESTION);
    return command->a == 1 || command->a == 2 ? verdict_ok()
                                              : verdict_no(VERDICT_BAD_ANSWER);
}

// Actors that may bring a guest: in a closed room every member, in an invited one its chair, or every
// member where nobody holds the chair yet.
static uint16_t hosts_of(const Def *def, const State *state, uint8_t arena) {
    // Whom they elect or draw is known only when the meeting opens.
    uint8_t rule = state->rules_of[arena].chair;
    bool known = rule == CHAIR_FIXED || rule == CHAIR_ROTATING;
    uint8_t chair = known ? role_chair_of(def, state, arena) : (uint8_t)NONE;
    bool by_chair = def->arenas[arena].space == SPACE_INVITED && chair < ACTORS_MAX;
    uint32_t members = role_members(def, state, arena);
    return (uint16_t)(by_chair ? members & 1u << chair : members);
}

static Verdict gate_invite(const Def *def, const State *state, const Command *command) {
    if (stock_phase_does(def, state) != DOES_BACKSTAGE)
        return verdict_no(VERDICT_WRONG_PHASE);
    bool good = command->a >= 0 && command->a < def_count(def, KIND_ACTOR)
                && command->b >= 0 && command->b < def_count(def, KIND_ARENA);
    if (!good || command->a == command->actor) return verdict_no(VERDICT_WRONG_TARGET);
    uint16_t hosts = hosts_of(def, state, (uint8_t)command->b);
    if (!((hosts >> command->actor) & 1)) return verdict_no(VERDICT_NOT_PRESENT);
    if (state_holds_place(state, command->a, command->b))
        return verdict_no(VERDICT_WRONG_TARGET);
    bool hosted = (state->hosts[command->b] >> command->actor) & 1;
    return hosted ? verdict_no(VERDICT_ONE_GUEST) : verdict_ok();
}

Verdict gate_meeting(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING) return verdict_no(VERDICT_WRONG_PHASE);
    if (command->kind == COMMAND_RECORD) return gate_record(def, state, command);
    if (command->kind == COMMAND_ANSWER) return gate_answer(state, command);
    return gate_invite(def, state, command);
}

static void record_line(Txn *txn, int32_t slot, bool slant) {
    Event event = txn_event(txn, EVENT_RECORDED, txn->state->taker);
    event.a = (int16_t)slot;
    event.b = slant;
    event.flags = EVENT_MICRO;
    event.cause = cause_of(CAUSE_MOVE, txn->state->utterance[slot].move,
            txn->state->utterance[slot].voiced_by);
    event.cause.act = txn->state->utterance[slot].act;
    txn_emit(txn, &event);
}

static void decide_record(Txn *txn, const Command *command) {
    uint8_t slots[3];
    int32_t count = named_lines(txn->state, command, slots);
    for (int32_t i = 0; i < count; i++)
        record_line(txn, slots[i], command->d == slots[i]);
}

// An answer wins trust; dodging costs standing in the room it happens in.
static void decide_answer(Txn *txn, const Command *command) {
    const Def *def = txn->def;
    uint8_t asker = (uint8_t)command->b, me = command->actor;
    const OpenQuestion *question = question_to(txn->state, me, asker);
    ASSERT(question != NULL); // the gate found it
    const Arena *arena = &def->arenas[question->arena];
    Event event = txn_event(txn, EVENT_QUESTION, asker);
    event.a = command->a;
    event.b = question->arena;
    event.flags = EVENT_MICRO;
    event.cause = cause_of(CAUSE_NONE, 0, me);
    event.cause.target = (Thing){KIND_ACTOR, me};
    txn_emit(txn, &event);
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_ANSWER, me);
    if (command->a == 1) {
        book_add(txn->book, def, def_cell(def, TRACK_TRUST, asker, me),
                10 * def->coef[COEF_QUESTION_TRUST], cause, EVENT_MICRO | EVENT_COUNTS);
    } else {
        Coef audience = arena->space == SPACE_CLAIMED || arena->informal
                                ? COEF_AUDIENCE_PUBLIC
                                : COEF_AUDIENCE_POWER;
        uint16_t cell = stock_standing(def, me, audience);
        if (cell != UINT16_MAX) {
            book_add(txn->book, def, cell, -10 * def->coef[COEF_DEFLECT_COST], cause,
                    EVENT_MICRO | EVENT_COUNTS);
        }
    }
    book_settle(txn, txn->book);
}

void decide_meeting(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_RECORD: decide_record(txn, command); break;
    case COMMAND_ANSWER: decide_answer(txn, command); break;
    default:
        txn_say(txn, EVENT_INVITED, command->actor, command->a, command->b, 0, 0);
        break;
    }
}

// Strongest line that is not recorded yet, or -1.
static int32_t strongest_line(const State *state, const Ties *ties) {
    int32_t best = -1;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &state->utterance[i];
        if (!is_line(state, u, UTTERANCE_SPOKEN) || u->strength == 0) continue;
        const Utterance *b = &state->utterance[best < 0 ? i : best];
        bool stronger = best < 0 || u->strength > b->strength;
        if (stronger
                || (u->strength == b->strength && ties_before(ties, u->author, b->author)))
            best = i;
    }
    return best;
}

// Whose turn it is and who writes nothing lets the strongest lines stand. Who won the pen by a bid may
// leave the page empty; a computer in that place does not.
static void record_by_default(Txn *txn) {
    const State *state = txn->state;
    bool on_purpose = state->taker_won && state->taker < ACTORS_MAX
                      && state->seat_by[state->taker] == BY_PERSON;
    if (on_purpose || lines_count(state) > 0) return;
    Ties ties = ties_now(txn->def, state);
    for (int32_t i = 0; i < lines_most(txn->def); i++) {
        int32_t slot = strongest_line(state, &ties);
        if (slot < 0) return;
        record_line(txn, slot, false);
    }
}

// Silence is what the minutes do not say: nothing bid, said, asked, answered or objected to.
static uint16_t silent_actors(const State *state) {
    return (uint16_t)(state->present & ~state->heard);
}

void meeting_record_close(Txn *txn, Book *book) {
    uint8_t arena = meeting_arena(txn->state);
    if (arena == NONE) return;
    record_by_default(txn);
    uint16_t silent = silent_actors(txn->state);
    txn_say(txn, EVENT_MEETING_CLOSED, NONE, arena, (int16_t)silent, 0, 0);
    HookMoment moment = {.moment = MOMENT_MEETING_ENDS, .arena = arena};
    moment_run(txn, book, &moment);
    meeting_refill(txn);
}
