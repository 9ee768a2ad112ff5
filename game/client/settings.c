// client/settings.c — the table of what is remembered of a window, read and written line by line. Never: opens a file.
#include "client/settings.h"
#include <string.h>

enum { LINE_BYTES = 64, DIGITS_MOST = 6 };

typedef enum SettingKind {
    SETTING_THEME,
    SETTING_SCALE,
    SETTING_TEXT,
    SETTING_LETTERS,
    SETTING_MOTION,
    SETTING_PAD,
    SETTING_PRIVATE,
    SETTING_BOARD,
    SETTING_PORT,
    SETTINGS_COUNT
} SettingKind;

static const struct {
    const char *word;
    int32_t least, most;
} ROWS[SETTINGS_COUNT] = {
        [SETTING_THEME] = {"theme",        0,    THEMES_COUNT - 1},
        [SETTING_SCALE] = {"size",         75,   300             },
        [SETTING_TEXT] = {"text_size",    100,  200             },
        [SETTING_LETTERS] = {"letters",      0,    UI_LETTERS_OFF  },
        [SETTING_MOTION] = {"less_motion",  0,    1               },
        [SETTING_PAD] = {"no_pad",       0,    1               },
        [SETTING_PRIVATE] = {"open_private", 0,    1               },
        [SETTING_BOARD] = {"board_screen", 0,    16              },
        [SETTING_PORT] = {"port",         1024, 65535           }
};

static void put(AppSettings *out, SettingKind kind, int32_t value) {
    switch (kind) {
    case SETTING_THEME: out->theme = (ThemeKind)value; break;
    case SETTING_SCALE: out->scale_percent = value; break;
    case SETTING_TEXT: out->text_percent = value; break;
    case SETTING_LETTERS: out->letters = value; break;
    case SETTING_MOTION: out->reduced_motion = value; break;
    case SETTING_PAD: out->no_pad = value; break;
    case SETTING_PRIVATE: out->open_private = value; break;
    case SETTING_BOARD: out->board_screen = value; break;
    case SETTING_PORT: out->port = value; break;
    case SETTINGS_COUNT: break;
    }
}

static int32_t get(const AppSettings *settings, SettingKind kind) {
    switch (kind) {
    case SETTING_THEME: return (int32_t)settings->theme;
    case SETTING_SCALE: return settings->scale_percent;
    case SETTING_TEXT: return settings->text_percent;
    case SETTING_LETTERS: return settings->letters;
    case SETTING_MOTION: return settings->reduced_motion;
    case SETTING_PAD: return settings->no_pad;
    case SETTING_PRIVATE: return settings->open_private;
    case SETTING_BOARD: return settings->board_screen;
    case SETTING_PORT: return settings->port;
    case SETTINGS_COUNT: break;
    }
    return 0;
}

// -1 when it is no plain number.
static int32_t number_of(const char *text) {
    int32_t value = 0, digits = 0;
    for (; *text >= '0' && *text <= '9' && digits < DIGITS_MOST; text++, digits++)
        value = value * 10 + (*text - '0');
    return *text || digits == 0 ? -1 : value;
}

static void read_line(char *line, AppSettings *out) {
    char *gap = strchr(line, ' ');
    if (!gap) return;
    *gap = 0;
    int32_t value = number_of(gap + 1);
    for (int32_t i = 0; i < SETTINGS_COUNT; i++) {
        bool fits = value >= ROWS[i].least && value <= ROWS[i].most;
        if (fits && strcmp(line, ROWS[i].word) == 0) put(out, (SettingKind)i, value);
    }
}

void settings_read(Bytes text, AppSettings *out) {
    char line[LINE_BYTES];
    size_t used = 0;
    for (size_t i = 0; i <= text.length; i++) {
        char c = i < text.length ? (char)text.data[i] : '\n';
        if (c != '\n') {
            if (used < LINE_BYTES) line[used++] = c; // one that is too long is none of ours
            continue;
        }
        if (used > 0 && used < LINE_BYTES) {
            line[used] = 0;
            read_line(line, out);
        }
        used = 0;
    }
}

void settings_write(const AppSettings *settings, Buffer *out) {
    for (int32_t i = 0; i < SETTINGS_COUNT; i++) {
        int32_t value = get(settings, (SettingKind)i);
        if (value >= ROWS[i].least && value <= ROWS[i].most)
            buffer_format(out, "%s %d\n", ROWS[i].word, value);
    }
}
