// sim/storm_person.c — a telephone: it calls, says who it is, keeps what it is sent and says again what nobody answered. Never: what it wishes to do (storm_act.c, storm_chief.c).
#include "sim/storm_parts.h"
#include "wire/seat_view.h"
#include <stdio.h>
#include <stdlib.h>

enum { CALL_MS = 400, ASK_MS = 4000, REPEAT_MS = 6000 };

// ---- who comes -------------------------------------------------------------------------------------------------

void storm_person_make(Storm *storm) {
    enum { TELEPHONES_MOST = STORM_PEOPLE_MAX - 3 };
    static const uint8_t drawn[] = {STORM_HONEST, STORM_HONEST, STORM_HONEST, STORM_LAZY,
            STORM_SLEEPY, STORM_IMPATIENT, STORM_HOSTILE};
    int32_t phones = 2 + storm_draw(&storm->people, TELEPHONES_MOST - 1);
    storm->persons_count = phones + 2;
    for (int32_t i = 0; i < storm->persons_count; i++) {
        StormPerson *person = &storm->persons[i];
        int32_t place = storm_draw(&storm->people, (int32_t)ARRAY_COUNT(drawn));
        *person = (StormPerson){.persona = drawn[place], .address = (uint32_t)(10 + i)};
        if (i == 0) person->persona = STORM_CHIEF;
        if (i == 1) person->persona = STORM_SCREEN;
        if (i == 2) person->persona = STORM_HONEST;
        person->calls_ms = storm_draw(&storm->people, 20000) * (i > 1);
        person->mirror = mirror_make();
    }
    storm->result->people = phones;
}

void storm_person_free(Storm *storm) {
    for (int32_t i = 0; i < storm->persons_count; i++) {
        StormPerson *person = &storm->persons[i];
        for (int32_t k = 0; k < person->open_count; k++)
            free(person->open[k].text);
        mirror_free(person->mirror);
        mirror_free(person->before);
        region_clear(&person->view.region);
    }
}

void storm_person_lost(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    person->line = NULL;
    person->welcome = person->inside = person->asked = false;
    person->calls_ms =
            storm->now_ms + 1 + (storm->calm ? 0 : storm_draw(&storm->people, CALL_MS));
    mirror_clear(person->mirror);
}

// ---- coming in -------------------------------------------------------------------------------------------------

static void say(Storm *storm, const StormPerson *person, const char *text) {
    if (person->line) storm_line_say(storm, person->line, text, strlen(text));
}

static void call(Storm *storm, int32_t no) {
    static const char *const kinds[] = {
            [STORM_CHIEF] = "console", [STORM_SCREEN] = "board"};
    StormPerson *person = &storm->persons[no];
    char text[120];
    person->line = storm_line_open(storm, no);
    person->asked_ms = storm->now_ms;
    const char *kind = person->persona >= STORM_CHIEF ? kinds[person->persona] : "seat";
    snprintf(text, sizeof text, "{\"t\":\"hello\",\"v\":1,\"kind\":\"%s\",\"lang\":\"en\"}",
            kind);
    say(storm, person, text);
}

// A claim made once meets the same place again and again; a new one is made when that place was taken away.
static void claim(Storm *storm, StormPerson *person) {
    char text[240];
    int32_t no = (int32_t)(person - storm->persons);
    if (!person->claim[0])
        snprintf(person->claim, sizeof person->claim, "claim%08d%09d", (int)no % 100,
                (int)(++person->claims % 1000));
    bool watches = person->persona == STORM_LAZY && no % 3 == 0;
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%s\",\"pin\":\"%s\",\"as\":\"%s\",\"name\":\"Guest "
            "%d\",\"consent\":[\"play\"]}",
            person->claim, storm->party->seats.pin, watches ? "observe" : "play", (int)no);
    say(storm, person, text);
}

