// scenario/po.c — reads the entries of a PO file, line by line. Never: knows what a path means, uses libintl.
#include "scenario/po.h"
#include "base/utf8.h"
#include <string.h>

enum { ENTRIES_MAX = 8000, WORDS_MAX_BYTES = 16 * 1024 };

typedef enum Part { PART_NONE, PART_CONTEXT, PART_ID, PART_WORDS, PART_OTHER } Part;

typedef struct Reader {
    Region *region;
    const char *file;
    Diags *diags;
    const char *at, *end;
    int32_t line;
    Part part;
    Buffer text[3]; // context, id, words of the entry being read
    bool has[3];
    PoEntry entry;
    PoEntry *entries;
    int32_t count, entries_max;
    bool fuzzy_next, good;
} Reader;

static Diag *fail(Reader *reader, const char *what) {
    reader->good = false;
    return diags_add(reader->diags, "E506", reader->file, reader->line, 1,
            "This line cannot be read: %s.", what);
}

static const char *kept(Reader *reader, int32_t which) {
    const Buffer *text = &reader->text[which];
    return region_copy_text(reader->region, text->data ? text->data : "", text->length);
}

static void finish_entry(Reader *reader) {
    bool whole = reader->has[1] || reader->has[0];
    if (whole && reader->count < reader->entries_max) {
        PoEntry *entry = &reader->entries[reader->count++];
        *entry = reader->entry;
        entry->context = kept(reader, 0);
        entry->id = kept(reader, 1);
        entry->words = kept(reader, 2);
    } else if (whole) {
        fail(reader, "a file holds at most 8,000 entries");
    }
    for (int32_t i = 0; i < 3; i++) {
        buffer_reset(&reader->text[i]);
        reader->has[i] = false;
    }
    reader->entry = (PoEntry){0};
    reader->part = PART_NONE;
}

static bool escaped(char letter, char *out) {
    static const char from[] = "ntr\"\\", to[] = "\n\t\r\"\\";
    const char *place = letter ? strchr(from, letter) : NULL;
    if (place) *out = to[place - from];
    return place != NULL;
}

static void add_run(Buffer *text, const char *letters, size_t length) {
    if (text && length > 0 && text->length + length <= WORDS_MAX_BYTES) {
        buffer_add(text, letters, length);
    }
}

// A text in quotes to the end of the line, added to the part being read.
static void read_quoted(Reader *reader, const char *from, const char *end) {
    Buffer *text = reader->part >= PART_CONTEXT && reader->part <= PART_WORDS
                           ? &reader->text[reader->part - 1]
                           : NULL;
    const char *at = from + 1;
    while (at < end && *at != '"') {
        const char *run = at;
        const char *quote = memchr(at, '"', (size_t)(end - at));
        const char *stop = quote ? quote : end;
        const char *slash = memchr(at, '\\', (size_t)(stop - at));
        at = slash ? slash : stop;
        add_run(text, run, (size_t)(at - run));
        if (!slash) break;
        char letter = 0;
        at++;
        if (at >= end || !escaped(*at, &letter)) {
            diag_fix(
                    fail(reader, "an unknown sign after \\"), "use \\n, \\t, \\\" or \\\\");
            return;
        }
        add_run(text, &letter, 1);
        at++;
    }
    if (at >= end) {
        diag_fix(fail(reader, "the closing quote is missing"), "put \" at the end");
        return;
    }
    for (at++; at < end; at++) {
        if (*at != ' ' && *at != '\t') {
            fail(reader, "something stands behind the closing quote");
            return;
        }
    }
}

static const char *skip_blanks(const char *at, const char *end) {
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at;
}

// Starts a part when the line begins with its keyword; returns what follows, NULL otherwise.
static const char *begins(const char *at, const char *end, const char *word) {
    size_t length = strlen(word);
    if ((size_t)(end - at) < length || memcmp(at, word, length) != 0) return NULL;
    const char *rest = at + length;
    return rest < end && (*rest == ' ' || *rest == '\t' || *rest == '"' || *rest == '[')
                   ? rest
                   : NULL;
}

static void start_part(Reader *reader, Part part) {
    bool new_entry =
            part == PART_CONTEXT || (part == PART_ID && (reader->part != PART_CONTEXT));
    if (new_entry && (reader->has[0] || reader->has[1])) finish_entry(reader);
    if (reader->part == PART_NONE) {
        reader->entry.line = reader->line;
        reader->entry.fuzzy = reader->fuzzy_next;
        reader->fuzzy_next = false;
    }
    reader->part = part;
    if (part < PART_CONTEXT || part > PART_WORDS) return;
    if (reader->has[part - 1]) fail(reader, "this part of the entry is given twice");
    reader->has[part - 1] = true;
}

