// wire/seat_view_end.c — section "end": the ending, the criteria, curves, shares and two years later. Never: anything before the end is reached.
#include "model/people.h"
#include "wire/seat_view_parts.h"

enum { CRITERIA = 6, CURVES_MOST = ACTORS_MAX * AUDIENCES_MAX };

static void read_criteria(SeatRead *read, const json_t *section, ViewEnd *end) {
    int32_t count = 0;
    const json_t *list = seat_read_list(read, section, "criteria", CRITERIA, &count);
    for (int32_t i = 0; i < CRITERIA; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        end->criteria[i] = seat_read_text(read, item, "name");
        end->criterion[i] = (int16_t)seat_read_int_or(read, item, "n", -1, 0, 100);
    }
}

// As many values as rounds were played, the start included.
static void read_curves(SeatRead *read, const json_t *section, ViewEnd *end) {
    const json_t *list =
            seat_read_list(read, section, "curves", CURVES_MOST, &end->curves_count);
    ViewCurve *curves = seat_read_array(read, end->curves_count, sizeof *curves);
    for (int32_t i = 0; i < end->curves_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        int32_t count = 0;
        const json_t *values = seat_read_list(read, item, "n", ROUNDS_MAX + 1, &count);
        curves[i] = (ViewCurve){.name = seat_read_text(read, item, "name"),
                .actor = seat_read_must(read, item, "actor", read->view->actors_count),
                .audience = (uint8_t)(i % AUDIENCES_MAX)};
        for (int32_t n = 0; n < count; n++)
            curves[i].values[n] = (int16_t)core_clamp(
                    (int32_t)json_integer_value(json_array_get(values, (size_t)n)),
                    INT16_MIN, INT16_MAX);
        end->rounds = core_max(end->rounds, count - 1);
    }
    end->curves = curves;
}

static void read_shares(SeatRead *read, const json_t *section, ViewEnd *end) {
    const json_t *list =
            seat_read_list(read, section, "shares", ACTORS_MAX, &end->shares_count);
    ViewShare *shares = seat_read_array(read, end->shares_count, sizeof *shares);
    for (int32_t i = 0; i < end->shares_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        shares[i] = (ViewShare){
                .actor = seat_read_must(read, item, "actor", read->view->actors_count),
                .name = seat_read_text(read, item, "name"),
                .means_start = (int16_t)seat_read_int(
                        read, item, "means_start", INT16_MIN, INT16_MAX),
                .means_end = (int16_t)seat_read_int(
                        read, item, "means_end", INT16_MIN, INT16_MAX),
                .influence = (int16_t)seat_read_int(
                        read, item, "influence", INT16_MIN, INT16_MAX)};
    }
    end->shares = shares;
}

static void read_epilogue(SeatRead *read, const json_t *section, ViewEnd *end) {
    const json_t *list =
            seat_read_list(read, section, "epilogue", SHOCKS_MAX, &end->epilogue_count);
    ViewShock *shocks = seat_read_array(read, end->epilogue_count, sizeof *shocks);
    for (int32_t i = 0; i < end->epilogue_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        shocks[i] = (ViewShock){.name = seat_read_text(read, item, "name"),
                .text = seat_read_text(read, item, "text"),
                .result = seat_read_text(read, item, "result"),
                .stood = held_flag(item, "stood")};
    }
    end->epilogue = shocks;
}

static int32_t field(SeatRead *read, const json_t *arrow, size_t place, int32_t most) {
    const json_t *value = json_array_get(arrow, place);
    if (!json_is_integer(value) || json_integer_value(value) < 0
            || json_integer_value(value) > most) {
        read->bad = true;
        return 0;
    }
    return (int32_t)json_integer_value(value);
}

static void read_arrows(SeatRead *read, const json_t *section, ViewEnd *end) {
    int32_t actors = read->view->actors_count;
    const json_t *list = seat_read_list(
            read, section, "arrows", ACTORS_MAX * ACTORS_MAX, &end->arrows_count);
    ViewArrow *arrows = seat_read_array(read, end->arrows_count, sizeof *arrows);
    for (int32_t i = 0; i < end->arrows_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        arrows[i] = (ViewArrow){.from = (uint8_t)field(read, item, 0, actors - 1),
                .to = (uint8_t)field(read, item, 1, actors - 1),
                .all = field(read, item, 2, INT32_MAX),
                .deciders = field(read, item, 3, INT32_MAX),
                .words = field(read, item, 4, INT32_MAX),
                .promises = field(read, item, 5, INT32_MAX),
                .by_words = (uint8_t)field(read, item, 6, 100)};
    }
    end->arrows = arrows;
}

void seat_read_end(SeatRead *read) {
    ViewEnd *end = &read->view->end;
    const json_t *section = mirror_section(read->mirror, "end");
    end->reached = held_flag(section, "reached");
    end->locked = held_flag(section, "locked");
    end->step = seat_read_int_or(read, section, "step", 0, 0, DEBRIEF_STEPS);
    end->told = (uint16_t)seat_read_int_or(read, section, "told", 0, 0, UINT16_MAX);
    end->title = seat_read_text(read, section, "title");
    end->text = seat_read_text(read, section, "text");
    end->ask = seat_read_text(read, section, "ask");
    end->tone = (uint8_t)seat_read_int(read, section, "tone", 0, NONE);
    read_criteria(read, section, end);
    end->mandate = seat_read_text(read, section, "mandate");
    end->hidden = seat_read_text(read, section, "hidden");
    end->law = seat_read_named(
            read, (Laid){NULL, json_object_get(section, "law")}, &end->law_count);
    read_curves(read, section, end);
    read_shares(read, section, end);
    end->timeline = seat_read_news(read, section, "timeline", &end->timeline_count);
    read_epilogue(read, section, end);
    read_arrows(read, section, end);
    end->mandates = seat_read_news(read, section, "mandates", &end->mandates_count);
    end->reasons = seat_read_news(read, section, "reasons", &end->reasons_count);
}
