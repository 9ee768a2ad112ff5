// host/care.c — shows the content note to who leads and waits for the word that it was read aloud. Never: begins by itself, asks a participant.
#include "host/care.h"
#include "host/guest.h"

static const Note *note_of(const Def *def) {
    for (int32_t i = 0; i < def->notes_count; i++) {
        if (def->notes[i].kind == NOTE_CONTENT) return &def->notes[i];
    }
    return NULL;
}

bool care_is_due(const Party *party) {
    const Session *session = party_session(party);
    const Note *note = note_of(session->def);
    return note && note->shared && !session->people.care
           && session->state.status == STATUS_LOBBY;
}

void care_write(JsonOut *json, const Say *say, const Party *party) {
    const Session *session = party_session(party);
    const Note *note = note_of(session->def);
    if (!note || session->state.status != STATUS_LOBBY) return;
    json_open(json, "care", '{');
    json_open(json, "lines", '[');
    json_text(json, NULL, say_text(say, note->text));
    if (note->because) json_text(json, NULL, say_text(say, note->because));
    for (int32_t i = 0; i < note->answers_count; i++)
        json_text(json, NULL, say_text(say, note->answers[i]));
    json_close(json, ']');
    json_text(json, "spoken", say_word(say, SAY_CARE_SPOKEN));
    json_some_flag(json, "due", care_is_due(party));
    json_some_flag(json, "done", session->people.care);
    json_close(json, '}');
}

bool guest_care(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    if (ask->verb != CONSOLE_CARE) return false;
    Command command = guest_command(COMMAND_CARE, 0, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return true;
    party_touch(guest->party, SECTION_RUN);
    guest_answer(hall, guest, ask->message, again, SAY_DID_CARE, (SayWith){0});
    return true;
}
