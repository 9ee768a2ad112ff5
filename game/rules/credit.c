// rules/credit.c — per mille of what words bring for those who made, voiced and minuted them. Never: changes a State.
#include "rules/credit.h"

static int32_t split(const Utterance *u, uint16_t share, Author authors[CREDITS_MAX]) {
    authors[0] = (Author){.actor = u->author, .share = share};
    if (u->voiced_by == u->author) return 1;
    authors[0].behind = (uint8_t)(u->voiced_by + 1);
    authors[0].share = share / 2;
    authors[1] =
            (Author){.actor = u->voiced_by, .share = (uint16_t)(share - authors[0].share)};
    return 2;
}

int32_t credit_words(const Utterance *u, Author authors[CREDITS_MAX]) {
    return split(u, 1000, authors);
}

int32_t credit_record(const Def *def, const Utterance *u, Author authors[CREDITS_MAX]) {
    uint16_t share = (uint16_t)def->coef[COEF_AUTHOR_CREDIT];
    bool alone = u->taker == NONE || u->taker == u->author || share >= 1000;
    int32_t count = split(u, alone ? 1000 : share, authors);
    if (alone) return count;
    uint16_t rest = (uint16_t)(1000 - share);
    if (u->taker == u->voiced_by) {
        authors[count - 1].share = (uint16_t)(authors[count - 1].share + rest);
        return count;
    }
    authors[count++] = (Author){.actor = u->taker, .share = rest};
    return count;
}
