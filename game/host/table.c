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
    table->crew->def = table->session->def; // another one, once a knob was turned
    CrewDoor door = {.context = table, .state = state_of, .submit = submit};
    if (crew_play(table->crew, &door)) return true;
    *err = table->failure;
    return false;
}

Table *table_open(const SessionConfig *config, BotKind players, Err *err) {
    Session *session = session_open(config, err);
    if (!session) return NULL;
    Table *table = calloc(1, sizeof *table);
    ASSERT(table != NULL);
    table->session = session;
    table->players = players;
    table->rewinds = session->rewinds;
    table->crew = crew_make(session->def, players, session->seed);
    return table;
}

void table_close(Table *table) {
    if (!table) return;
    session_close(table->session);
    crew_free(table->crew);
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
    if (command.kind == COMMAND_DEAL_OFFER) command.deal.party[0] = seat;
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
