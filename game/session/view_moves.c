// session/view_moves.c — the acts of this step, open or closed with their reason, and what can be picked with each. Never: a second gate.
#include "base/defect.h"
#include "model/ask.h"
#include "model/guests.h"
#include "rules/effect.h"
#include "rules/gate.h"
#include "rules/options.h"
#include "session/view_parts.h"
#include <stdlib.h>

enum { OPTIONS_OF_MOVE_MAX = 1024 };

// Texts of acts travel once, in "book"; which of them are open, in "verbs".
static bool wants_words(const Viewer *viewer) {
    return view_wants(viewer, 1 << SECTION_BOOK | VIEW_IN_FULL);
}

const char *view_act_text(const Viewer *viewer, const Act *act) {
    const Move *move = &viewer->def->moves[act->move];
    SayWith with = {.what = say_move(&viewer->say, act->move),
            .target = say_thing(&viewer->say, act->target)};
    if (act->target.kind == KIND_NONE)
        return say_sentence(&viewer->say, SAY_NO_TARGET, with);
    bool clause = act->target.kind == KIND_CLAUSE;
    SayId id = SAY_WITH_TARGET;
    if ((move->flags & MOVE_SIDES) && act->side > 0)
        id = clause ? SAY_WITH_UP : SAY_WITH_FOR;
    if ((move->flags & MOVE_SIDES) && act->side < 0)
        id = clause ? SAY_WITH_DOWN : SAY_WITH_AGAINST;
    return say_sentence(&viewer->say, id, with);
}

static int32_t things_count(const Viewer *viewer, Kind kind) {
    if (kind == KIND_READING) return def_count(viewer->def, KIND_FRAME);
    if (kind == KIND_ITEM || kind == KIND_CLAIM) return def_count(viewer->def, KIND_CLAUSE);
    if (kind == KIND_COALITION) return COALITIONS_MAX;
    if (kind == KIND_LINE) return UTTERANCES_MAX;
    if (kind == KIND_POSITION) return LOANS_MAX;
    if (kind == KIND_OFFER) return viewer->def->happenings_count;
    return def_count(viewer->def, kind);
}

static bool offered(const Act *options, int32_t count, Thing thing) {
    for (int32_t i = 0; i < count; i++) {
        if (options[i].target.kind == thing.kind && options[i].target.index == thing.index)
            return true;
    }
    return false;
}

static bool has_word(const Viewer *viewer, const Move *move, ChangeOp op) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        if (viewer->def->changes[move->changes.first + i].op == op) return true;
    }
    return false;
}

// What somebody must know of a target before confirming: a champion's price, a claim's remedy.
static const char *note_of(const Viewer *viewer, const Move *move, Thing thing) {
    if (thing.kind == KIND_CLAIM) return view_claim_text(viewer, thing.index);
    bool champion = thing.kind == KIND_DECIDER && has_word(viewer, move, CHANGE_CHAMPION);
    return champion ? view_price_text(viewer, thing.index) : "";
}

// Why a target is closed: the gate's own answer for the first side and bid.
static Verdict closed_verdict(const Viewer *viewer, uint8_t index, Thing thing) {
    const Move *move = &viewer->def->moves[index];
    Act act = {.move = index,
            .actor = viewer->me,
            .target = thing,
            .arena = NONE,
            .bid = move->bid_min,
            .side = (int8_t)(move->flags & MOVE_SIDES ? 1 : 0)};
    for (int32_t i = 0; i < move->asks_count; i++) {
        act.asked[i] = ask_first(viewer->def, &move->asks[i]);
    }
    return gate_act(viewer->def, viewer->state, &act);
}

// Of many reasons the one found last says most: codes stand in the order in which the gate looks.
static bool says_more(const Verdict *one, const Verdict *than) {
    return one->code > than->code;
}

static const char *thing_name(const Viewer *viewer, Thing thing) {
    if (thing.kind == KIND_LINE) return view_line_text(viewer, thing.index);
    if (thing.kind == KIND_POSITION) return view_loan_text(viewer, thing.index);
    return say_thing(&viewer->say, thing);
}

// The same reason is said once, however many targets it closes.
typedef struct Reason {
    Verdict verdict;
    const char *text;
} Reason;

