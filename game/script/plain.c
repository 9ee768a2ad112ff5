// script/plain.c — reads a file that only declares (words, ids, values written out) from its tokens, without Lua. Never: tells a finding, says anything other than Lua would.
#include "script/plain.h"
#include "script/changeword.h"
#include <stdlib.h>
#include <string.h>

enum { ENTRIES_FIRST = 64, SORT_BY_HAND_MAX = 24 };

// A field of a table that is being read, or an item of its list (key NULL).
typedef struct Entry {
    const char *key;
    Node value;
} Entry;

typedef struct Plain {
    Machine *machine;
    const Tokens *tokens;
    int32_t at;
    Entry *entries; // of all tables that are still open
    int32_t count, capacity;
    int32_t parts, depth; // as copy.c counts them
} Plain;

static TokenKind kind_at(const Plain *plain, int32_t ahead) {
    int32_t at = core_min(plain->at + ahead, plain->tokens->count - 1);
    return plain->tokens->items[at].kind;
}

static bool pass(Plain *plain, TokenKind kind) {
    if (kind_at(plain, 0) != kind) return false;
    plain->at++;
    return true;
}

// ---- texts and numbers --------------------------------------------------------------------

// What a sign behind \ stands for; the lexer lets no others through.
static char escaped(char sign) { return sign == 'n' ? '\n' : sign == 't' ? '\t' : sign; }

// The words of a text in quotes, in the machine's region; NULL for one in long brackets.
static const char *read_words(Plain *plain, uint32_t *length) {
    const Token *token = &plain->tokens->items[plain->at];
    const char *from = plain->tokens->source + token->at;
    if (token->kind != TOKEN_TEXT || from[0] == '[') return NULL;
    plain->at++;
    size_t inside = token->length - 2;
    *length = (uint32_t)inside;
    char *words = region_copy_text(&plain->machine->region, from + 1, inside);
    if (!memchr(words, '\\', inside)) return words;
    size_t out = 0;
    for (size_t i = 0; i < inside; i++)
        words[out++] = words[i] == '\\' ? escaped(words[++i]) : words[i];
    words[out] = '\0';
    *length = (uint32_t)out;
    return words;
}

static bool read_text(Plain *plain, Node *out) {
    const char *words = read_words(plain, &out->text_length);
    if (!words || out->text_length > DECLARE_TEXT_BYTES_MAX
            || !copy_is_showable(words, out->text_length))
        return false;
    Machine *machine = plain->machine;
    machine->node_text_bytes += out->text_length;
    out->kind = NODE_TEXT;
    out->text = words;
    return machine->node_text_bytes <= NODE_TEXT_BYTES_MAX;
}

static bool read_number(Plain *plain, Node *out) {
    bool minus = pass(plain, TOKEN_MINUS);
    if (kind_at(plain, 0) != TOKEN_NUMBER) return false;
    const Token *token = &plain->tokens->items[plain->at++];
    int64_t number = 0; // the lexer takes at most 12 digits
    for (uint32_t i = 0; i < token->length; i++)
        number = 10 * number + (plain->tokens->source[token->at + i] - '0');
    out->kind = NODE_INTEGER;
    out->integer = minus ? -number : number;
    return true;
}

// ---- tables -------------------------------------------------------------------------------

static Entry *add_entry(Plain *plain) {
    if (plain->count == plain->capacity) {
        plain->capacity = plain->capacity ? 2 * plain->capacity : ENTRIES_FIRST;
        plain->entries =
                realloc(plain->entries, sizeof *plain->entries * (size_t)plain->capacity);
        ASSERT(plain->entries != NULL);
    }
    return &plain->entries[plain->count++];
}

static int by_key(const void *left, const void *right) {
    const NodeField *a = left, *b = right;
    return strcmp(a->key, b->key);
}

// By insertion: most tables have few fields.
static void sort_few(NodeField *fields, int32_t count) {
    for (int32_t i = 1; i < count; i++) {
        int32_t at = i;
        while (at > 0 && strcmp(fields[at - 1].key, fields[i].key) > 0)
            at--;
        if (at == i) continue;
        NodeField moved = fields[i];
        memmove(&fields[at + 1], &fields[at], sizeof *fields * (size_t)(i - at));
        fields[at] = moved;
    }
}

// False when a field is given twice: Lua keeps the last one.
static bool sort_fields(NodeField *fields, int32_t count) {
    if (count > SORT_BY_HAND_MAX)
        qsort(fields, (size_t)count, sizeof *fields, by_key);
    else
        sort_few(fields, count);
    for (int32_t i = 1; i < count; i++) {
        if (strcmp(fields[i - 1].key, fields[i].key) == 0) return false;
    }
    return true;
}

// The entries since `first` become the parts of a table.
static bool close_table(Plain *plain, int32_t first, Node *out) {
    Machine *machine = plain->machine;
    int32_t all = plain->count - first, fields_count = 0;
    for (int32_t i = first; i < plain->count; i++)
        fields_count += plain->entries[i].key != NULL;
    plain->parts += all;
    machine->nodes_count += all;
    if (plain->parts > DECLARE_PARTS_MAX || machine->nodes_count > NODES_MAX) return false;
    Region *region = &machine->region;
    NodeField *fields = region_take(region, sizeof *fields * (size_t)fields_count);
    Node *items = region_take(region, sizeof *items * (size_t)(all - fields_count));
    NodeField *field = fields;
    Node *item = items;
    for (int32_t i = first; i < plain->count; i++) {
        const Entry *entry = &plain->entries[i];
        if (entry->key)
            *field++ = (NodeField){entry->key, entry->value};
        else
            *item++ = entry->value;
    }
    plain->count = first;
    *out = (Node){.kind = NODE_TABLE,
            .items_count = all - fields_count,
            .fields_count = fields_count,
            .items = items,
            .fields = fields};
    return sort_fields(fields, fields_count);
}

