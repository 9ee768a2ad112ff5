// sim/report_checks.c — the checks of balance: each figure beside its band, passed or failed. Never: counts, or widens a band.
#include "sim/report.h"
#include <stdio.h>
#include <string.h>

enum { PERCENT_MOST = 100, NAMES_BYTES = 160 };

typedef struct Judge {
    const Def *def;
    const Balance *balance;
    const Report *report;
    const ScenarioTests *tests;
    Buffer *out;
    int32_t failed;
} Judge;

// One line; ids have no spaces, so that the columns can be cut.
static void line(
        Judge *judge, bool good, const char *name, const char *value, const char *band) {
    judge->failed += !good;
    buffer_format(
            judge->out, "%s %-26s %-30s %s\n", good ? "pass" : "FAIL", name, value, band);
}

static int64_t permille(int64_t part, int64_t all) {
    return all ? (1000 * part + all / 2) / all : 0;
}

static void percent(char *out, size_t size, int64_t part, int64_t all) {
    int64_t value = permille(part, all);
    snprintf(out, size, "%lld.%lld%%", (long long)(value / 10), (long long)(value % 10));
}

typedef struct Band {
    int32_t least, most; // percent
} Band;

// What the pack itself asks of games with random players goes before the usual band.
static Band band_of(const Judge *judge, ExpectKind kind, int32_t index, Band usual) {
    for (int32_t i = 0; i < judge->tests->simulates_count; i++) {
        const ScenarioSimulate *simulate = &judge->tests->simulates[i];
        if (simulate->players != SIM_RANDOM) continue;
        for (int32_t e = 0; e < simulate->expects_count; e++) {
            const TestExpect *expect = &simulate->expects[e];
            bool same = expect->kind == kind && (index < 0 || expect->index == index);
            if (same) return (Band){expect->least, expect->most};
        }
    }
    return usual;
}

static void share_in(Judge *judge, const char *name, int64_t part, int64_t all, Band band) {
    char value[40], words[40];
    percent(value, sizeof value, part, all);
    if (band.most >= PERCENT_MOST)
        snprintf(words, sizeof words, ">= %d%%", band.least);
    else
        snprintf(words, sizeof words, "%d..%d%%", band.least, band.most);
    bool good = PERCENT_MOST * part >= band.least * all
                && PERCENT_MOST * part <= band.most * all;
    line(judge, good, name, value, words);
}

// ---- groups of checks -------------------------------------------------------------------------------

static void check_play(Judge *judge) {
    const Balance *b = judge->balance;
    line(judge, !b->rest_passes, "everybody_rests",
            b->rest_passes ? "passes" : "does not pass", "never passes");
    share_in(judge, "random_passes", b->passed, b->games,
            band_of(judge, EXPECT_PASSES, -1, (Band){40, 65}));
    share_in(judge, "micro_flips", b->flips, b->games,
            band_of(judge, EXPECT_FLIPS, -1, (Band){15, 45}));
    share_in(judge, "text_changed", b->text_changed, b->games,
            band_of(judge, EXPECT_TEXT_CHANGED, -1, (Band){40, 100}));
    share_in(judge, "playback_happens", b->playbacks, b->games, (Band){50, 100});
    share_in(judge, "importance_changes", b->importance_moved, b->games, (Band){5, 40});
}

static const char *const script_names[SCRIPT_COUNT] = {
        "elite", "street", "media", "law", "mixed", "over_ambition"};

static bool best_on_all(const Report *report, int32_t script) {
    for (int32_t c = 0; c < CRITERION_COUNT; c++) {
        const ReportScript *mine = &report->scripts[script];
        for (int32_t i = 0; i <= SCRIPT_MIXED; i++) {
            const ReportScript *other = &report->scripts[i];
            if (i == script) continue;
            if (other->criteria[c] * mine->known[c] >= mine->criteria[c] * other->known[c])
                return false;
        }
    }
    return true;
}