static void read_keyword(Reader *reader, const char *at, const char *end) {
    static const struct {
        const char *word;
        Part part;
    } rows[] = {
            {"msgctxt",      PART_CONTEXT},
            {"msgid_plural", PART_OTHER  },
            {"msgid",        PART_ID     },
            {"msgstr",       PART_WORDS  },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        const char *rest = begins(at, end, rows[i].word);
        if (!rest) continue;
        Part part = *rest == '[' ? PART_OTHER : rows[i].part;
        start_part(reader, part);
        while (part == PART_OTHER && rest < end && *rest != '"')
            rest++; // msgstr[1]
        rest = skip_blanks(rest, end);
        if (rest < end && *rest == '"')
            read_quoted(reader, rest, end);
        else
            fail(reader, "a text in quotes is missing");
        return;
    }
    diag_fix(fail(reader, "it begins with none of msgctxt, msgid, msgstr, # or \""),
            "see the entry above it for the form");
}

static void read_line(Reader *reader, const char *at, const char *end) {
    at = skip_blanks(at, end);
    if (at == end) {
        if (reader->has[2]) finish_entry(reader);
        return;
    }
    if (*at == '#') {
        if (reader->has[2]) finish_entry(reader);
        bool flags = end - at > 1 && at[1] == ',';
        for (const char *p = at; flags && end - p >= 5; p++) {
            if (strncmp(p, "fuzzy", 5) == 0) reader->fuzzy_next = true;
        }
        return;
    }
    if (*at == '"') {
        if (reader->part == PART_NONE)
            fail(reader, "a text without msgid or msgstr before it");
        else
            read_quoted(reader, at, end);
        return;
    }
    read_keyword(reader, at, end);
}

static const char *header_language(Reader *reader, const char *header) {
    const char *field = strstr(header, "Language:");
    if (!field) return "";
    field += strlen("Language:");
    field += strspn(field, " ");
    return region_copy_text(reader->region, field, strcspn(field, "\n \r"));
}

// The entry without context and id is the header, not a text.
static void take_header(Reader *reader, PoFile *out) {
    out->language = "";
    int32_t kept_count = 0;
    for (int32_t i = 0; i < reader->count; i++) {
        const PoEntry *entry = &reader->entries[i];
        if (entry->context[0] == 0 && entry->id[0] == 0)
            out->language = header_language(reader, entry->words);
        else
            reader->entries[kept_count++] = *entry;
    }
    out->entries = reader->entries;
    out->count = kept_count;
}

// Most entries a file can hold: each takes two lines at least.
static int32_t entries_in(Bytes bytes) {
    int32_t lines = 2;
    for (size_t i = 0; i < bytes.length; i++)
        lines += bytes.data[i] == '\n';
    return core_min(lines / 2 + 1, ENTRIES_MAX);
}

bool po_read(Region *region, const char *file, Bytes bytes, PoFile *out, Diags *diags) {
    const char *start = (const char *)bytes.data;
    Reader reader = {.region = region,
            .file = file,
            .diags = diags,
            .at = start,
            .end = start + bytes.length,
            .good = true};
    *out = (PoFile){.language = ""};
    if (bytes.length == 0) return true;
    if (!utf8_valid(start, bytes.length)) {
        reader.line = 1;
        diag_fix(fail(&reader, "the file is not UTF-8"), "save it as UTF-8");
        return false;
    }
    if (bytes.length >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) reader.at += 3;
    reader.entries_max = entries_in(bytes);
    reader.entries =
            region_take(region, sizeof *reader.entries * (size_t)reader.entries_max);
    while (reader.at < reader.end && diags->lost == 0) {
        const char *end = memchr(reader.at, '\n', (size_t)(reader.end - reader.at));
        const char *next = end ? end + 1 : reader.end;
        if (!end) end = reader.end;
        if (end > reader.at && end[-1] == '\r') end--;
        reader.line++;
        read_line(&reader, reader.at, end);
        reader.at = next;
    }
    finish_entry(&reader);
    for (int32_t i = 0; i < 3; i++)
        buffer_free(&reader.text[i]);
    take_header(&reader, out);
    return reader.good;
}
