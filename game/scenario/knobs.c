// scenario/knobs.c — knobs that whoever starts a game turns beside its time plan: "hour ease=7 public_cap=6". Never: a knob the case keeps closed.
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KNOB_LETTERS = 64 };

// The next word of the wish; NULL at its end.
static const char *next_word(const char **rest, char out[KNOB_LETTERS]) {
    const char *at = *rest ? *rest + strspn(*rest, " ") : "";
    size_t length = strcspn(at, " ");
    if (length == 0) return NULL;
    snprintf(out, KNOB_LETTERS, "%.*s", (int)length, at);
    *rest = at + length;
    return out;
}

bool knobs_plan(const char *wish, char out[KNOBS_PLAN_BYTES]) {
    char word[KNOB_LETTERS];
    out[0] = 0;
    if (!next_word(&wish, word) || strchr(word, '=')) return false;
    snprintf(out, KNOBS_PLAN_BYTES, "%s", word);
    return true;
}

bool knobs_any(const char *wish) { return wish && strchr(wish, '=') != NULL; }

static Diag *refuse(Load *load, const char *name, const char *why) {
    return diags_add(load->diags, "E221", "--set", 0, 0, "%.40s %s", name, why);
}

// Asked from outside the pack: the finding stands at the flag, not in a file of the author.
static void turn(Load *load, const char *name, const char *number) {
    char *end = NULL, range[80];
    long value = strtol(number, &end, 10);
    const Item *item = names_look(load, "setting", name);
    if (!item) {
        diag_near(refuse(load, name, "is no setting of this case."),
                names_near(load, "setting", name));
        return;
    }
    Setting *setting = &load->def->settings[item->index];
    if (!setting->open) {
        (void)refuse(load, name, "stays as the case has it.");
        return;
    }
    snprintf(range, sizeof range, "goes from %d to %d.", setting->min, setting->max);
    if (end == number || *end || value < setting->min || value > setting->max) {
        (void)refuse(load, name, range);
        return;
    }
    setting->value = (int16_t)value;
    if (setting->coef != NONE) load->def->coef[setting->coef] = (int16_t)value;
}

void knobs_turn(Load *load) {
    const char *rest = load->options->format;
    if (!load->turned) return;
    char word[KNOB_LETTERS];
    while (next_word(&rest, word)) {
        char *sign = strchr(word, '=');
        if (!sign) continue;
        *sign = 0;
        turn(load, word, sign + 1);
    }
}
