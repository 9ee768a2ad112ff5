// scenario/csv.c — reads rows and cells of a spreadsheet. Never: knows what a path means.
#include "scenario/csv.h"
#include "base/utf8.h"
#include <string.h>

enum { COLUMNS_MAX = 12, ROWS_MAX = 8000 };

typedef enum Column {
    COLUMN_ID,
    COLUMN_SOURCE,
    COLUMN_TEXT,
    COLUMN_STATE,
    COLUMN_COUNT
} Column;

typedef struct Table {
    Region *region;
    const char *at, *end;
    int32_t line; // of the row being read
    int32_t next_line;
    char divider;
    const char *cell[COLUMNS_MAX];
    int32_t cells;
    bool broken; // a quoted cell never ends
} Table;

// The sign that divides the first row most often.
static char divider_of(const char *at, const char *end) {
    static const char signs[] = {',', ';', '\t'};
    size_t best = 0, most = 0;
    for (size_t i = 0; i < sizeof signs; i++) {
        size_t count = 0;
        for (const char *p = at; p < end && *p != '\n'; p++)
            count += *p == signs[i];
        if (count > most) {
            most = count;
            best = i;
        }
    }
    return signs[best];
}

// Spreadsheets take = + - @ at the start for a formula; a mark before them keeps it a text.
static const char *without_guard(const char *words) {
    return words[0] == '\'' && words[1] && strchr("=+-@", words[1]) ? words + 1 : words;
}

static void keep(Table *table, Buffer *cell) {
    const char *words =
            region_copy_text(table->region, cell->data ? cell->data : "", cell->length);
    if (table->cells < COLUMNS_MAX) table->cell[table->cells++] = without_guard(words);
    buffer_reset(cell);
}

static void read_quoted(Table *table, Buffer *cell) {
    table->at++;
    while (table->at < table->end) {
        char letter = *table->at++;
        if (letter == '\n') table->next_line++;
        if (letter == '"') {
            if (table->at >= table->end || *table->at != '"') return;
            table->at++;
        }
        buffer_add(cell, &letter, 1);
    }
    table->broken = true;
}

// One row into cells; false at the end of the file.
static bool read_row(Table *table, Buffer *cell) {
    table->cells = 0;
    if (table->at >= table->end) return false;
    table->line = table->next_line;
    while (table->at < table->end) {
        char letter = *table->at;
        if (letter == '"' && cell->length == 0) {
            read_quoted(table, cell);
            continue;
        }
        table->at++;
        if (letter == '\n') {
            table->next_line++;
            break;
        }
        if (letter == table->divider) {
            keep(table, cell);
        } else if (letter != '\r') {
            buffer_add(cell, &letter, 1);
        }
    }
    keep(table, cell);
    return true;
}

static bool read_head(Table *table, int32_t place[COLUMN_COUNT]) {
    static const char *const names[COLUMN_COUNT] = {"id", "source", "text", "state"};
    for (int32_t c = 0; c < COLUMN_COUNT; c++) {
        place[c] = -1;
        for (int32_t i = 0; i < table->cells; i++) {
            if (strcmp(table->cell[i], names[c]) == 0) place[c] = i;
        }
    }
    return place[COLUMN_ID] >= 0 && place[COLUMN_TEXT] >= 0;
}

static const char *cell_in(const Table *table, int32_t place) {
    return place >= 0 && place < table->cells ? table->cell[place] : "";
}

static bool fail(
        Diags *diags, const char *file, int32_t line, const char *what, const char *fix) {
    Diag *diag = diags_add(diags, "E510", file, line, 1, "%s", what);
    diag_fix(diag, "%s", fix);
    return false;
}

static bool read_rows(Table *table, const char *file, PoFile *out, Diags *diags) {
    int32_t place[COLUMN_COUNT];
    Buffer cell = {0};
    if (!read_row(table, &cell) || !read_head(table, place)) {
        buffer_free(&cell);
        return fail(diags, file, 1, "The first row must name the columns id and text.",
                "id,source,text,state,note");
    }
    PoEntry *entries = region_take(table->region, sizeof *entries * ROWS_MAX);
    while (read_row(table, &cell) && out->count < ROWS_MAX && !table->broken) {
        const char *id = cell_in(table, place[COLUMN_ID]);
        if (id[0] == 0) continue; // an empty row
        const char *state = cell_in(table, place[COLUMN_STATE]);
        entries[out->count++] = (PoEntry){.context = id,
                .id = cell_in(table, place[COLUMN_SOURCE]),
                .words = cell_in(table, place[COLUMN_TEXT]),
                .line = table->line,
                .fuzzy = strcmp(state, "fuzzy") == 0 || strcmp(state, "changed") == 0};
    }
    buffer_free(&cell);
    out->entries = entries;
    if (!table->broken) return true;
    return fail(diags, file, table->line, "A quoted cell that begins here never ends.",
            "put \" at its end");
}

bool csv_read(Region *region, const char *file, Bytes bytes, PoFile *out, Diags *diags) {
    const char *start = (const char *)bytes.data;
    *out = (PoFile){.language = ""};
    if (bytes.length > 0 && !utf8_valid(start, bytes.length)) {
        return fail(diags, file, 1, "The file is not UTF-8.", "save it as CSV UTF-8");
    }
    Table table = {
            .region = region, .at = start, .end = start + bytes.length, .next_line = 1};
    if (bytes.length >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) table.at += 3;
    table.divider = divider_of(table.at, table.end);
    return read_rows(&table, file, out, diags);
}
