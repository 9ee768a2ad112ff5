// cli/pseudonym.c — collects labels of people and replaces them in texts. Never: changes what the session keeps.
#include "cli/pseudonym.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PART_LEAST = 3 }; // shorter parts of a name are words of their own too often

static void add(Pseudonyms *names, const char *name, size_t length, int32_t seat) {
    if (length < 2) return;
    if (names->count == names->capacity) {
        int32_t capacity = names->capacity ? 2 * names->capacity : 32;
        Pseudonym *grown = realloc(names->items, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        names->items = grown;
        names->capacity = capacity;
    }
    names->items[names->count++] =
            (Pseudonym){region_copy_text(&names->region, name, length), length, seat};
}

static void add_name(Pseudonyms *names, const char *name, size_t length, int32_t seat) {
    add(names, name, length, seat);
    for (size_t from = 0; from < length;) {
        const char *space = memchr(name + from, ' ', length - from);
        size_t to = space ? (size_t)(space - name) : length;
        bool part = to - from >= PART_LEAST && to - from < length;
        if (part) add(names, name + from, to - from, seat);
        from = to + 1;
    }
}

static int longest_first(const void *a, const void *b) {
    const Pseudonym *one = a, *two = b;
    return one->length < two->length ? 1 : (one->length > two->length ? -1 : 0);
}

static bool is_name(const JournalWords *words) {
    static const char kind[] = "name";
    return words->seat > 0 && words->state != WORDS_ERASED
           && words->kind.length == sizeof kind - 1
           && memcmp(words->kind.data, kind, sizeof kind - 1) == 0;
}

bool pseudonym_read(Pseudonyms *names, const Journal *journal, Err *err) {
    int64_t last = journal->tail(journal->self).words_id;
    bool good = true;
    for (int64_t id = 1; good && id <= last; id++) {
        Region region = {0};
        JournalWords words;
        good = journal->words_get(journal->self, id, &words, &region, err);
        if (good && words.id == id && is_name(&words))
            add_name(names, (const char *)words.text.data, words.text.length, words.seat);
        region_clear(&region);
    }
    if (good && names->count > 0)
        qsort(names->items, (size_t)names->count, sizeof *names->items, longest_first);
    if (!good) pseudonym_free(names);
    return good;
}

// Letters of other scripts have bytes above 127: what stands beside them is a word of its own or is not,
// and a name is rather replaced once too often.
static bool is_letter(char c) { return isalnum((unsigned char)c) != 0; }

static const Pseudonym *at(const Pseudonyms *names, const Buffer *text, size_t from) {
    for (int32_t i = 0; i < names->count; i++) {
        const Pseudonym *name = &names->items[i];
        size_t end = from + name->length;
        if (end > text->length) continue;
        if (strncasecmp(text->data + from, name->name, name->length) != 0) continue;
        bool alone = (from == 0 || !is_letter(text->data[from - 1]))
                     && (end == text->length || !is_letter(text->data[end]));
        if (alone) return name;
    }
    return NULL;
}

void pseudonym_apply(const Pseudonyms *names, Buffer *text) {
    Buffer out = {0};
    if (names->count == 0 || text->length == 0) return;
    for (size_t i = 0; i < text->length;) {
        const Pseudonym *name = at(names, text, i);
        if (name) {
            buffer_format(&out, "[%d]", name->seat);
            i += name->length;
        } else {
            buffer_add(&out, text->data + i, 1);
            i++;
        }
    }
    buffer_reset(text);
    buffer_add(text, out.data, out.length);
    buffer_free(&out);
}

void pseudonym_free(Pseudonyms *names) {
    free(names->items);
    region_clear(&names->region);
    *names = (Pseudonyms){0};
}
