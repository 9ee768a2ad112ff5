// script/order.h — the one order in which keys of a table are visited, so that a pack behaves alike on every machine. Never: reads a table.
#ifndef SCRIPT_ORDER_H
#define SCRIPT_ORDER_H
#include <stddef.h>
#include <stdint.h>

// A key of a table. text belongs to Lua and lives as long as the table holds it.
typedef struct Key {
    int type; // LUA_TBOOLEAN, LUA_TNUMBER or LUA_TSTRING
    int64_t number;
    const char *text;
    size_t length;
} Key;

// Sorts: yes and no, then numbers, then texts by their bytes.
void order_keys(Key *keys, size_t count);

#endif // SCRIPT_ORDER_H
