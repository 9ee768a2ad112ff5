// client/screen_journal.c — a seat's own journal: the questions of the case, an entry and who may read it, what was kept, questions to check oneself. Never: shows what another seat kept for itself.
#include "client/screen_seat.h"
#include <stdio.h>
#include <string.h>

enum { SCOPES = 3, OWN_PROMPTS = 3, JOURNAL_LINES = 6 };

static const Word SCOPE_WORDS[SCOPES] = {
        WORD_SCOPE_ME, WORD_SCOPE_FACILITATOR, WORD_SCOPE_GROUP};
static const char *const SCOPE_NAMES[SCOPES] = {"me", "facilitator", "group"};

static void say_beside(const App *app, const char *act, const char *words) {
    if (app->ports.ask_beside) app->ports.ask_beside(app->ports.context, act, words);
}

static const char *round_of(Ui *ui, const App *app, int32_t round) {
    return app_say_with(ui, app, WORD_ROUND, "round", ui_format(ui, "%d", round), NULL);
}

// ---- writing -----------------------------------------------------------------------------------------------------

// A question that is chosen begins the entry.
static void begin_with(JournalDraft *draft, const char *prompt) {
    size_t used = strlen(draft->text);
    if (used + strlen(prompt) + 3 > sizeof draft->text) return;
    snprintf(draft->text + used, sizeof draft->text - used, "%s%s ", used ? " " : "",
            prompt);
}

static void prompt_buttons(Ui *ui, App *app) {
    static const Word OWN[OWN_PROMPTS] = {WORD_PROMPT_1, WORD_PROMPT_2, WORD_PROMPT_3};
    const SeatOwn *own = &app->seat->news.own;
    int32_t count = own->prompts_count ? own->prompts_count : OWN_PROMPTS;
    ui_text(ui, app_say(app, WORD_PROMPTS_TITLE),
            (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = 0; i < count; i++) {
        const char *text = own->prompts_count ? own->prompts[i] : app_say(app, OWN[i]);
        ui_scope(ui, "prompt", i);
        if (ui_button(ui, (UiButton){.id = "write",
                                  .label = text,
                                  .icon = ICON_PLUS,
                                  .rank = UI_QUIET,
                                  .across = UI_STRETCH}))
            begin_with(&app->journal, text);
        ui_scope_end(ui);
    }
}

static void kept_line(Ui *ui, const App *app) {
    bool kept = app->seat->draft_kept;
    if (!app->journal.text[0]) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 6});
    ui_icon(ui, kept ? ICON_CHECK : ICON_CLOCK, 18, kept ? COLOR_GOOD : COLOR_CARE);
    ui_text(ui, app_say(app, kept ? WORD_SAVED_HERE : WORD_NOT_SAVED),
            (UiText){.type = TYPE_CAPTION, .color = kept ? COLOR_GOOD : COLOR_CARE});
    ui_close(ui);
}

static void write_card(Ui *ui, App *app) {
    JournalDraft *draft = &app->journal;
    const char *labels[SCOPES];
    for (int32_t i = 0; i < SCOPES; i++)
        labels[i] = app_say(app, SCOPE_WORDS[i]);
    part_card_open(ui, app_say(app, WORD_JOURNAL_TITLE), ICON_KNOW);
    ui_text(ui, app_say(app, WORD_JOURNAL_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    prompt_buttons(ui, app);
    ui_area(ui, "text", app_say(app, WORD_JOURNAL_FIELD), draft->text, sizeof draft->text,
            JOURNAL_LINES);
    kept_line(ui, app);
    ui_text(ui, app_say(app, WORD_JOURNAL_WHO), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "scope", labels, NULL, SCOPES, &draft->scope);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "keep",
                              .label = app_say(app, WORD_NOTE_KEEP),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = draft->text[0] ? NULL
                                                       : app_say(app, WORD_JOURNAL_EMPTY)}))
        say_beside(app, ui_format(ui, "seat.journal scope=%s", SCOPE_NAMES[draft->scope]),
                draft->text);
    ui_close(ui);
    part_card_close(ui);
}

// ---- what was kept -----------------------------------------------------------------------------------------------

// Who may read an entry can be changed later: it is written again in its own place.
static void readers(Ui *ui, App *app, const SeatEntry *entry) {
    if (app->journal.changes != entry->id) {
        if (ui_button(ui, (UiButton){.id = "change",
                                  .label = app_say(app, WORD_SCOPE_CHANGE),
                                  .rank = UI_QUIET}))
            app->journal.changes = entry->id;
        return;
    }
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < SCOPES; i++) {
        if (i == entry->scope) continue;
        ui_scope(ui, "to", i);
        if (ui_button(
                    ui, (UiButton){.id = "scope", .label = app_say(app, SCOPE_WORDS[i])})) {
            say_beside(app,
                    ui_format(ui, "seat.journal scope=%s replaces=%d", SCOPE_NAMES[i],
                            entry->id),
                    entry->text);
            app->journal.changes = 0;
        }
        ui_scope_end(ui);
    }
    ui_close(ui);
}

