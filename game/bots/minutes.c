// bots/minutes.c — officials follow what is minuted: words on the record that the seat has read. Never: reads minutes of others.
#include "bots/minutes.h"
#include "rules/point.h"
#include "rules/role.h"

enum { FOLLOWED_WORTH = 60, FOLLOWED_TASTE = 15 };

// What an act says, or speaks against: `way` is -1 for resistance to the words, 0 where it says nothing.
typedef struct Said {
    Thing on;
    int8_t side;
    int8_t way;
} Said;

static Said said_by(const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    PointWords words = point_words(def, act);
    Said said = {.on = act->target, .side = act->side, .way = 1};
    if (words.speaks) {
        said.on = words.on;
        said.side = words.side;
    } else if (move->mechanism == POINT_RESIST) {
        said.way = -1;
    } else if (move->kind == MOVE_POINT) {
        said.way = 0;
    }
    bool frame = said.on.kind == KIND_FRAME || said.on.kind == KIND_READING;
    if (!frame && said.on.kind != KIND_CLAUSE) said.way = 0;
    if (frame && said.side == 0) said.side = 1;
    return said;
}

// 1 when the record says the same, -1 when it says the opposite, 0 when it says nothing on it or both.
static int32_t record_says(
        const Def *def, const State *believed, uint8_t actor, const Said *said) {
    int32_t sum = 0;
    for (int32_t i = 0; said->way != 0 && i < UTTERANCES_MAX; i++) {
        const Utterance *u = &believed->utterance[i];
        bool same = u->state == UTTERANCE_LIVE && u->author != actor
                    && u->kind == point_topic(said->on) && u->target == said->on.index
                    && role_reads_minutes(def, believed, actor, u->arena);
        int32_t direction = u->kind == UTTER_WORD ? u->direction : 1;
        if (same) sum += direction == said->side ? 1 : -1;
    }
    return said->way * core_clamp(sum, -1, 1);
}

static int32_t follows(
        const Def *def, const State *believed, const Persona *persona, const Act *act) {
    if (!persona->follows_minutes) return 0;
    Said said = said_by(def, act);
    return record_says(def, believed, act->actor, &said);
}

int32_t minutes_worth(
        const Def *def, const State *believed, const Persona *persona, const Act *act) {
    return FOLLOWED_WORTH * follows(def, believed, persona, act);
}

int32_t minutes_taste(
        const Def *def, const State *believed, const Persona *persona, const Act *act) {
    return FOLLOWED_TASTE * follows(def, believed, persona, act);
}
