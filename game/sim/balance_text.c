// sim/balance_text.c — a balance report as text for authors and as JSON for tools. Never: counts anything.
#include "sim/balance.h"
#include <stdio.h>

// "12.3%"; a text of its own, because many stand in one line.
typedef struct Share {
    char text[24];
} Share;

static int64_t permille(int64_t part, int64_t all) {
    return all ? (1000 * part + all / 2) / all : 0;
}

static Share share(int64_t part, int64_t all) {
    Share out;
    int64_t value = permille(part, all);
    snprintf(out.text, sizeof out.text, "%lld.%lld%%", (long long)(value / 10),
            (long long)(value % 10));
    return out;
}

static int64_t mean(int64_t sum, int64_t count) {
    return count ? (sum + count / 2) / count : 0;
}

static void text_head(const Def *def, const Balance *balance, Buffer *out) {
    int64_t games = balance->games;
    buffer_format(out,
            "Passes          %s, without points of power %s; %s when everybody rests\n",
            share(balance->passed, games).text, share(balance->passed_without, games).text,
            balance->rest_passes ? "also" : "not");
    buffer_format(out,
            "By micro        flips %s, text changed %s; a playback in %s, importance moves "
            "in %s\n",
            share(balance->flips, games).text, share(balance->text_changed, games).text,
            share(balance->playbacks, games).text,
            share(balance->importance_moved, games).text);
    buffer_add_text(out, "Endings        ");
    for (int32_t i = 0; i < def->endings_count; i++) {
        buffer_format(out, " %s %s", def_text(def, def->endings[i].names.id),
                share(balance->endings[i], games).text);
    }
    if (balance->endings[ENDINGS_MAX])
        buffer_format(out, " none %s", share(balance->endings[ENDINGS_MAX], games).text);
    buffer_add_text(out, "\n");
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        buffer_format(out, "%s%-12s", i ? "                " : "Law             ",
                def_id(def, (Thing){KIND_CLAUSE, (uint8_t)i}));
        for (int32_t level = 0; level < def->clauses[i].levels_count; level++) {
            buffer_format(
                    out, "  %d: %s", level, share(balance->law[i][level], games).text);
        }
        buffer_add_text(out, "\n");
    }
}

static void text_happenings(const Def *def, const Balance *balance, Buffer *out) {
    if (def->happenings_count == 0) return;
    buffer_add_text(out, "Happenings     ");
    for (int32_t i = 0; i < def->happenings_count; i++) {
        buffer_format(out, " %s %s", def_text(def, def->happenings[i].names.id),
                share(balance->happened[i], balance->games).text);
    }
    buffer_add_text(out, "\n");
}

static void text_move(const Def *def, const Balance *balance, int32_t index, Buffer *out) {
    const BalanceMove *move = &balance->moves[index];
    if (move->asked == 0 && move->made == 0) return;
    buffer_format(out, "  %-26s %6lld  %8s  %8s  %8s", def_text(def, def->moves[index].id),
            (long long)move->made, share(move->games, balance->games).text,
            share(move->closed, move->asked).text,
            share(move->games_closed, balance->games).text);
    if (def->moves[index].kind == MOVE_POINT)
        buffer_format(out, "  %8s", share(move->won, move->made).text);
    buffer_add_text(out, "\n");
}

static void text_moves(const Def *def, const Balance *balance, Buffer *out) {
    buffer_format(out, "%-30s%5s  %8s  %8s  %8s  %8s\n", "Moves", "used", "in games",
            "closed", "to all", "took");
    for (int32_t i = 0; i < def->moves_count; i++)
        text_move(def, balance, i, out);
}

static void text_actor(const Def *def, const Balance *balance, uint8_t index, Buffer *out) {
    const BalanceActor *actor = &balance->actors[index];
    int64_t games = balance->games;
    buffer_format(out, "  %-20s influence %s, means %s",
            def_id(def, (Thing){KIND_ACTOR, index}),
            share(actor->exercised, 1000 * games).text,
            share(actor->macro, 1000 * games).text);
    if (def->actors[index].mandate.when)
        buffer_format(out, ", mandate %s", share(actor->mandate, games).text);
    if (def->actors[index].hidden.when)
        buffer_format(out, ", hidden %s", share(actor->hidden, games).text);
    buffer_add_text(out, "\n      standing");
    for (int32_t i = 0; i < def_count(def, KIND_AUDIENCE); i++) {
        buffer_format(out, " %s %lld>%lld", def_id(def, (Thing){KIND_AUDIENCE, (uint8_t)i}),
                (long long)mean(actor->legitimacy_start[i], 10 * games),
                (long long)mean(actor->legitimacy[i], 10 * games));
    }
    static const char *const names[] = {
            "substance", "durability", "legitimacy", "coalition", "power shift", "voice"};
    buffer_add_text(out, "\n      criteria");
    for (int32_t i = 0; i < CRITERION_COUNT; i++) {
        if (actor->criteria_known[i] == 0) continue;
        buffer_format(out, " %s %lld", names[i],
                (long long)mean(actor->criteria[i], actor->criteria_known[i]));
    }
    buffer_add_text(out, "\n");
}

