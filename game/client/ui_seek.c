// client/ui_seek.c — finds words in the frame, brings them into sight and gives them the focus. Never: draws.
#include "base/digest.h"
#include "client/node.h"
#include <stdio.h>
#include <string.h>

enum { STOPS_MAX = 1024 };

void ui_seek(Ui *ui, const char *words, int32_t at) {
    snprintf(ui->seek, sizeof ui->seek, "%s", words);
    ui->seek_at = at;
}

void ui_seek_skip(Ui *ui, bool skip) { ui->seek_skips = skip; }
int32_t ui_seek_count(const Ui *ui) { return ui->seek_count; }

void ui_seek_take(Ui *ui) { ui->seek_takes = true; }

void ui_focus_on(Ui *ui, const char *id) {
    ui->focus = node_id(ui, id);
    ui->focus_visible = true;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool starts(const char *text, const char *words) {
    while (*words && lower(*text) == lower(*words)) {
        text++;
        words++;
    }
    return !*words;
}

static bool holds(const char *text, const char *words) {
    for (; *text; text++) {
        if (starts(text, words)) return true;
    }
    return false;
}

static bool matches(const Ui *ui, const Node *node) {
    return node->kind == NODE_TEXT && node->layer == ui->top_layer && !node->unsought
           && holds(node->words, ui->seek);
}

// The widget the words stand in, or the first one after them.
static void focus_found(Ui *ui) {
    int32_t stops[STOPS_MAX];
    int32_t count = focus_stops(ui, stops, STOPS_MAX);
    uint64_t id = 0;
    for (int32_t p = ui->found; p != NO_NODE && !id; p = ui->nodes[p].parent) {
        if (node_interactive(&ui->nodes[p])) id = ui->nodes[p].id;
    }
    for (int32_t i = 0; i < count && !id; i++) {
        if (stops[i] > ui->found) id = ui->nodes[stops[i]].id;
    }
    if (!id) return;
    ui->focus = id;
    ui->focus_visible = ui->follow = ui->again = true;
}

// After each layout. The last frame of a search still knows where it was when the search ends.
void seek_settle(Ui *ui) {
    int32_t count = 0, wanted = 0;
    if (!ui->seek[0]) {
        ui->seek_count = 0;
        ui->seek_shown = 0;
        return;
    }
    for (int32_t i = 0; i < ui->nodes_count; i++)
        count += matches(ui, &ui->nodes[i]);
    if (count != ui->seek_count) ui->again = true;
    ui->seek_count = count;
    if (count == 0) return;
    wanted = (ui->seek_at % count + count) % count;
    for (int32_t i = 0; i < ui->nodes_count && ui->found == NO_NODE; i++) {
        if (matches(ui, &ui->nodes[i]) && wanted-- == 0) ui->found = i;
    }
    uint64_t shown = digest_fast(ui->seek, strlen(ui->seek), (uint64_t)(ui->seek_at + 1));
    if (shown != ui->seek_shown) {
        ui->follow = false;
        if (focus_show(ui, ui->found)) ui->again = true;
    }
    ui->seek_shown = shown;
    if (ui->seek_takes) focus_found(ui);
    ui->seek_takes = false;
}