static bool same_reason(const Verdict *a, const Verdict *b) {
    return a->code == b->code && a->text == b->text && a->need == b->need
           && a->have == b->have && a->cell == b->cell && a->thing.kind == b->thing.kind
           && a->thing.index == b->thing.index;
}

static const char *reason_text(const Viewer *viewer, Reason *last, Verdict verdict) {
    if (verdict.code == VERDICT_OK) return "";
    if (!last->text || !same_reason(&last->verdict, &verdict))
        *last = (Reason){verdict, say_verdict(&viewer->say, verdict)};
    return last->text;
}

// Lists what the act may point at; gives the most telling reason among those that are closed.
static Verdict targets(const Viewer *viewer, ViewMove *out, uint8_t index,
        const Act *options, int32_t count) {
    const Move *move = &viewer->def->moves[index];
    int32_t most = 0, written = 0;
    for (int kind = 1; kind < KIND_COUNT; kind++) {
        if ((move->targets >> kind) & 1) most += things_count(viewer, (Kind)kind);
    }
    ViewTarget *list = view_array(viewer, most, sizeof *list);
    Verdict telling = verdict_ok();
    Reason last = {.text = NULL};
    for (uint8_t kind = 1; kind < KIND_COUNT; kind++) {
        if (!((move->targets >> kind) & 1)) continue;
        for (uint8_t i = 0; i < things_count(viewer, (Kind)kind); i++) {
            Thing thing = {kind, i};
            bool open = offered(options, count, thing) && !DEFECT(DEFECT_HIDES);
            if (kind == KIND_ACTOR && i == viewer->me && !open) continue;
            const char *name = thing_name(viewer, thing);
            bool no_offer = kind == KIND_OFFER && !viewer->def->happenings[i].offer;
            if (!*name || no_offer || (out->is_request && !open)) continue;
            Verdict verdict = open ? verdict_ok() : closed_verdict(viewer, index, thing);
            if (says_more(&verdict, &telling)) telling = verdict;
            list[written++] = (ViewTarget){.thing = thing,
                    .note = note_of(viewer, move, thing),
                    .name = name,
                    .open = open,
                    .closed = reason_text(viewer, &last, verdict)};
        }
    }
    out->targets = list;
    out->targets_count = written;
    return telling;
}

static bool answer_open(const Act *options, int32_t count, int32_t ask, int16_t value) {
    for (int32_t i = 0; i < count; i++) {
        if (options[i].asked[ask] == value) return true;
    }
    return false;
}

static const char *guests_name(const Viewer *viewer, int32_t n) {
    uint16_t list = guests_list(viewer->def, n);
    if (n == 0) return say_word(&viewer->say, SAY_EVERYBODY);
    return state_members_count(list) > 1 ? say_word(&viewer->say, SAY_ALL_AFFECTED)
                                         : say_actors(&viewer->say, list);
}

static const char *answer_name(
        const Viewer *viewer, const Ask *ask, int32_t n, int16_t value) {
    const Def *def = viewer->def;
    const AskWord *word = ask_word(def, ask, value);
    if (word)
        return word->name ? say_text(&viewer->say, word->name) : def_text(def, word->id);
    switch ((AskKind)ask->kind) {
    case ASK_WORD: return "";
    case ASK_THING:
    case ASK_ANY:
        return value == 0 && ask->kind == ASK_ANY
                       ? say_word(&viewer->say, SAY_NOTHING_ASKED)
                       : say_thing(&viewer->say, ask_thing(ask, value));
    case ASK_ACTORS: return guests_name(viewer, n);
    case ASK_NUMBER: break;
    }
    return region_format(&viewer->out->region, "%d", value);
}

static const ViewOption *answers(const Viewer *viewer, const Ask *ask, int32_t place,
        const Act *options, int32_t count, int32_t *out_count) {
    const Def *def = viewer->def;
    *out_count = ask_count(def, ask);
    ViewOption *list = view_array(viewer, *out_count, sizeof *list);
    for (int32_t i = 0; i < *out_count; i++) {
        int16_t value = ask_answer(def, ask, i);
        const char *name = wants_words(viewer) ? answer_name(viewer, ask, i, value) : "";
        list[i] = (ViewOption){.name = name,
                .value = value,
                .open = answer_open(options, count, place, value),
                .closed = ""};
    }
    return list;
}