static bool read_value(Plain *plain, Node *out);

// name = …, ["name"] = …, or nothing for an item of a list. False for other keys.
static bool read_key(Plain *plain, const char **key) {
    *key = NULL;
    uint32_t length = 0;
    if (kind_at(plain, 0) == TOKEN_NAME && kind_at(plain, 1) == TOKEN_ASSIGN) {
        const Token *token = &plain->tokens->items[plain->at];
        *key = region_copy_text(
                &plain->machine->region, plain->tokens->source + token->at, token->length);
        plain->at += 2;
        return true;
    }
    if (!pass(plain, TOKEN_SQUARE_OPEN)) return true;
    *key = read_words(plain, &length);
    return *key && pass(plain, TOKEN_SQUARE_CLOSE) && pass(plain, TOKEN_ASSIGN);
}

// Depth is capped by DECLARE_DEPTH_MAX.
static bool read_table(Plain *plain, Node *out) {
    if (plain->depth == DECLARE_DEPTH_MAX || !pass(plain, TOKEN_CURLY_OPEN)) return false;
    plain->depth++;
    int32_t first = plain->count;
    while (kind_at(plain, 0) != TOKEN_CURLY_CLOSE) {
        const char *key = NULL;
        Node value = {0};
        if (!read_key(plain, &key) || !read_value(plain, &value)) return false;
        *add_entry(plain) = (Entry){key, value};
        if (!pass(plain, TOKEN_COMMA) && !pass(plain, TOKEN_SEMICOLON)) break;
    }
    plain->depth--;
    return pass(plain, TOKEN_CURLY_CLOSE) && close_table(plain, first, out);
}

// gain { … }: its fields are counted for themselves.
static bool read_change(Plain *plain, Node *out) {
    const Token *token = &plain->tokens->items[plain->at];
    const char *word = changeword_named(plain->tokens->source + token->at, token->length);
    if (!word || plain->machine->manifest || kind_at(plain, 1) != TOKEN_CURLY_OPEN)
        return false;
    int32_t parts = plain->parts, depth = plain->depth;
    plain->parts = plain->depth = 0;
    plain->at++;
    if (!read_table(plain, out) || node_field(out, "op")) return false;
    plain->parts = parts;
    plain->depth = depth;
    out->kind = NODE_CHANGE;
    out->text = word;
    return true;
}

static bool read_value(Plain *plain, Node *out) {
    TokenKind kind = kind_at(plain, 0);
    if (kind == TOKEN_TEXT) return read_text(plain, out);
    if (kind == TOKEN_CURLY_OPEN) return read_table(plain, out);
    if (kind == TOKEN_NUMBER || kind == TOKEN_MINUS) return read_number(plain, out);
    if (kind == TOKEN_NAME) return read_change(plain, out);
    if (kind != TOKEN_TRUE && kind != TOKEN_FALSE) return false;
    plain->at++;
    out->kind = NODE_BOOLEAN;
    out->integer = kind == TOKEN_TRUE;
    return true;
}

// ---- declarations -------------------------------------------------------------------------

static const ScriptWord *word_at(const Plain *plain) {
    const Token *token = &plain->tokens->items[plain->at];
    if (token->kind != TOKEN_NAME) return NULL;
    for (int32_t i = 0; i < plain->machine->words_count; i++) {
        const ScriptWord *word = &plain->machine->words[i];
        if (token_is(plain->tokens, plain->at, word->name)) return word;
    }
    return NULL;
}

// What stands behind the word and its id.
static bool read_body(Plain *plain, const ScriptWord *word, Node *out) {
    TokenKind kind = kind_at(plain, 0);
    plain->parts = plain->depth = 0;
    if (word->form == WORD_ID_TEXT && kind == TOKEN_TEXT) return read_text(plain, out);
    if (word->form == WORD_ID_MAYBE && kind != TOKEN_CURLY_OPEN) return true;
    return read_table(plain, out) && out->items_count == 0;
}

static bool read_one(Plain *plain) {
    const ScriptWord *word = word_at(plain);
    Machine *machine = plain->machine;
    if (!word || word->elsewhere || word->form == WORD_MOMENT) return false;
    int32_t token = plain->at++;
    const char *id = "";
    uint32_t length = 0;
    if (word->form != WORD_BODY) {
        id = read_words(plain, &length);
        if (!id || !declare_id_fits(word, id, length)) return false;
    }
    Node body = {0};
    if (machine->decls.count == DECLARE_DECLS_MAX || !read_body(plain, word, &body))
        return false;
    Decl *decl = declare_new(machine, word, id);
    decl->token = token;
    decl->line = plain->tokens->items[token].line;
    decl->column = plain->tokens->items[token].column;
    decl->body = body;
    (void)pass(plain, TOKEN_SEMICOLON);
    return true;
}

bool plain_read_file(Machine *machine, const ScriptFile *file) {
    Plain plain = {.machine = machine, .tokens = &file->tokens};
    int32_t decls = machine->decls.count;
    int64_t nodes = machine->nodes_count;
    size_t text_bytes = machine->node_text_bytes;
    bool good = true;
    while (good && kind_at(&plain, 0) != TOKEN_EOF)
        good = read_one(&plain);
    free(plain.entries);
    if (good) return true;
    // Lua reads the whole file, from its beginning.
    machine->decls.count = decls;
    machine->nodes_count = nodes;
    machine->node_text_bytes = text_bytes;
    return false;
}
