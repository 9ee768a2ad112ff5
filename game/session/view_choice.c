// session/view_choice.c — open choices that ask this seat: of happenings, and cards the engine deals. Never: what others answer.
#include "rules/card.h"
#include "rules/gate.h"
#include "session/view_parts.h"

// One answer: open, or closed with its reason.
static ViewOption option(
        const Viewer *viewer, int32_t key, int32_t place, const char *name) {
    Command answer = {.kind = COMMAND_CHOOSE,
            .actor = viewer->me,
            .at_phase = NONE,
            .a = (int16_t)key,
            .b = (int16_t)place};
    Verdict verdict = gate_check(viewer->def, viewer->state, &answer);
    bool open = verdict.code == VERDICT_OK;
    return (ViewOption){.name = name,
            .value = (int16_t)place,
            .open = open,
            .closed = open ? "" : say_verdict(&viewer->say, verdict)};
}

static void of_happening(const Viewer *viewer, const OpenChoice *open, ViewChoice *out) {
    const Happening *happening = &viewer->def->happenings[open->happening];
    ViewOption *list = view_array(viewer, happening->choices_count, sizeof *list);
    for (int32_t i = 0; i < happening->choices_count; i++) {
        const Choice *choice = &viewer->def->choices[happening->choices_first + i];
        list[i] = option(viewer, open->happening, i, say_text(&viewer->say, choice->text));
    }
    out->title = say_text(&viewer->say, happening->names.name);
    out->text = say_text(&viewer->say, happening->text);
    out->options = list;
    out->options_count = happening->choices_count;
}

// What a card says: a title, a text, and one line for each answer.
typedef struct CardWords {
    const char *title, *text;
    SayId answers[4];
} CardWords;

static CardWords words_of(const Viewer *viewer, const OpenChoice *card) {
    SayWith with = {.who = say_actor(&viewer->say, card->by), .n = card->a, .m = card->b};
    switch ((ChoiceKind)card->kind) {
    case CHOICE_SPLIT:
        with.what = view_coalition_name(viewer, card->about & (COALITIONS_MAX - 1));
        return (CardWords){
                say_sentence(&viewer->say, SAY_CARD_SPLIT, with),
                say_word(&viewer->say, SAY_CARD_SPLIT_TEXT), {SAY_CARD_STAY, SAY_CARD_GO}
        };
    case CHOICE_MOTION: {
        const Motion *motion = &viewer->state->motion[card->about % MOTIONS_MAX];
        return (CardWords){
                say_sentence(&viewer->say, SAY_CARD_MOTION, with),
                view_motion_text(viewer, motion->arena, motion->what, motion->how),
                {SAY_CARD_ABSTAIN, SAY_CARD_FOR, SAY_CARD_AGAINST}
        };
    }
    case CHOICE_OFFER:
        return (CardWords){
                say_sentence(&viewer->say, SAY_CARD_OFFER, with),
                view_offer_text(viewer, card), {SAY_CARD_REFUSE, SAY_CARD_TAKE}
        };
    case CHOICE_RULING: // the facilitator's
    case CHOICE_CONSENT: {
        CardText card_text = view_consent_card(viewer, card->about);
        return (CardWords){
                card_text.title, card_text.text, {SAY_CARD_NO, SAY_CARD_YES}
        };
    }
    case CHOICE_HAPPENING:
    case CHOICE_KIND_COUNT: break;
    }
    return (CardWords){"", "", {0}};
}

static void of_card(
        const Viewer *viewer, int32_t slot, const OpenChoice *card, ViewChoice *out) {
    CardWords words = words_of(viewer, card);
    int32_t count = core_min(
            card_answers((ChoiceKind)card->kind), (int32_t)ARRAY_COUNT(words.answers));
    ViewOption *list = view_array(viewer, count, sizeof *list);
    for (int32_t i = 0; i < count; i++) {
        list[i] = option(
                viewer, CHOICE_KEY + slot, i, say_word(&viewer->say, words.answers[i]));
    }
    out->title = words.title;
    out->text = words.text;
    out->options = list;
    out->options_count = count;
}

void view_choice(Viewer *viewer) {
    ViewChoice *list = view_array(viewer, OPEN_CHOICES_MAX, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *open = &viewer->state->choice[i];
        bool mine = view_in(viewer, open->asked);
        if (!open->open || !mine) continue;
        ViewChoice *choice = &list[count++];
        bool card = open->kind != CHOICE_HAPPENING;
        *choice = (ViewChoice){.key = (int16_t)(card ? CHOICE_KEY + i : open->happening),
                .mine = mine,
                .answered = view_in(viewer, open->answered)};
        if (card)
            of_card(viewer, i, open, choice);
        else
            of_happening(viewer, open, choice);
    }
    viewer->out->choices = list;
    viewer->out->choices_count = count;
}
