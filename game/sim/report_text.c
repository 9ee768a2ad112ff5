// sim/report_text.c — the further lines of a balance report: personas, scripts, moves, criteria. Never: a check.
#include "sim/report.h"
#include <stdio.h>

typedef struct Share {
    char text[24];
} Share;

static Share share(int64_t part, int64_t all) {
    Share out;
    int64_t value = all ? (1000 * part + all / 2) / all : 0;
    snprintf(out.text, sizeof out.text, "%lld.%lld%%", (long long)(value / 10),
            (long long)(value % 10));
    return out;
}

static int64_t mean(int64_t sum, int64_t count) {
    return count ? (sum + count / 2) / count : 0;
}

static void text_pairs(const Def *def, const Report *report, Buffer *out) {
    buffer_add_text(out,
            "Personas against random players, seat by seat: same seed, the other seats "
            "random.\n"
            "  A pair goes to who meets the public goal alone, else to the larger sum of "
            "text and\n"
            "  standing as the persona weighs them; an even pair is no win.\n");
    buffer_format(out, "  %-14s %8s %8s %8s %14s %14s %16s\n", "seat", "won", "lost",
            "even", "goal, persona", "goal, random", "by goal alone");
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        const ReportPairs *p = &report->pairs[i];
        int64_t all = p->won + p->lost + p->even;
        buffer_format(out, "  %-14s %8s %8s %8s %14s %14s %7lld : %lld\n",
                def_id(def, (Thing){KIND_ACTOR, i}), share(p->won, all).text,
                share(p->lost, all).text, share(p->even, all).text, share(p->met, all).text,
                share(p->met_random, all).text, (long long)p->better, (long long)p->worse);
        buffer_format(out, "      text %lld : %lld", (long long)mean(p->text, all),
                (long long)mean(p->text_random, all));
        for (uint8_t a = 0; a < def_count(def, KIND_AUDIENCE); a++)
            buffer_format(out, ", %s %lld : %lld", def_id(def, (Thing){KIND_AUDIENCE, a}),
                    (long long)mean(p->standing[a], 10 * all),
                    (long long)mean(p->standing_random[a], 10 * all));
        buffer_add_text(out, "\n");
    }
}

static void text_scripts(const Def *def, const Report *report, Buffer *out) {
    static const char *const names[SCRIPT_COUNT] = {
            "elite", "street", "media", "law", "mixed", "over-ambition"};
    static const char *const criteria[CRITERION_COUNT] = {
            "substance", "durability", "legitimacy", "coalition", "power shift", "voice"};
    buffer_add_text(out, "Scripted reformers (");
    uint16_t reformers = report_reformers(def);
    for (uint8_t i = 0, any = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((reformers >> i) & 1)) continue;
        buffer_format(out, "%s%s", any++ ? ", " : "", def_id(def, (Thing){KIND_ACTOR, i}));
    }
    buffer_add_text(out, ") against random opponents\n");
    for (int32_t s = 0; s < SCRIPT_COUNT; s++) {
        const ReportScript *script = &report->scripts[s];
        buffer_format(out, "  %-14s passes %s, durability %lld, base -%lld;", names[s],
                share(script->passed, script->games).text,
                (long long)mean(script->durability, script->passed),
                (long long)mean(script->base_fallen, 10 * script->games));
        for (int32_t c = 0; c < CRITERION_COUNT; c++)
            buffer_format(out, " %s %lld", criteria[c],
                    (long long)mean(script->criteria[c], script->known[c]));
        buffer_add_text(out, "; draft");
        for (uint8_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
            int64_t tenths = mean(10 * script->draft[c], script->games);
            buffer_format(out, " %s %lld.%lld", def_id(def, (Thing){KIND_CLAUSE, c}),
                    (long long)(tenths / 10), (long long)(tenths % 10));
        }
        buffer_add_text(out, "\n");
    }
}

