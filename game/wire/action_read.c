// wire/action_read.c — names and arguments of an act into the fields of a Command. Never: a default that the table does not name.
#include "wire/action_read.h"
#include "model/ask.h"
#include "wire/action_words.h"
#include "wire/console.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool wrong(char where[40], const char *name) {
    snprintf(where, 40, "%.39s", name);
    return false;
}

static const MessagePair *pair_of(MessagePairs pairs, const char *key) {
    for (int32_t i = 0; i < pairs.count; i++) {
        if (strcmp(pairs.items[i].key, key) == 0) return &pairs.items[i];
    }
    return NULL;
}

// ---- things by number or id --------------------------------------------------------------------------------

static bool number_fits(int64_t number, int16_t *out) {
    if (number < INT16_MIN || number > INT16_MAX) return false;
    *out = (int16_t)number;
    return true;
}

// A name like "actor" or "frame" is a kind, whose things may be named by id.
static bool named_thing(const Def *def, const char *key, const char *id, int16_t *out) {
    if (strcmp(key, "happening") == 0) {
        int32_t happening = def_find_happening(def, id);
        *out = (int16_t)happening;
        return happening >= 0;
    }
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        if (strcmp(kind_word((Kind)kind), key) != 0) continue;
        Thing thing = def_find(def, (Kind)kind, id);
        *out = thing.index;
        return thing.index != NONE;
    }
    return false;
}

static bool read_field(const Def *def, const Message *message, const char *key,
        int16_t *out, char where[40]) {
    char name[24];
    size_t length = strlen(key);
    if (length == 0) return true;
    bool optional = key[length - 1] == '?';
    snprintf(name, sizeof name, "%.*s", (int)(optional ? length - 1 : length), key);
    const MessagePair *pair = pair_of(message->args, name);
    if (!pair) {
        *out = NONE;
        return optional ? true : wrong(where, name);
    }
    bool good = pair->text ? named_thing(def, name, pair->text, out)
                           : number_fits(pair->number, out);
    return good ? true : wrong(where, name);
}

// ---- acts ----------------------------------------------------------------------------------------------------

static int8_t side_of(const char *word) {
    if (strcmp(word, "for") == 0 || strcmp(word, "up") == 0) return 1;
    return strcmp(word, "against") == 0 || strcmp(word, "down") == 0 ? -1 : 0;
}

// Kinds that are called differently but live in the same tables.
static Kind real_kind(int32_t kind) {
    if (kind == KIND_READING) return KIND_FRAME;
    return kind == KIND_ITEM || kind == KIND_CLAIM ? KIND_CLAUSE : (Kind)kind;
}

static bool target_by_id(const Def *def, const Move *move, const char *id, Thing *target) {
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        if (!((move->targets >> kind) & 1)) continue;
        Thing found = def_find(def, real_kind(kind), id);
        if (kind == KIND_OFFER) found.index = (uint8_t)def_find_happening(def, id);
        if (found.index == NONE) continue;
        *target = (Thing){(uint8_t)kind, found.index};
        return true;
    }
    return false;
}

// "kind" and "target" as numbers, as a view lists them; or the id alone.
static bool read_target(const Def *def, const Message *message, const Move *move, Act *act,
        char where[40]) {
    const MessagePair *target = pair_of(message->args, "target");
    if (!target) return true;
    if (target->text)
        return target_by_id(def, move, target->text, &act->target) ? true
                                                                   : wrong(where, "target");
    int64_t kind = message_number(message->args, "kind", 0);
    if (kind <= 0 || kind >= KIND_COUNT || target->number < 0 || target->number > NONE)
        return wrong(where, "target");
    act->target = (Thing){(uint8_t)kind, (uint8_t)target->number};
    return true;
}

static bool read_answer(const Def *def, const Message *message, const Ask *ask,
        int16_t *answer, char where[40]) {
    const char *name = def_text(def, ask->id);
    const MessagePair *pair = pair_of(message->args, name);
    *answer = ask_first(def, ask);
    if (!pair) return true;
    if (!pair->text) return number_fits(pair->number, answer) ? true : wrong(where, name);
    return ask_named(def, ask, pair->text, answer) ? true : wrong(where, name);
}