static const char *ask_name(const Viewer *viewer, const Ask *ask) {
    if (!wants_words(viewer)) return "";
    return ask->name ? say_text(&viewer->say, ask->name) : def_text(viewer->def, ask->id);
}

static void questions(const Viewer *viewer, ViewMove *out, const Move *move,
        const Act *options, int32_t count) {
    ViewQuestion *list = view_array(viewer, move->asks_count, sizeof *list);
    for (int32_t i = 0; i < move->asks_count; i++) {
        const Ask *ask = &move->asks[i];
        list[i].name = ask_name(viewer, ask);
        list[i].many = ask->kind == ASK_ACTORS;
        list[i].key = def_text(viewer->def, ask->id);
        list[i].options = answers(viewer, ask, i, options, count, &list[i].options_count);
    }
    out->asks = list;
    out->asks_count = move->asks_count;
}

// A speech act may carry one story or one fact: those it holds, less what the list spends already.
static int32_t tokens_left(const Viewer *viewer, uint8_t token, uint16_t cell) {
    int32_t left = viewer->state->cell[cell] / 10;
    for (int32_t i = 0; i < viewer->state->plan_count[viewer->me]; i++)
        left -= viewer->state->plan[viewer->me][i].token == token;
    return core_max(0, left);
}

static ViewOption token(const Viewer *viewer, SayId name, uint8_t value, uint8_t track) {
    uint16_t cell = def_cell(viewer->def, track, viewer->me, 0);
    int32_t left = tokens_left(viewer, value, cell);
    Verdict verdict = verdict_need(VERDICT_NEED_NUMBER, 1, left);
    verdict.cell = cell;
    return (ViewOption){
            .name = say_sentence(&viewer->say, name, (SayWith){.n = 1, .m = left}),
            .value = value,
            .open = left >= 1,
            .closed = left >= 1 ? "" : say_verdict(&viewer->say, verdict)};
}

static void tokens(const Viewer *viewer, ViewMove *out) {
    bool speaks = out->mechanism == POINT_UTTER || out->mechanism == POINT_READING;
    if (out->kind != MOVE_POINT || !speaks) return;
    ViewOption *list = view_array(viewer, 3, sizeof *list);
    list[0] = (ViewOption){say_word(&viewer->say, SAY_TOKEN_NONE), 0, true, ""};
    list[1] = token(viewer, SAY_TOKEN_STORY, 1, TRACK_STORY);
    list[2] = token(viewer, SAY_TOKEN_EVIDENCE, 2, TRACK_EVIDENCE);
    out->tokens = list;
    out->tokens_count = 3;
}

// How a move is described, whatever the State: in words for who is sent them; what it costs and brings where it is
// asked for.
static ViewMove described(const Viewer *viewer, uint8_t index, bool priced) {
    const Move *move = &viewer->def->moves[index];
    bool words = wants_words(viewer);
    return (ViewMove){.id = def_text(viewer->def, move->id),
            .name = words ? say_move(&viewer->say, index) : "",
            .about = words ? say_text(&viewer->say, move->about) : "",
            .warns = words ? say_text(&viewer->say, move->warns) : "",
            .closed = "",
            .costs = priced ? view_costs(viewer, move) : "",
            .brings = priced ? view_brings(viewer, move) : "",
            .index = index,
            .kind = move->kind,
            .style = move->style,
            .face = move->face,
            .mechanism = move->mechanism,
            .quiet = move->flags & MOVE_QUIET,
            .sides = move->flags & MOVE_SIDES,
            .clause_sides = (move->targets >> KIND_CLAUSE) & 1,
            .bid_min = move->bid_min,
            .bid_max = move->bid_max,
            .label_max = move->label_max};
}