static void check_best(Judge *judge) {
    const char *best = "none";
    for (int32_t i = 0; i <= SCRIPT_MIXED; i++) {
        if (best_on_all(judge->report, i)) best = script_names[i];
    }
    line(judge, strcmp(best, "none") == 0, "archetype_best_on_all_six", best, "none");
}

static void check_scripts(Judge *judge) {
    const ReportScript *scripts = judge->report->scripts, *elite = &scripts[SCRIPT_ELITE];
    char value[60], band[60];
    check_best(judge);
    int64_t games = core_max(1, (int32_t)elite->games);
    int64_t fallen = elite->base_fallen / games;
    snprintf(value, sizeof value, "%lld.%lld", (long long)(-fallen / 10),
            (long long)(core_abs((int32_t)fallen) % 10));
    line(judge, fallen >= 150, "elite_base", value, "<= -15");
    int64_t lasting = elite->passed ? elite->durability / elite->passed : 0;
    snprintf(value, sizeof value, "%lld", (long long)lasting);
    line(judge, lasting <= 20, "elite_durability", value, "<= 20");
    int32_t best = SCRIPT_ELITE;
    for (int32_t i = SCRIPT_ELITE; i < SCRIPT_MIXED; i++)
        if (scripts[i].passed > scripts[best].passed) best = i;
    percent(value, sizeof value, scripts[SCRIPT_MIXED].passed, scripts[SCRIPT_MIXED].games);
    percent(band, sizeof band, scripts[best].passed, scripts[best].games);
    char words[100];
    snprintf(words, sizeof words, "> %s (%s)", band, script_names[best]);
    line(judge, scripts[SCRIPT_MIXED].passed > scripts[best].passed, "mixed_passes", value,
            words);
    const ReportScript *over = &scripts[SCRIPT_OVER];
    percent(value, sizeof value, over->games - over->passed, over->games);
    line(judge, 2 * (over->games - over->passed) > over->games, "over_ambition_fails",
            value, "> 50%");
}

// A list of what was missed, as far as it fits.
typedef struct Missed {
    char names[NAMES_BYTES];
    size_t used;
    int32_t count, all;
} Missed;

static void miss(Missed *missed, bool reached, const char *name) {
    missed->all++;
    if (reached) return;
    missed->count++;
    int wrote = snprintf(missed->names + missed->used, sizeof missed->names - missed->used,
            "%s%s", missed->used ? ", " : "", name);
    if (wrote > 0 && missed->used + (size_t)wrote < sizeof missed->names)
        missed->used += (size_t)wrote;
    else
        missed->names[missed->used] = 0;
}

static void tell_missed(Judge *judge, const char *name, const Missed *missed) {
    char value[NAMES_BYTES + 60];
    if (missed->count == 0)
        snprintf(value, sizeof value, "%d of %d", missed->all, missed->all);
    else
        snprintf(value, sizeof value, "%d of %d, not %s", missed->all - missed->count,
                missed->all, missed->names);
    line(judge, missed->count == 0, name, value, "each in >= 1%");
}

// Games of random and of persona players together: what only skill or only chance reaches counts too.
static bool reached(const Judge *judge, int64_t random, int64_t personas) {
    int64_t games = judge->balance->games + judge->report->personas.games;
    return PERCENT_MOST * (random + personas) >= games;
}

