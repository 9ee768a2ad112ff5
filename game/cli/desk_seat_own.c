// cli/desk_seat_own.c — what this window's seat writes and gets back beside the game: notes and their drafts, a file of them, sheets whose acts were undone. Never: reads another seat's words.
#include "base/file.h"
#include "cli/desk_seat_parts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DRAFT_WAIT_MS = 1500 };

static const char JOURNAL[] = "journal";

static const char *engine_word(const Desk *desk, Word word) {
    return tongue_engine(&desk->tongue, word_id(word), word_english(word));
}

// ---- sheets ------------------------------------------------------------------------------------------------------

static bool is_sheet(const Command *command) {
    return command->kind == COMMAND_ACT || command->kind == COMMAND_CONSENT_ASK
           || command->kind == COMMAND_DEAL_OFFER
           || (command->kind == COMMAND_COALITION_PROPOSE && command->a == NONE);
}

static const char *move_name(const View *view, int32_t index) {
    for (int32_t i = 0; i < view->deck_count; i++) {
        if (view->deck[i].index == index) return view->deck[i].name;
    }
    return "";
}

static void name_sheet(const Desk *desk, const View *view, const Command *command,
        char title[LABEL_BYTES]) {
    if (command->kind == COMMAND_DEAL_OFFER) {
        uint8_t to = command->deal.party[1];
        const char *actor = to < view->actors_count ? view->actors[to].name : "";
        const char *const pairs[] = {"actor", actor, NULL};
        (void)!word_fill(title, LABEL_BYTES, engine_word(desk, WORD_UNDONE_DEAL), pairs);
    } else if (command->kind == COMMAND_COALITION_PROPOSE) {
        snprintf(title, LABEL_BYTES, "%s", engine_word(desk, WORD_UNDONE_FOUND));
    } else {
        snprintf(title, LABEL_BYTES, "%s", move_name(view, command->act.move));
    }
}

void desk_seat_remember(Desk *desk, DeskSeat *seat, const Command *command) {
    const App *app = &desk->app;
    if (!is_sheet(command)) return;
    if (seat->sheets_count == SENT_MAX) {
        memmove(seat->sheets, seat->sheets + 1, sizeof *seat->sheets * (SENT_MAX - 1));
        seat->sheets_count--;
    }
    SentSheet *sent = &seat->sheets[seat->sheets_count++];
    *sent = (SentSheet){
            .sheet = {.kind = command->kind,
                      .act = app->act,
                      .deal = app->deal,
                      .coalition = app->coalition}
    };
    snprintf(sent->id, sizeof sent->id, "%s", seat->sent_id);
    name_sheet(desk, &seat->view, command, sent->sheet.title);
}

static bool is_undone(const SeatOwn *own, const char *id) {
    for (int32_t i = 0; i < own->undone_count; i++) {
        if (strcmp(own->undone[i], id) == 0) return true;
    }
    return false;
}

void desk_seat_returned(Desk *desk, DeskSeat *seat) {
    int32_t left = 0;
    for (int32_t i = 0; i < seat->sheets_count; i++) {
        const SentSheet sent = seat->sheets[i];
        if (is_undone(&seat->shown.news.own, sent.id))
            app_take_back(&desk->app, &sent.sheet);
        else
            seat->sheets[left++] = sent;
    }
    seat->sheets_count = left;
}

// ---- notes -------------------------------------------------------------------------------------------------------

static void say_draft(DeskSeat *seat) {
    JsonOut json = desk_seat_begin(seat, "draft");
    json_text(&json, "key", JOURNAL);
    json_text(&json, "text", seat->draft);
    desk_seat_finish(seat, &json);
    seat->draft_sent = true;
}

bool desk_seat_draft(const Desk *desk, DeskSeat *seat, int64_t now_ms) {
    const char *text = desk->app.journal.text;
    if (strcmp(text, seat->draft) != 0) {
        bool was_kept = seat->shown.draft_kept;
        snprintf(seat->draft, sizeof seat->draft, "%s", text);
        seat->draft_ms = now_ms;
        seat->draft_sent = seat->shown.draft_kept = false;
        return was_kept;
    }
    bool due = !seat->draft_sent && seat->draft_ms > 0
               && now_ms - seat->draft_ms >= DRAFT_WAIT_MS;
    if (due && seat->line.open && seat->read) say_draft(seat);
    return false;
}

