// host/table.c — frames in, verdicts out, computer players in between. Never: a rule.
#include "host/table.h"
#include "wire/event_json.h"
#include <stdlib.h>
#include <string.h>

static const State *state_of(void *context) {
    return session_newest(((Table *)context)->session);
}

static bool submit(void *context, const Command *command, Verdict *verdict) {
    Table *table = context;
    return session_do(table->session, command, verdict, &table->failure);
}

bool table_run(Table *table, Err *err) {
    if (table->rewinds != table->session->rewinds)
        crew_reset(table->crew, table->players, table->session->seed);
    table->rewinds = table->session->rewinds;
    CrewDoor door = {.context = table, .state = state_of, .submit = submit};
    if (crew_play(table->crew, &door)) return true;
    *err = table->failure;
    return false;
}

static const char *term(const Say *say, uint8_t term_id) {
    static const SayId ids[] = {SAY_NONE, SAY_REASON_TEXT, SAY_REASON_COALITION,
            SAY_REASON_MONEY, SAY_REASON_CAUTION, SAY_REASON_OTHERS, SAY_REASON_MANDATE};
    if (term_id >= TERM_AUDIENCE)
        return say_thing(say, (Thing){KIND_AUDIENCE, (uint8_t)(term_id - TERM_AUDIENCE)});
    return term_id == TERM_NONE ? "" : say_word(say, ids[term_id]);
}

// The id by which personas key their own sentences: a term, or an audience by its id.
static const char *reason_id(const Def *def, uint8_t term_id) {
    static const char *const ids[] = {
            "", "substance", "coalition", "money", "caution", "reciprocity", "mandate"};
    if (term_id < TERM_AUDIENCE) return ids[term_id];
    return def_id(def, (Thing){KIND_AUDIENCE, (uint8_t)(term_id - TERM_AUDIENCE)});
}

// What the persona itself says when this term was the reason; "" when it has no words for it.
static const char *own_line(const Say *say, uint8_t actor, uint8_t term_id) {
    const Def *def = say->def;
    uint8_t index = def->actors[actor].persona;
    if (index == NONE || term_id == TERM_NONE) return "";
    const Persona *persona = &def->personas[index];
    const char *id = reason_id(def, term_id);
    for (int32_t i = 0; i < persona->lines_count; i++) {
        if (strcmp(def_text(def, persona->line_reasons[i]), id) == 0)
            return say_text(say, persona->lines[i]);
    }
    return "";
}

static const char *reason_of(const Say *say, uint8_t actor, const BotWhy *why) {
    SayWith with = {.what = term(say, why->first),
            .target = term(say, why->second),
            .text = own_line(say, actor, why->first)};
    if (!*with.what) return NULL;
    const char *reason =
            say_sentence(say, *with.target ? SAY_REASON_TWO : SAY_REASON_ONE, with);
    with.what = reason;
    return *with.text ? say_sentence(say, SAY_REASON_LINE, with) : reason;
}

void table_reasons(Table *table, const Language *language) {
    region_clear(&table->reasons);
    Say say = {table->session->def, *language, &table->reasons};
    int32_t count = def_count(say.def, KIND_ACTOR);
    for (uint8_t i = 0; i < ACTORS_MAX; i++) {
        // The reason of a quiet act would tell that there was one.
        const Act *last = &table->crew->last[i];
        bool quiet = say.def->moves[last->move].flags & MOVE_QUIET;
        bool told = i < count && !quiet;
        table->session->reasons[i] = told ? reason_of(&say, i, &table->crew->why[i]) : NULL;
    }
}

Table *table_open(const SessionConfig *config, BotKind players, Err *err) {
    Session *session = session_open(config, err);
    if (!session) return NULL;
    Table *table = calloc(1, sizeof *table);
    ASSERT(table != NULL);
    table->session = session;
    table->players = players;
    table->rewinds = session->rewinds;
    table->crew = crew_make(config->def, players, session->seed);
    return table;
}

void table_close(Table *table) {
    if (!table) return;
    session_close(table->session);
    crew_free(table->crew);
    region_clear(&table->reasons);
    buffer_free(&table->frame);
    free(table);
}

// Nobody speaks for a seat the computer plays.
static bool is_persons(const Table *table, uint8_t seat) {
    const Session *session = table->session;
    return seat < def_count(session->def, KIND_ACTOR)
           && session->state.seat_by[seat] == BY_PERSON;
}

// What a connection sends: one command as JSON. The seat is the connection's, never the frame's.
// False with err when the record failed; a refusal is a verdict.
// words: the person's own words, which travel apart; NULL or "".
static bool table_feed(Table *table, uint8_t seat, Bytes frame, const char *words,
        Verdict *verdict, Err *err) {
    Command command;
    Err unreadable = {0};
    *verdict = verdict_no(VERDICT_NO_SEAT);
    if (!is_persons(table, seat)) return true;
    *verdict = verdict_no(VERDICT_BAD_COMMAND);
    if (!command_json_read(frame, &command, &unreadable)) return true;
    command.actor = seat;
    if (command.kind == COMMAND_ACT) command.act.actor = seat;
    if (command.kind == COMMAND_DEAL_OFFER) command.deal.from = seat;
    Submission submission = {.command = command, .source = seat + 1, .words = words};
    if (!session_submit(table->session, &submission, verdict, err)) return false;
    return verdict->code != VERDICT_OK || table_run(table, err);
}

bool table_send(Table *table, uint8_t seat, const Command *command, const char *words,
        Verdict *verdict, Err *err) {
    buffer_reset(&table->frame);
    command_json_write(command, &table->frame);
    Bytes frame = {(const uint8_t *)table->frame.data, table->frame.length};
    return table_feed(table, seat, frame, words, verdict, err);
}