static void text_moves(
        const Def *def, const Balance *balance, const Balance *personas, Buffer *out) {
    buffer_format(out, "%-28s %9s %9s %9s %9s %12s\n", "Moves, uses in a game", "random",
            "personas", "closed", "took", "moves others");
    for (int32_t i = 0; i < def->moves_count; i++) {
        const BalanceMove *one = &balance->moves[i], *two = &personas->moves[i];
        if (one->asked + one->made + two->made == 0) continue;
        int64_t tenths = mean(10 * one->made, balance->games),
                tenths_two = mean(10 * two->made, personas->games);
        buffer_format(out, "  %-26s %7lld.%lld %7lld.%lld %9s %9s %10lld.%lld\n",
                def_text(def, def->moves[i].id), (long long)(tenths / 10),
                (long long)(tenths % 10), (long long)(tenths_two / 10),
                (long long)(tenths_two % 10), share(one->closed, one->asked).text,
                def->moves[i].kind == MOVE_POINT ? share(one->won, one->made).text : "-",
                (long long)(mean(one->worth, one->made) / 100),
                (long long)(mean(one->worth, one->made) / 10 % 10));
    }
    buffer_add_text(out, "Never matter   ");
    int32_t count = 0;
    for (int32_t i = 0; i < def->moves_count; i++) {
        const BalanceMove *one = &balance->moves[i], *two = &personas->moves[i];
        bool used = one->made + two->made > 0,
             matters = one->lines + two->lines + one->won + two->won > 0;
        if (one->asked == 0 || (used && matters)) continue;
        buffer_format(out, "%s %s (%s)", count++ ? "," : "",
                def_text(def, def->moves[i].id), used ? "moves no number" : "never used");
    }
    buffer_add_text(out, count ? "\n" : " none\n");
}

static void text_actors(
        const Def *def, const Balance *balance, const Balance *personas, Buffer *out) {
    buffer_format(out, "%-16s %10s %10s %20s %20s\n", "Seats", "exercised", "means",
            "goal random/persona", "hidden random/persona");
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        const BalanceActor *one = &balance->actors[i], *two = &personas->actors[i];
        buffer_format(out, "  %-14s %10s %10s %12s %7s %12s %7s\n",
                def_id(def, (Thing){KIND_ACTOR, i}),
                share(one->exercised, 1000 * balance->games).text,
                share(one->macro, 1000 * balance->games).text,
                share(one->mandate, balance->games).text,
                share(two->mandate, personas->games).text,
                share(one->hidden, balance->games).text,
                share(two->hidden, personas->games).text);
    }
}

static void text_ends(
        const Def *def, const char *who, const Balance *balance, Buffer *out) {
    buffer_format(out, "%-16spasses %s; endings", who,
            share(balance->passed, balance->games).text);
    for (int32_t i = 0; i < def->endings_count; i++)
        buffer_format(out, " %s %s", def_text(def, def->endings[i].names.id),
                share(balance->endings[i], balance->games).text);
    buffer_add_text(out, "; law");
    for (uint8_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        buffer_format(out, " %s", def_id(def, (Thing){KIND_CLAUSE, c}));
        for (int32_t level = 0; level < def->clauses[c].levels_count; level++)
            buffer_format(out, "%s%lld", level ? "/" : " ",
                    (long long)mean(100 * balance->law[c][level], balance->games));
    }
    buffer_add_text(out, "\n");
}

int32_t report_text(const Def *def, const Balance *balance, const Report *report,
        const ScenarioTests *tests, Buffer *out) {
    int32_t failed = report_checks(def, balance, report, tests, out);
    text_ends(def, "Random players", balance, out);
    text_ends(def, "Personas", &report->personas, out);
    buffer_format(out, "Without micro   passes %s\n",
            share(balance->passed_without, balance->games).text);
    text_pairs(def, report, out);
    text_scripts(def, report, out);
    text_actors(def, balance, &report->personas, out);
    text_moves(def, balance, &report->personas, out);
    return failed;
}