void balance_text(const Def *def, const Balance *balance, Buffer *out) {
    text_head(def, balance, out);
    text_happenings(def, balance, out);
    text_moves(def, balance, out);
    buffer_add_text(out, "Actors (influence and means: share of all)\n");
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++)
        text_actor(def, balance, (uint8_t)i, out);
}

// Ids are words of letters, digits and _, so they need no escapes.
static void json_share(Buffer *out, const char *name, int64_t part, int64_t all) {
    buffer_format(out, "\"%s\":%lld,", name, (long long)permille(part, all));
}

static void close_list(Buffer *out, const char *end) {
    if (out->length && out->data[out->length - 1] == ',') out->length--;
    buffer_add_text(out, end);
}

static void json_moves(const Def *def, const Balance *balance, Buffer *out) {
    buffer_add_text(out, "\"moves\":[");
    for (int32_t i = 0; i < def->moves_count; i++) {
        const BalanceMove *move = &balance->moves[i];
        buffer_format(out, "{\"id\":\"%s\",\"used\":%lld,\"won\":%lld,",
                def_text(def, def->moves[i].id), (long long)move->made,
                (long long)move->won);
        json_share(out, "games_permille", move->games, balance->games);
        json_share(out, "closed_permille", move->closed, move->asked);
        json_share(out, "closed_to_all_permille", move->games_closed, balance->games);
        close_list(out, "},");
    }
    close_list(out, "],");
}

static void json_actors(const Def *def, const Balance *balance, Buffer *out) {
    buffer_add_text(out, "\"actors\":[");
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        const BalanceActor *actor = &balance->actors[i];
        buffer_format(out, "{\"id\":\"%s\",", def_id(def, (Thing){KIND_ACTOR, i}));
        json_share(out, "influence_permille", actor->exercised, 1000 * balance->games);
        json_share(out, "means_permille", actor->macro, 1000 * balance->games);
        json_share(out, "mandate_permille", actor->mandate, balance->games);
        json_share(out, "hidden_permille", actor->hidden, balance->games);
        buffer_add_text(out, "\"standing\":{");
        for (int32_t j = 0; j < def_count(def, KIND_AUDIENCE); j++) {
            buffer_format(out, "\"%s\":[%lld,%lld],",
                    def_id(def, (Thing){KIND_AUDIENCE, (uint8_t)j}),
                    (long long)mean(actor->legitimacy_start[j], 10 * balance->games),
                    (long long)mean(actor->legitimacy[j], 10 * balance->games));
        }
        close_list(out, "},\"criteria\":[");
        for (int32_t j = 0; j < CRITERION_COUNT; j++) {
            bool known = actor->criteria_known[j] > 0;
            buffer_format(out, "%lld,",
                    known ? (long long)mean(actor->criteria[j], actor->criteria_known[j])
                          : -1);
        }
        close_list(out, "]},");
    }
    close_list(out, "],");
}

void balance_json(const Def *def, const Balance *balance, Buffer *out) {
    int64_t games = balance->games;
    buffer_format(out, "\"games\":%lld,\"acts\":%lld,\"events\":%lld,", (long long)games,
            (long long)balance->acts, (long long)balance->events);
    json_share(out, "passed_permille", balance->passed, games);
    json_share(out, "passed_without_micro_permille", balance->passed_without, games);
    json_share(out, "flips_permille", balance->flips, games);
    json_share(out, "text_changed_permille", balance->text_changed, games);
    json_share(out, "playbacks_permille", balance->playbacks, games);
    json_share(out, "importance_moved_permille", balance->importance_moved, games);
    buffer_format(out, "\"rest_passes\":%s,\"endings\":{",
            balance->rest_passes ? "true" : "false");
    for (int32_t i = 0; i < def->endings_count; i++) {
        buffer_format(out, "\"%s\":%lld,", def_text(def, def->endings[i].names.id),
                (long long)balance->endings[i]);
    }
    close_list(out, "},\"law\":{");
    for (uint8_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        buffer_format(out, "\"%s\":[", def_id(def, (Thing){KIND_CLAUSE, i}));
        for (int32_t level = 0; level < def->clauses[i].levels_count; level++) {
            buffer_format(out, "%lld,", (long long)balance->law[i][level]);
        }
        close_list(out, "],");
    }
    close_list(out, "},");
    json_moves(def, balance, out);
    json_actors(def, balance, out);
    buffer_format(out, "\"fault_games\":%lld,\"script_faults\":%lld,\"digest\":\"%016llx\"",
            (long long)balance->fault_games, (long long)balance->script_faults,
            (unsigned long long)balance->digest);
}
