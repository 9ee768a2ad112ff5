// cli/shelf.c — opens a kept session to erase in it or to keep it longer. Never: decides that it is time.
#include "cli/shelf.h"
#include "cli/kept.h"
#include "cli/record_file.h"
#include "host/closing.h"
#include "store/roster.h"

static bool open_session_of(Shelf *shelf, Journal journal, Err *err) {
    shelf->script = (ScriptHooks){.machines = shelf->scenario.machines,
            .function_machine = shelf->scenario.function_machine,
            .function_number = shelf->scenario.function_number};
    shelf->hooks = script_hooks(&shelf->script);
    shelf->roster = store_roster(&journal);
    SessionConfig config = {.def = shelf->scenario.def,
            .hooks = &shelf->hooks,
            .journal = journal,
            .clock = clock_system(),
            .entropy = entropy_system()};
    shelf->session = session_open(&config, err);
    return shelf->session != NULL;
}

bool shelf_open(Shelf *shelf, Places *places, const char *name, Diags *diags, Err *err) {
    Journal journal;
    KeptGame game;
    *shelf = (Shelf){0};
    if (!record_file_open(places, name, &journal, &game, err)) return false;
    const char *before = places->format;
    places->format = game.format[0] ? game.format : NULL;
    bool good = kept_load(places, &journal, game.pack, &shelf->scenario, diags, err)
                && open_session_of(shelf, journal, err);
    places->format = before;
    if (!good) journal.close(journal.self);
    return good;
}

void shelf_close(Shelf *shelf) {
    session_close(shelf->session);
    scenario_free(&shelf->scenario);
}

static bool tell(
        Shelf *shelf, CommandKind kind, int32_t a, int32_t b, int32_t c, Err *err) {
    Verdict verdict;
    Command command = {.kind = (uint8_t)kind,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)core_min(b, INT16_MAX),
            .c = (int16_t)c};
    return session_do(shelf->session, &command, &verdict, err);
}

// Seat 0 are the facilitator's own words.
bool shelf_forget_all(Shelf *shelf, KeepErased *out, Err *err) {
    *out = (KeepErased){0};
    for (int32_t seat = 0; seat <= SEATS_MAX; seat++) {
        KeepErased one;
        if (!keep_forget(shelf->session, &shelf->roster, seat, &one, err)) return false;
        out->words += one.words;
        out->left = core_max(out->left, one.left);
    }
    return tell(shelf, COMMAND_ERASED, 0, out->words, shelf->session->words_count, err);
}

bool shelf_keep(Shelf *shelf, int32_t days, Err *err) {
    return tell(shelf, COMMAND_KEEPING, days, 0, 0, err)
           && closing_keep(&shelf->session->journal, days, err);
}
