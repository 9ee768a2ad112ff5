// cli/desk_settings.c — the file of settings in the data folder: read at the start, written when something changes. Never: what the lines mean.
#include "cli/desk_settings.h"
#include "base/file.h"
#include "client/settings.h"
#include <stdio.h>
#include <string.h>

enum { FILE_MOST = 4096 };

static const char *path_of(Desk *desk, Region *region) {
    return region_format(region, "%s/settings", desk->places.data);
}

// The language stands in the first line by its code; the rest is the window's own.
static void read_language(Desk *desk, Bytes text) {
    char line[LANGUAGE_BYTES + 12] = "";
    size_t length = 0;
    while (length < text.length && text.data[length] != '\n')
        length++;
    if (length >= sizeof line) return;
    memcpy(line, text.data, length);
    if (strncmp(line, "language ", 9) != 0) return;
    desk_speak(desk, line + 9);
}

void desk_settings_remember(Desk *desk, const Args *args) {
    Region region = {0};
    Bytes text = {0};
    Err none = {0};
    AppSettings given = desk->app.settings, *own = &desk->app.settings;
    desk->remembers = true;
    desk->app.data_folder = desk->places.data;
    const char *path = path_of(desk, &region);
    if (file_exists(path) && file_read(&region, path, FILE_MOST, &text, &none)) {
        settings_read(text, own);
        if (!args_on(args, "--lang")) read_language(desk, text);
    }
    if (args_on(args, "--theme")) own->theme = given.theme;
    if (args_on(args, "--scale")) own->scale_percent = given.scale_percent;
    desk->app.private_open = own->open_private;
    region_clear(&region);
}

void desk_settings_keep(Desk *desk) {
    if (!desk->remembers) return;
    Region region = {0};
    Buffer text = {0};
    Err err = {0};
    buffer_format(&text, "language %s\n", desk->tongue.code);
    settings_write(&desk->app.settings, &text);
    bool good = file_make_folder(desk->places.data, &err)
                && file_write(path_of(desk, &region), text.data, text.length, &err);
    if (!good) app_set_notice(&desk->app, err.what);
    buffer_free(&text);
    region_clear(&region);
}