static ViewMove move_view(const Viewer *viewer, uint8_t index, Act *options, bool request) {
    const Def *def = viewer->def;
    const Move *move = &def->moves[index];
    Verdict verdict =
            request ? verdict_ok() : gate_move(def, viewer->state, viewer->me, index);
    int32_t count = (request ? options_requests : options_of_move)(
            def, viewer->state, viewer->me, index, options, OPTIONS_OF_MOVE_MAX);
    bool full = viewer->state->plan_count[viewer->me] >= PLAN_MAX;
    if (verdict.code == VERDICT_OK && count == 0) {
        verdict = full ? verdict_need(VERDICT_PLAN_FULL, PLAN_MAX, PLAN_MAX)
                       : verdict_no(VERDICT_NO_TARGET);
    }
    ViewMove out = described(viewer, index, view_wants(viewer, VIEW_IN_FULL));
    out.is_request = request;
    out.open = verdict.code == VERDICT_OK;
    Verdict telling = targets(viewer, &out, index, options, count);
    questions(viewer, &out, move, options, count);
    tokens(viewer, &out);
    if (verdict.code == VERDICT_NO_TARGET && telling.code != VERDICT_OK) verdict = telling;
    out.closed = out.open ? "" : say_verdict(&viewer->say, verdict);
    return out;
}

static bool belongs(const Viewer *viewer, uint8_t index) {
    return gate_lists(viewer->def, viewer->state, viewer->me, index);
}

void view_plan(Viewer *viewer) {
    int32_t count = viewer->state->plan_count[viewer->me];
    ViewPlanned *list = view_array(viewer, count, sizeof *list);
    for (int32_t i = 0; i < count; i++) {
        const Act *act = &viewer->state->plan[viewer->me][i];
        list[i] = (ViewPlanned){view_act_text(viewer, act), *act};
    }
    viewer->out->plan = list;
    viewer->out->plan_count = count;
}

// In BACKSTAGE a yes can be asked for what needs one later in the round.
static int32_t request_moves(const Viewer *viewer, ViewMove *list, Act *options) {
    int32_t count = 0;
    if (viewer->out->phase_does != DOES_BACKSTAGE) return 0;
    for (int32_t i = 0; i < viewer->def->moves_count; i++) {
        bool asks = viewer->def->moves[i].flags & (MOVE_CONSENT | MOVE_BUILDS);
        if (!asks || belongs(viewer, (uint8_t)i)) continue;
        ViewMove move = move_view(viewer, (uint8_t)i, options, true);
        if (move.open) list[count++] = move;
    }
    return count;
}

void view_moves(Viewer *viewer) {
    if (view_wants(viewer, VIEW_IN_FULL)) view_supposed(viewer);
    int32_t most = viewer->def->moves_count, count = 0, shut = 0;
    ViewMove *list = view_array(viewer, 2 * most, sizeof *list);
    ViewMove *closed = view_array(viewer, most, sizeof *closed);
    Act *options = malloc(sizeof(Act) * OPTIONS_OF_MOVE_MAX);
    ASSERT(options != NULL);
    for (int32_t i = 0; i < most; i++) {
        if (!belongs(viewer, (uint8_t)i)) continue;
        ViewMove move = move_view(viewer, (uint8_t)i, options, false);
        if (move.open) list[count++] = move;
        if (!move.open) closed[shut++] = move;
    }
    for (int32_t i = 0; i < shut; i++) // open ones first
        list[count++] = closed[i];
    count += request_moves(viewer, list + count, options);
    free(options);
    viewer->out->moves = list;
    viewer->out->moves_count = count;
}

// Everything this seat can ever do, as it is described.
void view_book(Viewer *viewer) {
    bool priced = view_wants(viewer, 1 << SECTION_PRICES);
    if (priced) view_supposed(viewer);
    const Actor *actor = &viewer->def->actors[viewer->me];
    ViewMove *list = view_array(viewer, viewer->def->moves_count, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < viewer->def->moves_count; i++) {
        const Move *move = &viewer->def->moves[i];
        bool own = def_has_move(actor->deck, i)
                   || def_has_move(viewer->state->unlocked[viewer->me], i);
        if (!own || !view_in(viewer, move->who)) continue;
        ViewMove *one = &list[count++];
        *one = described(viewer, (uint8_t)i, priced);
        if (wants_words(viewer)) questions(viewer, one, move, NULL, 0);
    }
    viewer->out->deck = list;
    viewer->out->deck_count = count;
}