static void check_reach(Judge *judge) {
    const Def *def = judge->def;
    const Balance *one = judge->balance, *two = &judge->report->personas;
    Missed levels = {0}, happenings = {0}, endings = {0};
    char name[80];
    for (uint8_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        for (int32_t level = 0; level < def->clauses[c].levels_count; level++) {
            snprintf(name, sizeof name, "%s %d", def_id(def, (Thing){KIND_CLAUSE, c}),
                    level);
            miss(&levels, reached(judge, one->law[c][level], two->law[c][level]), name);
        }
    }
    for (int32_t i = 0; i < def->happenings_count; i++)
        miss(&happenings, reached(judge, one->happened[i], two->happened[i]),
                def_text(def, def->happenings[i].names.id));
    for (int32_t i = 0; i < def->endings_count; i++)
        miss(&endings, reached(judge, one->endings[i], two->endings[i]),
                def_text(def, def->endings[i].names.id));
    tell_missed(judge, "reach_levels", &levels);
    tell_missed(judge, "reach_happenings", &happenings);
    tell_missed(judge, "reach_endings", &endings);
}

static void check_endings(Judge *judge) {
    const Balance *b = judge->balance;
    int32_t top = 0;
    for (int32_t i = 1; i < judge->def->endings_count; i++)
        if (b->endings[i] > b->endings[top]) top = i;
    Band band = band_of(judge, EXPECT_NO_ENDING_ABOVE, -1, (Band){0, 60});
    char value[100], share[40], words[40];
    percent(share, sizeof share, b->endings[top], b->games);
    snprintf(value, sizeof value, "%s %s", share,
            def_text(judge->def, judge->def->endings[top].names.id));
    snprintf(words, sizeof words, "<= %d%%", band.most);
    line(judge, PERCENT_MOST * b->endings[top] <= band.most * b->games,
            "most_common_ending", value, words);
}

static void check_hidden(Judge *judge) {
    const Def *def = judge->def;
    const Balance *one = judge->balance, *two = &judge->report->personas;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        char name[80];
        if (!def->actors[i].hidden.when) continue;
        snprintf(name, sizeof name, "hidden_%s", def_id(def, (Thing){KIND_ACTOR, i}));
        share_in(judge, name, one->actors[i].hidden + two->actors[i].hidden,
                one->games + two->games, band_of(judge, EXPECT_HIDDEN, i, (Band){5, 80}));
    }
}

static void check_start(Judge *judge) {
    const Balance *b = judge->balance;
    char value[100];
    snprintf(value, sizeof value, "%lld", (long long)judge->report->lines_at_start);
    line(judge, judge->report->lines_at_start == 0, "red_lines_at_start", value, "0");
    int32_t worst = 0;
    for (int32_t i = 1; i < judge->def->moves_count; i++) {
        bool verb = judge->def->moves[i].kind == MOVE_VERB;
        if (verb && b->moves[i].games_closed > b->moves[worst].games_closed) worst = i;
    }
    char share[40];
    percent(share, sizeof share, b->moves[worst].games_closed, b->games);
    snprintf(value, sizeof value, "%s %s", share,
            b->moves[worst].games_closed ? def_text(judge->def, judge->def->moves[worst].id)
                                         : "none");
    line(judge, 2 * b->moves[worst].games_closed <= b->games, "closed_for_all", value,
            "<= 50% of games");
    share_in(judge, "small_beyond_its_means", judge->report->small_ahead, b->games,
            (Band){50, 100});
}

static void check_pairs(Judge *judge) {
    for (uint8_t i = 0; i < def_count(judge->def, KIND_ACTOR); i++) {
        const ReportPairs *pairs = &judge->report->pairs[i];
        char name[80];
        snprintf(name, sizeof name, "persona_wins_%s",
                def_id(judge->def, (Thing){KIND_ACTOR, i}));
        // An even pair is no win.
        share_in(judge, name, pairs->won, pairs->won + pairs->lost + pairs->even,
                (Band){70, 100});
    }
}

int32_t report_checks(const Def *def, const Balance *balance, const Report *report,
        const ScenarioTests *tests, Buffer *out) {
    Judge judge = {def, balance, report, tests, out, 0};
    check_play(&judge);
    check_scripts(&judge);
    check_reach(&judge);
    check_endings(&judge);
    check_hidden(&judge);
    check_start(&judge);
    check_pairs(&judge);
    return judge.failed;
}
