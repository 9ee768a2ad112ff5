// wire/view_json_end.c — section "end": the ending, the six criteria, curves, shares and two years later. Never: anything before the end is reached.
#include "wire/view_json_parts.h"

static void write_criteria(JsonOut *json, const ViewEnd *end) {
    json_open(json, "criteria", '[');
    for (int32_t i = 0; i < 6; i++) {
        if (end->criterion[i] < 0) continue;
        json_open(json, NULL, '{');
        json_text(json, "name", end->criteria[i]);
        json_int(json, "n", end->criterion[i]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_curves(JsonOut *json, const ViewEnd *end) {
    json_open(json, "curves", '[');
    for (int32_t i = 0; i < end->curves_count; i++) {
        const ViewCurve *curve = &end->curves[i];
        json_open(json, NULL, '{');
        json_text(json, "name", curve->name);
        json_thing(json, "actor", curve->actor);
        json_open(json, "n", '[');
        for (int32_t round = 0; round <= end->rounds && round <= ROUNDS_MAX; round++)
            json_int(json, NULL, curve->values[round]);
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_shares(JsonOut *json, const ViewEnd *end) {
    json_open(json, "shares", '[');
    for (int32_t i = 0; i < end->shares_count; i++) {
        const ViewShare *share = &end->shares[i];
        json_open(json, NULL, '{');
        json_thing(json, "actor", share->actor);
        json_text(json, "name", share->name);
        json_int(json, "means_start", share->means_start);
        json_int(json, "means_end", share->means_end);
        json_int(json, "influence", share->influence);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_epilogue(JsonOut *json, const ViewEnd *end) {
    json_open(json, "epilogue", '[');
    for (int32_t i = 0; i < end->epilogue_count; i++) {
        const ViewShock *shock = &end->epilogue[i];
        json_open(json, NULL, '{');
        json_text(json, "name", shock->name);
        json_text(json, "text", shock->text);
        json_text(json, "result", shock->result);
        json_some_flag(json, "stood", shock->stood);
        json_close(json, '}');
    }
    json_close(json, ']');
}

// As short as it can be: from, to, all of it and its three parts, percent by words.
static void write_arrows(JsonOut *json, const ViewEnd *end) {
    json_open(json, "arrows", '[');
    for (int32_t i = 0; i < end->arrows_count; i++) {
        const ViewArrow *arrow = &end->arrows[i];
        const int32_t fields[] = {arrow->from, arrow->to, arrow->all, arrow->deciders,
                arrow->words, arrow->promises, arrow->by_words};
        json_open(json, NULL, '[');
        for (size_t n = 0; n < ARRAY_COUNT(fields); n++)
            json_int(json, NULL, fields[n]);
        json_close(json, ']');
    }
    json_close(json, ']');
}

void view_json_end(JsonOut *json, const View *view) {
    const ViewEnd *end = &view->end;
    json_flag(json, "reached", end->reached);
    if (!end->reached) return;
    json_text(json, "title", end->title);
    json_text(json, "text", end->text);
    json_some_text(json, "ask", end->ask);
    json_int(json, "tone", end->tone);
    write_criteria(json, end);
    json_some_text(json, "mandate", end->mandate);
    json_some_text(json, "hidden", end->hidden);
    json_named(json, "law", end->law, end->law_count, VIEW_WHOLE);
    write_curves(json, end);
    write_shares(json, end);
    json_news(json, "timeline", end->timeline, end->timeline_count);
    write_epilogue(json, end);
    write_arrows(json, end);
    json_some_flag(json, "locked", end->locked);
    json_some_int(json, "step", end->step);
    json_some_int(json, "told", end->told);
    json_news(json, "mandates", end->mandates, end->mandates_count);
    json_news(json, "reasons", end->reasons, end->reasons_count);
}
