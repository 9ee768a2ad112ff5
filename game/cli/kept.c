// cli/kept.c — packs out of a session file. Never: looks into the library for a pack the session keeps.
#include "cli/kept.h"
#include <string.h>

enum { HEX_LETTERS = 2 * DIGEST_BYTES };

const char *kept_packs(const Scenario *scenario, Region *region) {
    char *text = region_take(region, (size_t)scenario->packs_count * (HEX_LETTERS + 1) + 1);
    for (int32_t i = 0; i < scenario->packs_count; i++) {
        char *at = text + (size_t)i * (HEX_LETTERS + 1);
        digest_hex(&scenario->packs[i].hash, at);
        at[HEX_LETTERS] = i + 1 < scenario->packs_count ? ' ' : '\0';
    }
    return text;
}

static int32_t hex_value(char letter) {
    const char *letters = "0123456789abcdef";
    const char *place = letter ? strchr(letters, letter) : NULL;
    return place ? (int32_t)(place - letters) : -1;
}

static bool read_hash(const char *text, Digest *out) {
    for (int32_t i = 0; i < DIGEST_BYTES; i++) {
        int32_t high = hex_value(text[2 * i]), low = hex_value(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out->bytes[i] = (uint8_t)(high * 16 + low);
    }
    return true;
}

static bool damaged(Err *err) {
    err_set(err, ERR_DAMAGED, "This session does not hold the pack it plays.");
    return err_fix(err, "copy the session file again, from where it was played.");
}

// One pack of the list: its name and its bytes, in the region.
static bool take(
        const Journal *journal, const char *hash, Region *region, PackZip *out, Err *err) {
    Digest digest;
    Bytes name = {0};
    if (!read_hash(hash, &digest)) return damaged(err);
    if (!journal->pack_get(journal->self, &digest, &name, &out->zip, region, err))
        return false;
    if (name.length == 0 || out->zip.length == 0) return damaged(err);
    out->name = region_copy_text(region, (const char *)name.data, name.length);
    return true;
}

static bool load(const Places *places, const Journal *journal, Bytes list, Region *region,
        Scenario *out, Diags *diags, Err *err) {
    const char *hashes = (const char *)list.data;
    PackZip packs[SCENARIO_PACKS_MAX];
    int32_t count = (int32_t)((list.length + 1) / (HEX_LETTERS + 1));
    bool whole = (size_t)count * (HEX_LETTERS + 1) == list.length + 1;
    if (!whole || count > SCENARIO_PACKS_MAX) return damaged(err);
    for (int32_t i = 0; i < count; i++) {
        const char *hash = hashes + (size_t)i * (HEX_LETTERS + 1);
        if (!take(journal, hash, region, &packs[i], err)) return false;
    }
    LoadOptions options = {.zip = packs[0].zip,
            .plugins = packs + 1,
            .plugins_count = count - 1,
            .format = places->format};
    return scenario_load(packs[0].name, &options, out, diags);
}

bool kept_load(const Places *places, const Journal *journal, const char *pack,
        Scenario *out, Diags *diags, Err *err) {
    Region region = {0};
    Bytes list = {0};
    bool good = journal->fact_get(journal->self, "packs", &list, &region, err);
    if (good && list.length > 0)
        good = load(places, journal, list, &region, out, diags, err);
    else if (good)
        good = places_load(places, pack, false, false, out, diags, err);
    region_clear(&region);
    return good;
}
