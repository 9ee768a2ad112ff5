// wire/forecast.c — reads a `forecast` into its lines. Never: decides what to do about it.
#include "wire/forecast.h"
#include "wire/mirror_parts.h"
#include <string.h>

static const char *copy(Region *region, const char *text) {
    return region_copy_text(region, text, strlen(text));
}

static const char *copy_field(Region *region, const json_t *root, const char *key) {
    return copy(region, held_text(root, key));
}

static int32_t copy_lines(
        Region *region, const json_t *list, const char *lines[FORECAST_LINES_MAX]) {
    size_t i;
    int32_t count = 0;
    json_t *line;
    json_array_foreach(list, i, line) {
        const char *text = json_string_value(line);
        if (!text || !*text || count == FORECAST_LINES_MAX) continue;
        lines[count++] = copy(region, text);
    }
    return count;
}

// The host sends these as lists; a sheet has one line for each.
static const char *copy_first(Region *region, const json_t *list) {
    const char *text = json_string_value(json_array_get(list, 0));
    return copy(region, text ? text : "");
}

void forecast_read(Bytes message, Region *region, Forecast *out) {
    json_t *root = json_loadb(
            (const char *)message.data, message.length, JSON_REJECT_DUPLICATES, NULL);
    *out = (Forecast){.open = held_flag(root, "open"),
            .closed = copy_field(region, root, "text"),
            .cost = copy_first(region, held_list(root, "cost")),
            .warn = copy_first(region, held_list(root, "warn"))};
    out->likely_count = copy_lines(region, held_list(root, "likely"), out->likely);
    out->unknown_count = copy_lines(region, held_list(root, "unknown"), out->unknown);
    json_decref(root);
}
