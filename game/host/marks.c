// host/marks.c — frequent events by what they can change; any other changes everything. Never: judges an event by more than its kind and its parties.
#include "host/marks.h"
#include "model/view.h"
#include "wire/view_json.h"

#define BIT(section) (1u << SECTION_##section)

enum {
    STEP = BIT(NOW),
    // What a list of acts, or being ready, shows to its own team.
    OF_PLAN = BIT(VERBS) | BIT(MINE) | BIT(ME) | BIT(ASKED) | BIT(MEET),
    OF_READY = OF_PLAN | BIT(TABLE) | BIT(NEWS) | BIT(BACK) | BIT(OFFER) | BIT(CARDS),
    OF_PACT = BIT(BACK) | BIT(OFFER) | BIT(NEWS) | BIT(ASKED) | BIT(VERBS),
};

int32_t marks_place(uint8_t who) {
    if (who == VIEW_BOARD) return MARKS_BOARD;
    if (who == VIEW_CONSOLE) return MARKS_CONSOLE;
    return who % ACTORS_MAX;
}

static void mark(Marks *marks, uint8_t actor, uint32_t sections) {
    if (actor < ACTORS_MAX) marks->of[actor] |= sections;
}

static void mark_all(Marks *marks, uint32_t sections) {
    for (int32_t i = 0; i < MARKS_COUNT; i++)
        marks->of[i] |= sections;
}

void marks_all(Marks *marks) { mark_all(marks, UINT32_MAX); }

void marks_add(Marks *marks, const Event *event) {
    switch ((int)event->kind) {
    case EVENT_RNG:
    case EVENT_DRAW:
    case EVENT_REFUSED:
    case EVENT_RULE_ONCE: break;
    case EVENT_PLAN_ADD:
    case EVENT_PLAN_REMOVE: mark(marks, event->actor, OF_PLAN); break;
    case EVENT_DONE:
        mark(marks, event->actor, OF_READY);
        mark_all(marks, STEP);
        break;
    case EVENT_WAITING: mark_all(marks, STEP | BIT(ASKED)); break;
    case EVENT_EXPECT:
    case EVENT_REFLECT: mark(marks, event->actor, BIT(ASKED)); break;
    case EVENT_OWN_VOTE: mark(marks, event->actor, BIT(ASKED) | BIT(CARDS)); break;
    case EVENT_CHOSEN: mark(marks, event->actor, BIT(ASKED) | BIT(NEWS)); break;
    case EVENT_DEAL:
    case EVENT_DEAL_STATE:
    case EVENT_PROPOSAL:
    case EVENT_PROPOSAL_SAYS:
    case EVENT_PROPOSAL_END:
    case EVENT_CONSENT_ASKED:
    case EVENT_CONSENT_SAID: mark_all(marks, OF_PACT); break;
    case EVENT_ASIDE:
    case EVENT_ASIDE_STATE: mark_all(marks, BIT(MEET)); break;
    case EVENT_PLACED: break; // who sits where is the house's
    default: marks_all(marks); break;
    }
}
