// host/table.c — frames in, verdicts out, computer players in between. Never: a rule.
#include "host/table.h"
#include "wire/event_json.h"
#include <stdlib.h>

static const State *state_of(void *context) { return &((Table *)context)->session->state; }

static bool submit(void *context, const Command *command, Verdict *verdict) {
    Table *table = context;
    return session_do(table->session, command, verdict, &table->failure);
}

bool table_run(Table *table, Err *err) {
    CrewDoor door = {.context = table, .state = state_of, .submit = submit};
    if (crew_play(table->crew, &door)) return true;
    *err = table->failure;
    return false;
}

static const char *term(const Say *say, uint8_t term_id) {
    static const SayId ids[] = {SAY_NONE, SAY_REASON_TEXT, SAY_REASON_COALITION,
            SAY_REASON_MONEY, SAY_REASON_CAUTION, SAY_REASON_OTHERS};
    if (term_id >= TERM_AUDIENCE)
        return say_thing(say, (Thing){KIND_AUDIENCE, (uint8_t)(term_id - TERM_AUDIENCE)});
    return term_id == TERM_NONE ? "" : say_word(say, ids[term_id]);
}

void table_reasons(Table *table, const Language *language) {
    region_clear(&table->reasons);
    Say say = {table->session->def, *language, &table->reasons};
    for (uint8_t i = 0; i < ACTORS_MAX; i++) {
        const BotWhy *why = &table->crew->why[i];
        SayWith with = {.what = term(&say, why->first), .target = term(&say, why->second)};
        SayId id = *with.target ? SAY_REASON_TWO : SAY_REASON_ONE;
        table->session->reasons[i] = *with.what ? say_sentence(&say, id, with) : NULL;
    }
}

Table *table_open(const SessionConfig *config, BotKind players, Err *err) {
    Session *session = session_open(config, err);
    if (!session) return NULL;
    Table *table = calloc(1, sizeof *table);
    ASSERT(table != NULL);
    table->session = session;
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

bool table_feed(Table *table, uint8_t seat, Bytes frame, const char *words,
        Verdict *verdict, Err *err) {
    Command command;
    Err unreadable = {0};
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