static bool read_act(const Def *def, const Message *message, int32_t index,
        Command *command, char where[40]) {
    const Move *move = &def->moves[index];
    Act *act = &command->act;
    MessagePairs args = message->args;
    command->kind = COMMAND_ACT;
    *act = (Act){
            .actor = command->actor,
            .move = (uint8_t)index,
            .arena = NONE,
            .target = {KIND_NONE, NONE}
    };
    act->side = side_of(message_text(args, "side", ""));
    act->bid = (uint8_t)core_clamp(
            (int32_t)message_number(args, "bid", move->bid_min), 0, NONE);
    act->token = action_token_of(message_text(args, "token", ""));
    const char *arena = message_text(args, "arena", "");
    if (arena[0]) act->arena = def_find(def, KIND_ARENA, arena).index;
    if (!read_target(def, message, move, act, where)) return false;
    for (int32_t i = 0; i < move->asks_count; i++) {
        if (!read_answer(def, message, &move->asks[i], &act->asked[i], where)) return false;
    }
    return true;
}

// ---- offers ----------------------------------------------------------------------------------------------------

static uint8_t small(const Message *message, const char *key, uint8_t otherwise) {
    int64_t number = message_number(message->args, key, otherwise);
    return number < 0 || number > NONE ? NONE : (uint8_t)number;
}

// "give.money", "get.money": between who offers and the first it is offered to.
static bool read_gives(const Def *def, const Message *message, Deal *deal, char where[40]) {
    char key[MESSAGE_SHORT_MAX];
    uint8_t me = deal->party[0], other = deal->party[1];
    for (uint8_t side = 0; side < 2; side++) {
        for (uint8_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
            const char *id = def_id(def, (Thing){KIND_RESOURCE, r});
            snprintf(key, sizeof key, "%s.%s", side ? "get" : "give", id);
            uint8_t amount = small(message, key, 0);
            if (!deal_give(deal, side ? other : me, side ? me : other, r, amount))
                return wrong(where, key);
        }
    }
    return true;
}

// "gift.0.2.money": what actor 0 gives actor 2.
static bool read_gifts(const Def *def, const Message *message, Deal *deal, char where[40]) {
    for (int32_t i = 0; i < message->args.count; i++) {
        const MessagePair *pair = &message->args.items[i];
        unsigned giver = 0, taker = 0;
        int used = 0;
        if (strncmp(pair->key, "gift.", 5) != 0) continue;
        bool good = sscanf(pair->key, "gift.%2u.%2u.%n", &giver, &taker, &used) == 2
                    && used > 0 && !pair->text;
        Thing goods = good ? def_find(def, KIND_RESOURCE, pair->key + used)
                           : (Thing){KIND_NONE, NONE};
        good = good && goods.index != NONE && giver < ACTORS_MAX && taker < ACTORS_MAX
               && deal_give(deal, (uint8_t)giver, (uint8_t)taker, goods.index,
                       small(message, pair->key, 0));
        if (!good) return wrong(where, pair->key);
    }
    return true;
}

// "actor", "actor.2" …: by number or id. One more than there is room for is counted, and refused by the gate.
static bool read_parties(
        const Def *def, const Message *message, Deal *deal, char where[40]) {
    for (int32_t number = 1; number <= PARTIES_MAX; number++) {
        char key[24];
        snprintf(key, sizeof key, number == 1 ? "actor" : "actor.%d", (int)number);
        const MessagePair *pair = pair_of(message->args, key);
        int16_t actor = NONE;
        if (!pair) return number > 1 ? true : wrong(where, key);
        bool good = pair->text ? named_thing(def, "actor", pair->text, &actor)
                               : number_fits(pair->number, &actor);
        if (!good || actor < 0 || actor > NONE) return wrong(where, key);
        if (!deal_join(deal, (uint8_t)actor)) deal->parties = PARTIES_MAX + 1;
    }
    return true;
}

// "1.kind", "1.by", "1.what" … for each promise, counted from 1.
static void read_promise(const Message *message, int32_t number, Promise *promise) {
    uint8_t *fields[] = {&promise->kind, &promise->by, &promise->what, &promise->target,
            &promise->amount, &promise->due, &promise->size};
    static const char *const names[] = {
            "kind", "by", "what", "target", "amount", "due", "size"};
    for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
        char key[24];
        snprintf(key, sizeof key, "%d.%s", (int)number, names[i]);
        *fields[i] = small(message, key, i == 2 || i == 3 ? NONE : 0);
    }
}

static bool read_deal(
        const Def *def, const Message *message, Command *command, char where[40]) {
    Deal *deal = &command->deal;
    command->kind = COMMAND_DEAL_OFFER;
    *deal = (Deal){.parties = 1, .party = {command->actor}};
    if (!read_parties(def, message, deal, where)) return false;
    int64_t count = message_number(message->args, "promises", 0);
    if (count < 0 || count > PROMISES_MAX) return wrong(where, "promises");
    deal->is_public = message_number(message->args, "public", 0) != 0;
    deal->promises_count = (uint8_t)count;
    if (!read_gives(def, message, deal, where) || !read_gifts(def, message, deal, where))
        return false;
    for (int32_t i = 0; i < count; i++)
        read_promise(message, i + 1, &deal->promises[i]);
    return true;
}

