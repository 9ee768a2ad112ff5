// script/order.c — the order of keys: by type, by number, by bytes. Never: by address or by locale.
#include "script/order.h"
#include <lua.h>
#include <stdlib.h>
#include <string.h>

static int by_key(const void *left, const void *right) {
    const Key *a = left, *b = right;
    if (a->type != b->type) return a->type - b->type;
    if (a->type != LUA_TSTRING) return (a->number > b->number) - (a->number < b->number);
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, shorter);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

void order_keys(Key *keys, size_t count) { qsort(keys, count, sizeof *keys, by_key); }
