// scenario/index.c — finds ids and paths among many by their hash. Never: compares the letters (whoever asks does).
#include "scenario/work.h"

uint32_t index_hash(const char *letters, size_t length) {
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)letters[i]) * 16777619U;
    return hash;
}

Index index_make(Region *region, int32_t places) {
    uint32_t heads = 16;
    while (heads < (uint32_t)places * 2)
        heads *= 2;
    return (Index){.heads = region_take(region, sizeof(int32_t) * heads),
            .next = region_take(region, sizeof(int32_t) * (size_t)(places + 1)),
            .mask = heads - 1};
}

void index_add(Index *index, uint32_t hash, int32_t place) {
    int32_t *head = &index->heads[hash & index->mask];
    index->next[place] = *head;
    *head = place + 1;
}

int32_t index_first(const Index *index, uint32_t hash) {
    return index->heads ? index->heads[hash & index->mask] - 1 : -1;
}

int32_t index_next(const Index *index, int32_t place) { return index->next[place] - 1; }