// ---- the whole -------------------------------------------------------------------------------------------------

static uint8_t named_phase(const Def *def, const char *id, size_t length) {
    for (int32_t i = 0; i < def->phases_count; i++) {
        const char *name = def_text(def, def->phases[i].names.id);
        if (strlen(name) == length && memcmp(name, id, length) == 0) return (uint8_t)i;
    }
    return NONE;
}

static uint8_t named_sub(const char *id) {
    static const char *const subs[] = {"", "roles", "speech", "record"};
    for (size_t i = 0; i < ARRAY_COUNT(subs); i++) {
        if (strcmp(subs[i], id) == 0) return (uint8_t)i;
    }
    unsigned number = 0;
    return sscanf(id, "%3u", &number) == 1 ? (uint8_t)(number & 255) : NONE;
}

// "r2.meeting.speech", as a view says it; before the first round there is one of its own, so that a late
// tap cannot land in round 1.
static bool read_named_step(const Def *def, const char *at, Command *command) {
    unsigned round = 0;
    int used = 0;
    if (strcmp(at, "lobby") == 0 || strcmp(at, "brief") == 0) {
        command->at_phase = AT_BEFORE;
        return true;
    }
    if (sscanf(at, "r%3u.%n", &round, &used) != 1 || used == 0) return false;
    const char *phase = at + used, *dot = strchr(phase, '.');
    command->at_round = (uint8_t)(round & 255);
    command->at_phase =
            named_phase(def, phase, dot ? (size_t)(dot - phase) : strlen(phase));
    command->at_sub = named_sub(dot ? dot + 1 : "");
    return true;
}

// Or "2.3.0": round, phase and sub-step the person looked at.
static void read_step(const Def *def, const Message *message, Command *command) {
    unsigned round = 0, phase = 0, sub = 0;
    command->at_phase = NONE;
    if (read_named_step(def, message->at, command)) return;
    if (sscanf(message->at, "%3u.%3u.%3u", &round, &phase, &sub) != 3) return;
    command->at_round = (uint8_t)(round & 255);
    command->at_phase = (uint8_t)(phase & 255);
    command->at_sub = (uint8_t)(sub & 255);
}

static bool read_plain(const Def *def, const Message *message, const ActionRow *action,
        Command *command, char where[40]) {
    int16_t *fields[] = {&command->a, &command->b, &command->c, &command->d};
    command->kind = (uint8_t)action->kind;
    for (size_t i = 0; i < ARRAY_COUNT(fields); i++) {
        if (!read_field(def, message, action->keys[i], fields[i], where)) return false;
    }
    return true;
}

// What needs the yes of its target is asked for under this name before it is done.
#define ASKS_FIRST "ask."

// The id behind "verb.", "point.", "tradeoff." or "ask.", else NULL.
static const char *move_id(const char *act) {
    static const char *const starts[] = {"verb.", "point.", "tradeoff.", ASKS_FIRST};
    for (size_t i = 0; i < ARRAY_COUNT(starts); i++) {
        size_t length = strlen(starts[i]);
        if (strncmp(act, starts[i], length) == 0) return act + length;
    }
    return NULL;
}

bool action_read(const Def *def, const Message *message, uint8_t actor, Command *command,
        char where[40]) {
    *command = (Command){.actor = actor};
    where[0] = 0;
    read_step(def, message, command);
    const char *id = move_id(message->act);
    int32_t move = id ? def_find_move(def, id) : -1;
    if (move >= 0) {
        bool asks = strncmp(message->act, ASKS_FIRST, strlen(ASKS_FIRST)) == 0;
        bool good = read_act(def, message, move, command, where);
        if (asks) command->kind = COMMAND_CONSENT_ASK;
        return good;
    }
    if (strcmp(message->act, "deal.offer") == 0)
        return read_deal(def, message, command, where);
    int32_t count = 0;
    const ActionRow *rows = action_rows(&count);
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, message->act) == 0)
            return read_plain(def, message, &rows[i], command, where);
    }
    ConsoleVerb verb = console_of_name(message->act);
    bool console = strncmp(message->act, "console.", 8) == 0 && verb < CONSOLE_COUNT
                   && console_row(verb)->command != COMMAND_NONE;
    return console ? console_read(def, message, verb, command, where) : wrong(where, "do");
}

const char *action_words(const Message *message) {
    return message->words.count > 0 && message->words.items[0].text
                   ? message->words.items[0].text
                   : "";
}
