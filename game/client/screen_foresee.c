// client/screen_foresee.c — what can be foreseen of an act while its sheet is filled in: its price as picked, what it moves, what stays unknown, why it is closed. Never: works anything out.
#include "client/screens.h"
#include <string.h>

static void line(
        Ui *ui, const char *label, const char *text, IconKind icon, ColorToken color) {
    if (!*text) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, icon, 20, color);
    ui_open(ui, (UiBox){.grow = 1});
    if (*label)
        ui_text(ui, label, (UiText){.type = TYPE_CAPTION, .bold = true, .color = color});
    ui_text(ui, text, (UiText){.type = TYPE_LABEL});
    ui_close(ui);
    ui_close(ui);
}

static const char *joined(Ui *ui, const char *const *lines, int32_t count) {
    const char *all = "";
    for (int32_t i = 0; i < count; i++)
        all = ui_format(ui, "%s%s%s", all, *all ? " \xC2\xB7 " : "", lines[i]);
    return all;
}

static void lines(Ui *ui, const App *app, const ViewMove *move, const Forecast *seen) {
    if (!seen->open) {
        line(ui, "", seen->closed, ICON_WARN, COLOR_CARE);
        return;
    }
    // The price stands above already, unless what was picked changed it.
    if (strcmp(seen->cost, move->costs) != 0)
        line(ui, app_say(app, WORD_COSTS), seen->cost, ICON_CLOCK, COLOR_MUTED);
    if (seen->likely_count == 0)
        ui_text(ui, app_say(app, WORD_FORESEEN_NOTHING),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    line(ui, app_say(app, WORD_FORESEEN_LIKELY),
            joined(ui, seen->likely, seen->likely_count), ICON_EYE, COLOR_ACCENT);
    line(ui, app_say(app, WORD_FORESEEN_UNKNOWN),
            joined(ui, seen->unknown, seen->unknown_count), ICON_HELP, COLOR_MUTED);
}

const char *part_foreseen(
        Ui *ui, const View *view, App *app, const ViewMove *move, const Command *command) {
    enum { HIGH_DP = 700 };
    if (!app->ports.foresee) return NULL;
    const Forecast *seen = app_foresee(app, view, *command);
    // Where there is room it stays in sight while the rest of the sheet is scrolled.
    if (ui_height_dp(ui) >= HIGH_DP) ui_sheet_stays(ui);
    ui_open(ui, (UiBox){.gap = 6,
                        .pad = 10,
                        .radius = 6,
                        .fill = COLOR_SUNK,
                        .bar = COLOR_ACCENT});
    ui_text(ui, app_say(app, WORD_FORESEEN),
            (UiText){.type = TYPE_LABEL, .bold = true, .heading = true});
    if (seen)
        lines(ui, app, move, seen);
    else
        ui_text(ui, app_say(app, WORD_FORESEEN_WAITS),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_close(ui);
    return seen && !seen->open && *seen->closed ? seen->closed : NULL;
}
