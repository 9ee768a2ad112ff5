// wire/action_write.c — the fields of a Command as names and arguments: the other way of action_read.c, by the same table. Never: a default of its own.
#include "wire/action_write.h"
#include "wire/action_words.h"
#include "wire/json_out.h"
#include <stdio.h>
#include <string.h>

enum { MOVE_BYTES = 96 };

// ---- acts --------------------------------------------------------------------------------------------------------

static void write_side(JsonOut *json, int8_t side) {
    if (side) json_text(json, "side", side > 0 ? "for" : "against");
}

static void write_act(
        JsonOut *json, const View *view, const ViewMove *move, const Act *act) {
    if (act->target.kind != KIND_NONE) {
        json_int(json, "kind", act->target.kind);
        json_int(json, "target", act->target.index);
    }
    write_side(json, act->side);
    json_int(json, "bid", act->bid);
    json_some_text(json, "token", action_token_name(act->token));
    if (act->arena < view->arenas_count)
        json_text(json, "arena", view->arenas[act->arena].id);
    for (int32_t i = 0; i < move->asks_count; i++)
        json_int(json, move->asks[i].key, act->asked[i]);
}

static const char *kind_of(const ViewMove *move, bool asks_first) {
    static const char *const KINDS[] = {[MOVE_VERB] = "verb", [MOVE_POINT] = "point"};
    if (asks_first) return "ask";
    return move->kind < ARRAY_COUNT(KINDS) && KINDS[move->kind] ? KINDS[move->kind]
                                                                : "tradeoff";
}

static const ViewMove *deck_move(const View *view, const Command *command) {
    const ViewMove *move = NULL;
    for (int32_t i = 0; i < view->deck_count; i++) {
        if (view->deck[i].index == command->act.move) move = &view->deck[i];
    }
    return move;
}

static void name_move(const ViewMove *move, const Command *command, char name[MOVE_BYTES]) {
    snprintf(name, MOVE_BYTES, "%s.%.80s",
            kind_of(move, command->kind == COMMAND_CONSENT_ASK), move->id);
}

static bool write_move(JsonOut *json, const View *view, const Command *command) {
    const ViewMove *move = deck_move(view, command);
    char name[MOVE_BYTES];
    if (!move) return false;
    name_move(move, command, name);
    json_text(json, "do", name);
    json_open(json, "args", '{');
    write_act(json, view, move, &command->act);
    json_close(json, '}');
    return true;
}

// ---- offers ------------------------------------------------------------------------------------------------------

// Goods go by their ids, in the order of what the viewer itself holds.
static const char *goods_id(const View *view, int32_t resource) {
    if (view->me >= view->actors_count) return NULL;
    const ViewActor *me = &view->actors[view->me];
    return resource < me->holds_count ? me->holds[resource].key : NULL;
}

// Between the first two in short, else with both ends.
static void write_gift(
        JsonOut *json, const View *view, const Deal *deal, const Gift *gift) {
    const char *id = goods_id(view, gift->resource);
    char key[64];
    uint8_t giver = gift_giver(gift), taker = gift_taker(gift);
    if (!id) return;
    if (giver == deal->party[0] && taker == deal->party[1])
        snprintf(key, sizeof key, "give.%.50s", id);
    else if (giver == deal->party[1] && taker == deal->party[0])
        snprintf(key, sizeof key, "get.%.50s", id);
    else
        snprintf(key, sizeof key, "gift.%d.%d.%.40s", giver, taker, id);
    json_int(json, key, gift->amount);
}

static void write_parties(JsonOut *json, const Deal *deal) {
    for (int32_t place = 1; place < deal->parties && place < PARTIES_MAX; place++) {
        char key[24];
        snprintf(key, sizeof key, place == 1 ? "actor" : "actor.%d", (int)place);
        json_int(json, key, deal->party[place]);
    }
}

static void write_promise(JsonOut *json, int32_t number, const Promise *promise) {
    const struct {
        const char *name;
        uint8_t value;
    } fields[] = {
            {"kind",   promise->kind  },
            {"by",     promise->by    },
            {"what",   promise->what  },
            {"target", promise->target},
            {"amount", promise->amount},
            {"due",    promise->due   },
            {"size",   promise->size  }
    };
    for (size_t i = 0; i < ARRAY_COUNT(fields); i++) {
        char key[24];
        snprintf(key, sizeof key, "%d.%s", (int)number, fields[i].name);
        json_int(json, key, fields[i].value);
    }
}