static void entries_card(Ui *ui, App *app) {
    const SeatOwn *own = &app->seat->news.own;
    if (own->journal_count == 0) return;
    part_card_open(ui, app_say(app, WORD_ENTRIES_TITLE), ICON_NEWS);
    for (int32_t i = own->journal_count - 1; i >= 0; i--) {
        const SeatEntry *entry = &own->journal[i];
        const char *round = round_of(ui, app, entry->round);
        ui_scope(ui, "entry", entry->id);
        ui_text(ui, entry->text, (UiText){.type = TYPE_LABEL});
        ui_text(ui,
                ui_format(ui, "%s \xC2\xB7 %s", round,
                        app_say(app, SCOPE_WORDS[entry->scope % SCOPES])),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
        readers(ui, app, entry);
        ui_scope_end(ui);
        ui_rule(ui);
    }
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (app->ports.keep_notes
            && ui_button(ui, (UiButton){.id = "export",
                                     .label = app_say(app, WORD_EXPORT_JOURNAL),
                                     .icon = ICON_DOWN}))
        app->ports.keep_notes(app->ports.context);
    ui_close(ui);
    part_card_close(ui);
}

static void shared_card(Ui *ui, const App *app) {
    const SeatOwn *own = &app->seat->news.own;
    if (own->shared_count == 0) return;
    part_card_open(ui, app_say(app, WORD_SHARED_TITLE), ICON_PEOPLE);
    for (int32_t i = own->shared_count - 1; i >= 0; i--) {
        ui_text(ui, own->shared[i].text, (UiText){.type = TYPE_LABEL});
        ui_text(ui, round_of(ui, app, own->shared[i].round),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    }
    part_card_close(ui);
}

// ---- questions to check oneself: the answer is told at once, and kept nowhere ------------------------------------

// The right answers, one after another.
static const char *right_ones(Ui *ui, const SeatQuestion *question) {
    const char *all = "";
    for (int32_t i = 0; i < question->answers_count; i++) {
        if (!(question->right >> i & 1)) continue;
        all = *all ? ui_format(ui, "%s, %s", all, question->answers[i])
                   : question->answers[i];
    }
    return all;
}

static void question_part(
        Ui *ui, const App *app, const SeatQuestion *question, int32_t *pick) {
    int32_t chosen = *pick - 1;
    ui_text(ui, question->ask, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "answer", question->answers, NULL, question->answers_count, &chosen);
    *pick = chosen + 1;
    if (chosen < 0 || chosen >= question->answers_count) return;
    bool right = question->right >> chosen & 1;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, right ? ICON_CHECK : ICON_WHY, 20, right ? COLOR_GOOD : COLOR_CARE);
    ui_text(ui,
            right ? app_say(app, WORD_QUIZ_RIGHT)
                  : app_say_with(ui, app, WORD_QUIZ_WRONG, "answer",
                          right_ones(ui, question), NULL),
            (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
    if (*question->because)
        ui_text(ui, question->because, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
}

static void quiz_card(Ui *ui, App *app) {
    const SeatOwn *own = &app->seat->news.own;
    if (own->quiz_count == 0) return;
    const char *count = ui_format(ui, "%d", own->quiz_count);
    part_card_open(ui, app_say(app, WORD_QUIZ_TITLE), ICON_WHY);
    if (ui_button(ui, (UiButton){.id = "quiz",
                              .label = app_say_with(
                                      ui, app, WORD_QUIZ_TEXT, "count", count, NULL),
                              .icon = app->journal.quiz_open ? ICON_UP : ICON_DOWN,
                              .rank = UI_QUIET,
                              .across = UI_STRETCH}))
        app->journal.quiz_open = !app->journal.quiz_open;
    for (int32_t i = 0; app->journal.quiz_open && i < own->quiz_count; i++) {
        if (i >= QUIZ_PICKS) break;
        ui_scope(ui, "quiz", i);
        question_part(ui, app, &own->quiz[i], &app->journal.picks[i]);
        ui_scope_end(ui);
    }
    part_card_close(ui);
}

void screen_journal_draw(Ui *ui, const View *view, App *app) {
    bool compact = ui_size(ui) == UI_COMPACT;
    frame_open(ui, view, app);
    ui_scope(ui, "journal", -1);
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_AUTO : UI_START});
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 16});
    write_card(ui, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 16});
    quiz_card(ui, app);
    entries_card(ui, app);
    shared_card(ui, app);
    ui_close(ui);
    ui_close(ui);
    ui_scope_end(ui);
    frame_close(ui, view, app);
}