static void come_in(Storm *storm, StormPerson *person) {
    char text[160];
    const Seats *seats = &storm->party->seats;
    bool by_code =
            person->code[0] && storm_draw(&storm->people, 6) == 0; // from another device
    person->asked = true;
    person->asked_ms = storm->now_ms;
    mirror_clear(person->mirror);
    if (person->persona == STORM_CHIEF) {
        snprintf(text, sizeof text,
                "{\"t\":\"code\",\"cid\":\"console000000000000000\",\"code\":\"%s\"}",
                seats->key);
    } else if (person->persona == STORM_SCREEN) {
        snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}", seats->board);
    } else if (by_code) {
        snprintf(text, sizeof text,
                "{\"t\":\"code\",\"cid\":\"other%08d%09d\",\"code\":\"%s\"}",
                (int)(person - storm->persons), (int)++person->claims, person->code);
    } else if (person->token[0]) {
        snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}", person->token);
    } else {
        claim(storm, person);
        return;
    }
    say(storm, person, text);
}

// ---- acts and their answers ------------------------------------------------------------------------------------

const char *storm_person_next_id(Storm *storm, int32_t no, char id[STORM_ID_BYTES]) {
    snprintf(id, STORM_ID_BYTES, "p%d-%d", (int)no, (int)++storm->persons[no].sent);
    return id;
}

void storm_person_act(Storm *storm, int32_t no, bool kept, const char *message) {
    StormPerson *person = &storm->persons[no];
    if (person->open_count == STORM_OPEN_MAX || !person->line) return;
    StormOpen *open = &person->open[person->open_count++];
    *open = (StormOpen){.text = strdup(message), .kept = kept, .said_ms = storm->now_ms};
    ASSERT(open->text != NULL);
    snprintf(open->id, sizeof open->id, "p%d-%d", (int)no, (int)person->sent);
    say(storm, person, message);
    if (person->persona == STORM_IMPATIENT && storm_draw(&storm->people, 2))
        say(storm, person, message);
}

void storm_person_repeat(Storm *storm, int32_t no, int64_t older_ms) {
    StormPerson *person = &storm->persons[no];
    for (int32_t i = 0; i < person->open_count && person->inside; i++) {
        StormOpen *open = &person->open[i];
        if (storm->now_ms - open->said_ms < older_ms) continue;
        open->said_ms = storm->now_ms;
        say(storm, person, open->text);
    }
}

static void answered(Storm *storm, StormPerson *person, const Answer *answer) {
    bool done = answer->kind != MESSAGE_REFUSED;
    // Too fast, or the record failed: it may be said again.
    bool later =
            !done
            && (strcmp(answer->code, "rate") == 0 || strcmp(answer->code, "busy") == 0);
    for (int32_t i = 0; i < person->open_count; i++) {
        StormOpen *open = &person->open[i];
        if (strcmp(open->id, answer->id) != 0) continue;
        if (later && !storm->calm) return;
        if (done && open->kept) storm_check_told(storm, open->id);
        if (done && person->persona == STORM_CHIEF)
            storm->result->counts.verbs++;
        else if (done)
            storm->result->counts.acts++;
        free(open->text);
        *open = person->open[--person->open_count];
        return;
    }
}

// ---- hearing ---------------------------------------------------------------------------------------------------

static bool is_view(Bytes text) {
    static const char *const kinds[] = {"{\"t\":\"view\"", "{\"t\":\"delta\""};
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
        size_t length = strlen(kinds[i]);
        if (text.length > length && memcmp(text.data, kinds[i], length) == 0) return true;
    }
    return false;
}

static void take_view(Storm *storm, StormPerson *person, Bytes text) {
    int32_t before = mirror_number(person->mirror);
    if (!mirror_take(person->mirror, text)) {
        storm_fail(storm, "a change does not fit what person %d holds: %.200s",
                (int)(person - storm->persons), (const char *)text.data);
        return;
    }
    int32_t now = mirror_number(person->mirror);
    if (now != 1 && now != before + 1)
        storm_fail(storm, "view %d came after view %d", (int)now, (int)before);
    person->inside = true;
}

// Another device, or another place: what the one before has said is its own.
static void drop_open(StormPerson *person) {
    while (person->open_count > 0)
        free(person->open[--person->open_count].text);
}

