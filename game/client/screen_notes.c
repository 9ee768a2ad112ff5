// client/screen_notes.c — the notes of a case for who leads it: headings, lists and paragraphs, over the page. Never: shown at a seat or on the board.
#include "client/screen_host.h"
#include <string.h>

enum { LINES_MOST = 240 };

static const Word TITLES[CONSOLE_NOTES] = {WORD_NOTES_LEAD, WORD_NOTES_DEBRIEF};

void part_notes(Ui *ui, const ConsoleView *console, App *app) {
    bool any = false;
    for (int32_t i = 0; i < CONSOLE_NOTES; i++)
        any |= console->notes[i] && *console->notes[i];
    if (!any) return;
    ui_scope(ui, "notes", -1);
    part_card_open(ui, app_say(app, WORD_NOTES_TITLE), ICON_KNOW);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < CONSOLE_NOTES; i++) {
        if (!console->notes[i] || !*console->notes[i]) continue;
        ui_scope(ui, "read", i);
        if (ui_button(ui, (UiButton){.id = "open",
                                  .label = app_say(app, TITLES[i]),
                                  .icon = ICON_KNOW}))
            app->host.notes = i + 1;
        ui_scope_end(ui);
    }
    ui_close(ui);
    part_card_close(ui);
    ui_scope_end(ui);
}

// ---- one line of the text ----------------------------------------------------------------------------------------

// Without the signs that stand for thick and for typewriter letters.
static const char *plain(Ui *ui, const char *from, size_t length) {
    char *out = ui_piece(ui, from, length);
    size_t used = 0;
    for (size_t i = 0; out[i]; i++) {
        bool thick = out[i] == '*' && out[i + 1] == '*';
        if (thick) i++;
        if (!thick && out[i] != '`') out[used++] = out[i];
    }
    out[used] = 0;
    return out;
}

static void item(Ui *ui, const char *mark, const char *words) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10, .across = UI_START});
    ui_text(ui, mark, (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_ACCENT});
    ui_text(ui, words, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
}

// "**What to watch.** The rest": its first words stand above it.
static void paragraph(Ui *ui, const char *from, size_t length) {
    const char *end =
            length > 4 && strncmp(from, "**", 2) == 0 ? strstr(from + 2, "**") : NULL;
    if (end && (size_t)(end - from) < length) {
        ui_text(ui, plain(ui, from, (size_t)(end - from)),
                (UiText){.type = TYPE_LABEL, .bold = true, .heading = true});
        length -= (size_t)(end + 2 - from);
        from = end + 2;
        for (; length > 0 && *from == ' '; length--)
            from++;
    }
    if (length > 0) ui_text(ui, plain(ui, from, length), (UiText){.type = TYPE_LABEL});
}

static size_t digits_of(const char *line, size_t length) {
    size_t count = 0;
    while (count < length && line[count] >= '0' && line[count] <= '9')
        count++;
    bool numbered = count > 0 && count + 1 < length && line[count] == '.';
    return numbered && line[count + 1] == ' ' ? count : 0;
}

static void line(Ui *ui, const char *from, size_t length) {
    size_t signs = strspn(from, "#"), digits = digits_of(from, length);
    while (length > 0 && (from[length - 1] == '\r' || from[length - 1] == ' '))
        length--;
    if (signs > 0 && signs < length && from[signs] == ' ')
        ui_heading(ui, plain(ui, from + signs + 1, length - signs - 1),
                signs == 1 ? TYPE_HEAD : TYPE_TITLE);
    else if (length > 2 && (strncmp(from, "- ", 2) == 0 || strncmp(from, "* ", 2) == 0))
        item(ui, "\xE2\x80\xA2", plain(ui, from + 2, length - 2));
    else if (digits > 0)
        item(ui, ui_format(ui, "%.*s", (int)digits, from),
                plain(ui, from + digits + 2, length - digits - 2));
    else if (length > 0)
        paragraph(ui, from, length);
}

// ---- the sheet ---------------------------------------------------------------------------------------------------

void sheet_notes_draw(Ui *ui, const ConsoleView *console, App *app) {
    int32_t place = app->host.notes - 1;
    if (place < 0 || place >= CONSOLE_NOTES || !console->notes[place]) {
        app->host.notes = 0;
        return;
    }
    if (!ui_sheet_open(
                ui, "notes", app_say(app, TITLES[place]), app_say(app, WORD_CLOSE))) {
        app->host.notes = 0;
        return;
    }
    const char *at = console->notes[place];
    for (int32_t i = 0; *at && i < LINES_MOST; i++) {
        size_t length = strcspn(at, "\n");
        line(ui, at, length);
        at += length + (at[length] == '\n');
    }
    ui_sheet_close(ui);
}
