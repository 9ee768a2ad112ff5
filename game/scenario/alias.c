// scenario/alias.c — names of plugins: press.mood, and other ids for things that two packs declare. Never: says what a thing is.
#include "scenario/work.h"
#include <string.h>

static bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')
           || letter == '_';
}

static bool same(const char *word, const char *letters, size_t length) {
    return strlen(word) == length && strncmp(word, letters, length) == 0;
}

static bool clashes(const Load *load, const Item *item) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *other = &load->items[i];
        if (other->unit == item->unit || other->dropped || !names_declares(other)) continue;
        if (strcmp(other->decl->id, item->decl->id) == 0 && names_same_space(other, item))
            return true;
    }
    return false;
}

void alias_apply(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        Item *item = &load->items[i];
        if (item->dropped || !item->unit->alias_given || !names_declares(item)
                || !clashes(load, item))
            continue;
        item->id = region_format(load->region, "%s_%s", item->unit->alias, item->decl->id);
        item->hash = index_hash(item->id, strlen(item->id));
        load->renamed = true;
    }
}

// The thing that these letters name in a file of this machine when its id is not what is written.
static const Item *own_renamed(
        const Load *load, const Machine *machine, const char *letters, size_t length) {
    for (int32_t i = 0; load->renamed && i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->dropped || item->id == item->decl->id || item->unit->machine != machine)
            continue;
        if (same(item->decl->id, letters, length)) return item;
    }
    return NULL;
}

const Unit *alias_unit(const Load *load, const char *letters, size_t length) {
    for (int32_t i = index_first(&load->by_id, index_hash(letters, length)); i >= 0;
            i = index_next(&load->by_id, i)) {
        const Item *item = &load->items[i];
        if (!item->dropped && names_declares(item) && same(item->id, letters, length))
            return NULL;
    }
    for (int32_t i = 0; i < load->units_count; i++) {
        if (load->units[i].alias && same(load->units[i].alias, letters, length))
            return &load->units[i];
    }
    return NULL;
}

static const Item *item_of_unit(
        const Load *load, const Unit *unit, const char *letters, size_t length) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->unit == unit && !item->dropped && names_declares(item)
                && same(item->decl->id, letters, length))
            return item;
    }
    return NULL;
}

static size_t word_at(const char *text) {
    size_t length = 0;
    while (is_letter(text[length]))
        length++;
    return length;
}

// Writes what the word at `at` means and returns how many letters of the text it took.
static size_t write_word(Load *load, const Machine *machine, const char *at, Buffer *out) {
    size_t length = word_at(at);
    const Unit *unit = at[length] == '.' ? alias_unit(load, at, length) : NULL;
    if (unit) {
        size_t next = word_at(at + length + 1);
        const Item *item = item_of_unit(load, unit, at + length + 1, next);
        if (item) {
            buffer_add_text(out, item->id);
            return length + 1 + next;
        }
    }
    const Item *own = own_renamed(load, machine, at, length);
    if (own) {
        buffer_add_text(out, own->id);
    } else {
        buffer_add(out, at, length);
    }
    return length;
}

const char *alias_text(Load *load, const Machine *machine, const char *text) {
    bool plain = !load->renamed && !strchr(text, '.');
    if (plain) return text;
    Buffer out = {0};
    for (const char *at = text; *at;) {
        size_t between = 0;
        while (at[between] && !is_letter(at[between]))
            between++;
        buffer_add(&out, at, between);
        at += between;
        if (*at) at += write_word(load, machine, at, &out);
    }
    const char *result = text;
    if (out.data && strcmp(out.data, text) != 0)
        result = region_copy_text(load->region, out.data, out.length);
    buffer_free(&out);
    return result;
}
