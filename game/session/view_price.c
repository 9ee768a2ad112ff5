// session/view_price.c — what an act costs and brings, in words, as far as this seat can know it. Never: judges whether it is open.
#include "rules/effect.h"
#include "session/view_parts.h"

enum { CHANGES_TOLD_MAX = 12 };

static void add_part(Buffer *out, const char *text) {
    if (!*text) return;
    if (out->length) buffer_add_text(out, " · ");
    buffer_add_text(out, text);
}

static const char *take(const Viewer *viewer, Buffer *out) {
    const char *text =
            region_copy_text(&viewer->out->region, out->data ? out->data : "", out->length);
    buffer_free(out);
    return text;
}

static bool depends(const Def *def, ExprId expr) {
    uint8_t details = EXPR_LOOKS_TARGET | EXPR_LOOKS_SIDE | EXPR_LOOKS_BID
                      | EXPR_LOOKS_ASKED | EXPR_LOOKS_EACH | EXPR_LOOKS_ROLL;
    return expr && (def->exprs[expr].looks & details);
}

static const char *number_name(const Viewer *viewer, const Change *change) {
    const Track *track = &viewer->def->tracks[change->track];
    int32_t row = change->who.how == SEL_ONE ? change->who.index : 0;
    int32_t column = change->toward.how == SEL_ONE ? change->toward.index : 0;
    bool named = track->column == KIND_NONE || change->toward.how == SEL_ONE;
    if (!named && (change->track == TRACK_RESOURCE || change->track == TRACK_LEGITIMACY))
        return "";
    if (change->track == TRACK_TRUST) return say_text(&viewer->say, track->name);
    return say_track(&viewer->say, change->track, core_min(row, track->rows - 1),
            core_min(column, track->columns - 1));
}

// One number a move changes, in words: "Own people +3".
static const char *change_text(const Viewer *viewer, Effect *effect, const Change *change) {
    const char *what = number_name(viewer, change);
    if (!*what) return "";
    if (depends(viewer->def, change->amount))
        return say_sentence(&viewer->say, SAY_CHANGE_OPEN, (SayWith){.what = what});
    int32_t tenths = effect_amount(effect, change);
    if (tenths == 0) return "";
    SayWith with = {.what = what, .text = say_signed(&viewer->say, tenths)};
    bool other = change->who.how == SEL_ONE && change->who.kind == KIND_ACTOR
                 && change->who.index != viewer->me;
    if (!other) return say_fill(&viewer->say, "{what} {text}", &with);
    with.who = say_actor(&viewer->say, change->who.index);
    return say_fill(&viewer->say, "{who}: {what} {text}", &with);
}

static void scope_for(Scope *scope, const Viewer *viewer, const Move *move) {
    scope_plain(scope, viewer->def, viewer->supposed, viewer->me);
    scope->expr.side = move->flags & MOVE_SIDES ? 1 : 0;
    scope->expr.bid = move->bid_min;
    for (int32_t i = 0; i < LETS_OF_A_MOVE_MAX; i++)
        scope->lets[i] = 0;
    for (int32_t i = 0; i < move->lets_count; i++) {
        if (depends(viewer->def, viewer->def->lets[move->lets_first + i].expr)) return;
    }
    scope_lets(scope, move->lets_first, move->lets_count);
}

static bool is_number(const Change *change) {
    return change->op == CHANGE_GAIN || change->op == CHANGE_LOSE
           || change->op == CHANGE_SET;
}

const char *view_brings(const Viewer *viewer, const Move *move) {
    Buffer out = {0};
    Scope scope;
    scope_for(&scope, viewer, move);
    Effect effect = {.scope = &scope, .factors = effect_plain()};
    int32_t told = 0;
    if (move->utters && !depends(viewer->def, move->utters)) {
        add_part(&out, say_sentence(&viewer->say, SAY_UTTERS,
                               (SayWith){.n = expr_amount(&scope.expr, move->utters)}));
    }
    for (int32_t i = 0; i < move->changes.count && told < CHANGES_TOLD_MAX; i++) {
        const Change *change = &viewer->def->changes[move->changes.first + i];
        if (!is_number(change)) continue;
        add_part(&out, change_text(viewer, &effect, change));
        told++;
    }
    return take(viewer, &out);
}

// What changes outside a move bring, as far as it can be said beforehand.
const char *view_changes_text(const Viewer *viewer, ChangeSpan span) {
    Buffer out = {0};
    Scope scope;
    scope_plain(&scope, viewer->def, viewer->state, NONE);
    Effect effect = {.scope = &scope, .factors = effect_plain()};
    for (int32_t i = 0; i < core_min(span.count, CHANGES_TOLD_MAX); i++) {
        const Change *change = &viewer->def->changes[span.first + i];
        if (is_number(change)) add_part(&out, change_text(viewer, &effect, change));
    }
    return take(viewer, &out);
}

const char *view_effort(const Viewer *viewer, const Move *move, int32_t bid) {
    bool point = move->kind == MOVE_POINT;
    bool in_turn = viewer->out->phase_kind == PHASE_IN_TURN;
    if (!point && move->time && !in_turn)
        return say_sentence(&viewer->say, SAY_HOURS, (SayWith){.n = move->time});
    if (move->bid_max > move->bid_min && bid == 0)
        return say_sentence(&viewer->say, SAY_VOICE_BID,
                (SayWith){.n = move->bid_min, .m = move->bid_max});
    int32_t voice = move->bid_max > move->bid_min ? bid : move->voice;
    if (!point || voice == 0) return "";
    return say_sentence(&viewer->say, SAY_VOICE, (SayWith){.n = voice});
}

const char *view_costs(const Viewer *viewer, const Move *move) {
    Buffer out = {0};
    Scope scope;
    scope_for(&scope, viewer, move);
    Effect effect = {.scope = &scope, .factors = effect_plain()};
    add_part(&out, view_effort(viewer, move, 0));
    for (int32_t i = 0; i < move->costs.count; i++) {
        const Change *change = &viewer->def->changes[move->costs.first + i];
        const char *what = number_name(viewer, change);
        if (!*what || depends(viewer->def, change->amount)) continue;
        int32_t points = core_abs(effect_amount(&effect, change)) / 10;
        if (points)
            add_part(&out, say_sentence(&viewer->say, SAY_AMOUNT,
                                   (SayWith){.n = points, .what = what}));
    }
    if (out.length == 0) add_part(&out, say_word(&viewer->say, SAY_FREE));
    return take(viewer, &out);
}