static void write_deal(JsonOut *json, const View *view, const Deal *deal) {
    json_text(json, "do", "deal.offer");
    json_open(json, "args", '{');
    write_parties(json, deal);
    json_int(json, "public", deal->is_public);
    json_int(json, "promises", deal->promises_count);
    for (int32_t i = 0; i < deal->gifts_count && i < GIFTS_MAX; i++)
        write_gift(json, view, deal, &deal->gifts[i]);
    for (int32_t i = 0; i < deal->promises_count && i < PROMISES_MAX; i++)
        write_promise(json, i + 1, &deal->promises[i]);
    json_close(json, '}');
}

// ---- the whole ---------------------------------------------------------------------------------------------------

static bool write_plain(JsonOut *json, const Command *command) {
    const int16_t values[] = {command->a, command->b, command->c, command->d};
    int32_t count = 0;
    const ActionRow *rows = action_rows(&count);
    for (int32_t i = 0; i < count; i++) {
        const ActionRow *action = &rows[i];
        if (action->kind != (CommandKind)command->kind) continue;
        json_text(json, "do", action->name);
        json_open(json, "args", '{');
        for (size_t k = 0; k < ARRAY_COUNT(values) && action->keys[k][0]; k++) {
            char key[24];
            size_t length = strcspn(action->keys[k], "?");
            bool optional = action->keys[k][length] == '?';
            snprintf(key, sizeof key, "%.*s", (int)length, action->keys[k]);
            if (!optional || values[k] != NONE) json_int(json, key, values[k]);
        }
        json_close(json, '}');
        return true;
    }
    return false;
}

static bool write_body(JsonOut *json, const View *view, const Command *command) {
    switch ((int)command->kind) {
    case COMMAND_ACT:
    case COMMAND_CONSENT_ASK: return write_move(json, view, command);
    case COMMAND_DEAL_OFFER: write_deal(json, view, &command->deal); return true;
    default: return write_plain(json, command);
    }
}

bool action_write(const View *view, const Command *command, const char *words,
        const char *id, Buffer *out) {
    buffer_reset(out);
    JsonOut json = {out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "cmd");
    json_text(&json, "id", id);
    json_text(&json, "at", view->at);
    bool good = write_body(&json, view, command);
    if (words && *words) {
        json_open(&json, "words", '{');
        json_text(&json, "text", words);
        json_close(&json, '}');
    }
    json_close(&json, '}');
    return good;
}

bool action_write_probe(
        const View *view, const Command *command, const char *id, Buffer *out) {
    buffer_reset(out);
    JsonOut json = {out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "probe");
    json_text(&json, "id", id);
    bool good = write_body(&json, view, command);
    json_close(&json, '}');
    return good;
}

bool action_write_probe_for(const View *view, const Command *command, int32_t seat,
        const char *id, Buffer *out) {
    const ViewMove *move = deck_move(view, command);
    char name[MOVE_BYTES];
    buffer_reset(out);
    if (!move || !command_holds_act((CommandKind)command->kind)) return false;
    name_move(move, command, name);
    JsonOut json = {out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "probe");
    json_text(&json, "id", id);
    json_text(&json, "do", "console.act_for");
    json_open(&json, "args", '{');
    json_int(&json, "seat", seat);
    json_text(&json, "act", name);
    write_act(&json, view, move, &command->act);
    json_close(&json, '}');
    json_close(&json, '}');
    return true;
}

bool action_write_line(const View *view, const Command *command, Buffer *out) {
    const ViewMove *move = deck_move(view, command);
    const Act *act = &command->act;
    const char *token = action_token_name(act->token);
    char name[MOVE_BYTES];
    buffer_reset(out);
    if (!move || !command_holds_act((CommandKind)command->kind)) return false;
    name_move(move, command, name);
    buffer_add_text(out, name);
    if (act->target.kind != KIND_NONE)
        buffer_format(out, " kind=%d target=%d", act->target.kind, act->target.index);
    if (act->side) buffer_format(out, " side=%s", act->side > 0 ? "for" : "against");
    buffer_format(out, " bid=%d", act->bid);
    if (*token) buffer_format(out, " token=%s", token);
    if (act->arena < view->arenas_count)
        buffer_format(out, " arena=%s", view->arenas[act->arena].id);
    for (int32_t i = 0; i < move->asks_count; i++)
        buffer_format(out, " %s=%d", move->asks[i].key, act->asked[i]);
    return true;
}