// What stands in the field is newer than what the host kept.
void desk_seat_saved(Desk *desk, DeskSeat *seat, const Answer *answer) {
    JournalDraft *draft = &desk->app.journal;
    if (strcmp(answer->code, JOURNAL) != 0) return;
    if (answer->text[0] && !draft->text[0] && seat->draft_ms == 0) {
        snprintf(draft->text, sizeof draft->text, "%.599s", answer->text);
        snprintf(seat->draft, sizeof seat->draft, "%s", draft->text);
        seat->draft_sent = true;
    }
    seat->shown.draft_kept = seat->draft_sent;
}

bool desk_seat_acked(Desk *desk, DeskSeat *seat, const Answer *answer) {
    if (!seat->own_id[0] || strcmp(answer->id, seat->own_id) != 0) return false;
    seat->own_id[0] = 0;
    if (strcmp(seat->own_act, "seat.journal") == 0) desk->app.journal.text[0] = 0;
    if (strcmp(seat->own_act, "seat.observe") == 0) desk->app.observe = (ObserveDraft){0};
    return true;
}

// "name=value" as a field: numbers as numbers, everything else as text.
static void write_arg(JsonOut *json, const char *pair, size_t length) {
    char key[24] = "", value[64] = "", *end = NULL;
    size_t name = strcspn(pair, "=");
    if (name >= length || name >= sizeof key || length - name > sizeof value) return;
    snprintf(key, sizeof key, "%.*s", (int)name, pair);
    snprintf(value, sizeof value, "%.*s", (int)(length - name - 1), pair + name + 1);
    long number = strtol(value, &end, 10);
    if (*value && !*end)
        json_int(json, key, number);
    else
        json_text(json, key, value);
}

void desk_seat_ask(Desk *desk, const char *act, const char *words) {
    DeskSeat *seat = desk->seat;
    if (!seat) return;
    size_t name = strcspn(act, " ");
    snprintf(seat->own_act, sizeof seat->own_act, "%.*s", (int)name, act);
    // Other readers of an entry are no new entry: what is being written stays in its field.
    if (strstr(act, " replaces=")) snprintf(seat->own_act, sizeof seat->own_act, "entry");
    desk_seat_next_id(seat, seat->own_id);
    JsonOut json = desk_seat_begin(seat, "cmd");
    json_text(&json, "id", seat->own_id);
    char called[24];
    snprintf(called, sizeof called, "%.*s", (int)name, act);
    json_text(&json, "do", called);
    json_open(&json, "args", '{');
    for (const char *at = act + name; *at;) {
        at += strspn(at, " ");
        size_t length = strcspn(at, " ");
        if (length > 0) write_arg(&json, at, length);
        at += length;
    }
    json_close(&json, '}');
    if (words && *words) {
        json_open(&json, "words", '{');
        json_text(&json, "text", words);
        json_close(&json, '}');
    }
    json_close(&json, '}');
    desk_seat_say_act(seat, seat->own_id);
}

// ---- a file of them ----------------------------------------------------------------------------------------------

static void write_notes(const Desk *desk, const SeatOwn *own, Buffer *out) {
    for (int32_t i = 0; i < own->journal_count; i++) {
        char round[LABEL_BYTES], number[12];
        snprintf(number, sizeof number, "%d", own->journal[i].round);
        const char *const pairs[] = {"round", number, NULL};
        (void)!word_fill(round, sizeof round, engine_word(desk, WORD_ROUND), pairs);
        buffer_format(out, "%s\n%s\n\n", round, own->journal[i].text);
    }
}

void desk_seat_keep_notes(Desk *desk) {
    DeskSeat *seat = desk->seat;
    Region region = {0};
    Buffer out = {0};
    Err err = {0};
    char told[LABEL_BYTES];
    Clock clock = clock_system();
    if (!seat) return;
    write_notes(desk, &seat->shown.news.own, &out);
    const char *folder = region_format(&region, "%s/notes", desk->places.data);
    const char *path = region_format(&region, "%s/journal-%lld.txt", folder,
            (long long)clock.wall_ms(clock.context));
    bool good = file_make_folder(folder, &err)
                && file_write(path, out.data ? out.data : "", out.length, &err);
    const char *const pairs[] = {"path", path, NULL};
    Word word = good ? WORD_NOTES_SAVED : WORD_NOTES_FAILED;
    (void)!word_fill(told, sizeof told, engine_word(desk, word), pairs);
    app_set_notice(&desk->app, told);
    buffer_free(&out);
    region_clear(&region);
}

void desk_seat_forget(Desk *desk) {
    if (desk->seat) seat_kept_forget(&desk->seat->kept);
}