static void refused(Storm *storm, StormPerson *person, const Answer *answer) {
    storm->result->counts.refused++;
    snprintf(person->refusal, sizeof person->refusal, "%s", answer->code);
    bool dead = strcmp(answer->code, "token_dead") == 0
                || strcmp(answer->code, "code_wrong") == 0
                || (person->asked && !person->inside && !answer->id[0]
                        && strcmp(answer->code, "full") == 0);
    bool gone = strcmp(answer->code, "token_dead") == 0 && person->token[0];
    if (gone && !person->forgotten && person->persona < STORM_HOSTILE)
        storm_fail(storm, "the token of person %d is dead, and nobody took it away",
                (int)(person - storm->persons));
    if (dead && !person->inside) {
        person->asked = false;
        person->code[0] = 0;
        if (!gone) return;
        person->token[0] = person->claim[0] = 0;
        drop_open(person);
        person->forgotten = false;
    }
}

static void seated(StormPerson *person, const Answer *answer) {
    if (strcmp(answer->id, person->claim) != 0) drop_open(person);
    snprintf(person->token, sizeof person->token, "%s", answer->token);
    if (answer->seat_code[0])
        snprintf(person->code, sizeof person->code, "%s", answer->seat_code);
}

void storm_person_hear(Storm *storm, StormLine *line, Bytes text) {
    StormPerson *person = &storm->persons[line->person];
    Answer answer;
    if (person->line != line) return; // of a connection it has left
    if (is_view(text)) {
        take_view(storm, person, text);
        return;
    }
    answer_read(text, &answer);
    switch ((int)answer.kind) {
    case MESSAGE_NONE:
        storm_fail(storm, "nobody understands: %.100s", (const char *)text.data);
        break;
    case MESSAGE_WELCOME: person->welcome = true; break;
    case MESSAGE_SEATED: seated(person, &answer); break;
    case MESSAGE_REFUSED:
        refused(storm, person, &answer);
        answered(storm, person, &answer);
        break;
    case MESSAGE_FORECAST:
    case MESSAGE_PEEKED:
    case MESSAGE_ACK: answered(storm, person, &answer); break;
    case MESSAGE_BYE:
        snprintf(person->refusal, sizeof person->refusal, "%s", answer.code);
        person->replaced |= strcmp(answer.code, "replaced") == 0;
        break;
    default: break;
    }
}

void storm_person_ask_all(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    if (!person->inside) return;
    person->before = person->mirror;
    person->mirror = mirror_make();
    say(storm, person, "{\"t\":\"need\",\"sections\":[]}");
}

// ---- a step of its life ----------------------------------------------------------------------------------------

static void rest(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    int32_t away = 2000 + storm_draw(&storm->people, 60000);
    storm_line_cut(storm, person->line, storm_draw(&storm->people, 2) ? 0 : 3000);
    person->calls_ms = storm->now_ms + away;
}

static void live(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    Rng *rng = &storm->people;
    switch ((StormPersona)person->persona) {
    case STORM_CHIEF: storm_chief(storm, no); break;
    case STORM_SCREEN: break;
    case STORM_LAZY:
        if (storm_draw(rng, 12) == 0) storm_act(storm, no);
        break;
    case STORM_SLEEPY:
        if (storm_draw(rng, 40) == 0 && !storm->calm)
            rest(storm, no);
        else if (storm_draw(rng, 4) == 0)
            storm_act(storm, no);
        break;
    case STORM_HOSTILE:
        if (storm_draw(rng, 3)) storm_act_hostile(storm, no);
        break;
    case STORM_HONEST:
    case STORM_IMPATIENT:
    case STORM_PERSONAS:
        if (storm_draw(rng, 3) == 0) storm_act(storm, no);
        break;
    }
}

void storm_person_step(Storm *storm, int32_t no) {
    StormPerson *person = &storm->persons[no];
    if (!person->line) {
        if (storm->now_ms >= person->calls_ms && !person->replaced) call(storm, no);
        return;
    }
    bool waits = storm->now_ms - person->asked_ms < ASK_MS;
    bool new_here = person->persona < STORM_CHIEF && !person->token[0];
    if (storm->calm && new_here) return; // nobody new comes while all is compared
    if (person->welcome && !person->asked) {
        come_in(storm, person);
    } else if (!person->inside && !waits) {
        storm_line_cut(storm, person->line, 0); // nobody answers
    } else if (person->inside) {
        storm_person_repeat(storm, no, REPEAT_MS);
        if (!storm->calm) live(storm, no);
    }
}
