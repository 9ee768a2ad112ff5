// cli/power.c — reads what the system says of plugs and batteries. Never: a laptop's model, a setting.
#include "cli/power.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_BYTES = 24, PATH_BYTES = 700 };

// The first word of one small file, "" = not there.
static void read_word(
        const char *folder, const char *name, const char *file, char out[WORD_BYTES]) {
    char path[PATH_BYTES];
    out[0] = 0;
    snprintf(path, sizeof path, "%.300s/%.200s/%s", folder, name, file);
    FILE *open = fopen(path, "r");
    if (!open) return;
    if (fscanf(open, "%23s", out) != 1) out[0] = 0;
    fclose(open);
}

// Batteries of mice and pens say that they are a device's.
static bool is_own_battery(const char *folder, const char *name) {
    char type[WORD_BYTES], scope[WORD_BYTES];
    read_word(folder, name, "type", type);
    read_word(folder, name, "scope", scope);
    return strcmp(type, "Battery") == 0 && strcmp(scope, "Device") != 0;
}

HallPower power_look(const char *folder, int32_t *percent) {
    DIR *open = opendir(folder);
    bool battery = false, drains = false;
    *percent = -1;
    for (struct dirent *entry; open && (entry = readdir(open));) {
        char word[WORD_BYTES];
        if (entry->d_name[0] == '.' || !is_own_battery(folder, entry->d_name)) continue;
        battery = true;
        read_word(folder, entry->d_name, "status", word);
        drains |= strcmp(word, "Discharging") == 0;
        read_word(folder, entry->d_name, "capacity", word);
        if (*word) *percent = core_clamp((int32_t)strtol(word, NULL, 10), 0, 100);
    }
    if (open) closedir(open);
    return !battery ? POWER_NOT_KNOWN : drains ? POWER_BATTERY : POWER_MAINS;
}
