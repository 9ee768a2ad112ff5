// host/marks.c — frequent events by what they can change; any other changes everything. Never: judges an event by more than its kind and its parties.
#include "host/marks.h"
#include "model/view.h"
#include "wire/view_json.h"

#define BIT(section) (1 << SECTION_##section)

_Static_assert(1 << (SECTION_COUNT - 1) < MARKS_LINES, "a part is no section");

enum {
    // Written from the pack alone.
    FIXED = BIT(WORDS) | BIT(BRIEF) | BIT(BOOK),
    ANYTHING = ~(FIXED | BIT(OFFER)),
    STEP = BIT(NOW),
    // What a list of acts, or being ready, shows to its own team.
    OF_PLAN = BIT(VERBS) | BIT(MINE) | BIT(ME) | BIT(ASKED) | BIT(MEET),
    OF_READY = OF_PLAN | BIT(NEWS) | BIT(BACK),
    OF_PACT = BIT(BACK) | BIT(NEWS) | BIT(ASKED) | BIT(VERBS),
    OF_TURN = BIT(VERBS) | BIT(ASKED) | BIT(NOW),
    OF_WORDS = BIT(MEET) | BIT(NEWS) | BIT(ASKED) | BIT(VERBS),
};

int32_t marks_place(uint8_t who) {
    if (who == VIEW_BOARD) return MARKS_BOARD;
    if (who == VIEW_CONSOLE) return MARKS_CONSOLE;
    return who % ACTORS_MAX;
}

static void mark(Marks *marks, uint8_t actor, uint32_t sections) {
    if (actor < ACTORS_MAX) marks->of[actor] |= sections;
}

static void mark_all(Marks *marks, uint32_t sections) {
    for (int32_t i = 0; i < MARKS_COUNT; i++)
        marks->of[i] |= sections;
}

void marks_all(Marks *marks) { mark_all(marks, ~(uint32_t)FIXED); }

static bool any_coalition(const State *state) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (state->coalition[slot].members) return true;
    }
    return false;
}

// Others hear of it; in a coalition it counts who does something. No price hangs on it but by a condition that asks
// what was done, and then everything may be another.
static void mark_deed(
        Marks *marks, const Looks *looks, const State *state, const Event *event) {
    const uint32_t anything = ((uint32_t)ANYTHING & ~(uint32_t)BIT(NEWS)) | MARKS_LINES;
    uint32_t heard = MARKS_LINES | (any_coalition(state) ? BIT(BACK) : 0);
    mark_all(marks, looks->deeds ? anything : heard);
    mark(marks, event->actor, anything & ~(uint32_t)BIT(PRICES));
}

// One more act of the same turn is asked of its actor alone.
static void mark_turn(Marks *marks, const EventList *ledger, int32_t i) {
    enum { LOOK_BACK = 64 };
    const Event *event = &ledger->items[i];
    for (int32_t k = i - 1; k >= 0 && k > i - LOOK_BACK; k--) {
        const Event *before = &ledger->items[k];
        if (before->kind == EVENT_STEP) break;
        if (before->kind != EVENT_TURN) continue;
        if (before->a != event->a) break;
        mark(marks, (uint8_t)event->a, OF_TURN);
        return;
    }
    mark_all(marks, OF_TURN);
}

// A number that is only shown stands among the numbers of all, or among those of its actor (session/view_table.c).
static void mark_shown(
        Marks *marks, const Def *def, const State *state, const Event *event) {
    int32_t track, row, column;
    def_cell_place(def, event->cell, &track, &row, &column);
    if (state->status >= STATUS_DEBRIEF)
        mark_all(marks, BIT(END)); // the end itself is a step
    if (def->tracks[track].row == KIND_NONE) mark_all(marks, MARKS_NUMBERS);
    if (def->tracks[track].row == KIND_ACTOR) mark(marks, (uint8_t)row, BIT(ME));
}

static void mark_number(Marks *marks, const Def *def, const Looks *looks,
        const State *state, const Event *event) {
    if (looks->quiet[def->cell_track[event->cell]])
        mark_shown(marks, def, state, event);
    else
        marks_all(marks);
}

// With a new round prepared offers are due later.
static bool begins_a_phase(const Event *event) { return event->d == 0; }

void marks_add(Marks *marks, const Def *def, const Looks *looks, const State *state,
        const EventList *ledger, int32_t i) {
    const Event *event = &ledger->items[i];
    switch ((int)event->kind) {
    case EVENT_RNG:
    case EVENT_DRAW:
    case EVENT_REFUSED:
    case EVENT_RULE_ONCE: break;
    case EVENT_PLAN_ADD:
    case EVENT_PLAN_REMOVE: mark(marks, event->actor, OF_PLAN); break;
    case EVENT_DONE:
        mark(marks, event->actor, OF_READY);
        mark_all(marks, STEP);
        break;
    case EVENT_WAITING: mark_all(marks, STEP | BIT(ASKED)); break;
    case EVENT_EXPECT:
    case EVENT_REFLECT: mark(marks, event->actor, BIT(ASKED)); break;
    case EVENT_OWN_VOTE: mark(marks, event->actor, BIT(ASKED) | BIT(CARDS)); break;
    case EVENT_CHOSEN: mark(marks, event->actor, BIT(ASKED) | BIT(NEWS)); break;
    case EVENT_DEAL:
    case EVENT_DEAL_STATE:
    case EVENT_PROPOSAL:
    case EVENT_PROPOSAL_SAYS:
    case EVENT_PROPOSAL_END:
    case EVENT_CONSENT_ASKED:
    case EVENT_CONSENT_SAID: mark_all(marks, OF_PACT); break;
    case EVENT_ASIDE:
    case EVENT_ASIDE_STATE: mark_all(marks, BIT(MEET) | BIT(VERBS)); break;
    case EVENT_COALITION_ASK:
    case EVENT_COALITION_AGENDA: mark_all(marks, BIT(BACK) | BIT(NEWS)); break;
    case EVENT_RECORDED:
    case EVENT_QUESTION:
    case EVENT_HAND:
    case EVENT_OBJECTION: mark_all(marks, OF_WORDS); break;
    case EVENT_CARD_SAYS: mark(marks, event->actor, BIT(ASKED) | BIT(NEWS)); break;
    case EVENT_PLACED: break; // who sits where is the house's
    case EVENT_ACT: mark_deed(marks, looks, state, event); break;
    case EVENT_TURN: mark_turn(marks, ledger, i); break;
    case EVENT_DELTA: mark_number(marks, def, looks, state, event); break;
    // At the end everybody knows how far others trusted them.
    case EVENT_STEP:
        mark_all(marks, state->status >= STATUS_DEBRIEF || begins_a_phase(event)
                                ? ~(uint32_t)FIXED
                                : (uint32_t)ANYTHING);
        break;
    // What a deal can be made of, and with whom: places, groups, what trust allows, who plays.
    case EVENT_SEAT:
    case EVENT_RETIRED:
    case EVENT_LEARNED_TRUST:
    case EVENT_POSITION:
    case EVENT_LOAN:
    case EVENT_LOAN_END:
    case EVENT_COALITION:
    case EVENT_MEMBERS:
    case EVENT_COALITION_END: marks_all(marks); break;
    default: mark_all(marks, (uint32_t)ANYTHING); break;
    }
}
