// tests/unit/rules_commands.h — steps of the tables that are commands as clients name them, and which refusals each command can get. Never: plays one.
#ifndef TESTS_RULES_COMMANDS_H
#define TESTS_RULES_COMMANDS_H
#include "rules_table.h"
#include "wire/action_read.h"

enum { REFUSALS_MAX = 14 };

// What a seat can send, and each reason it can be closed for besides those of every command: no seat,
// paused, closed, a step that is over. Acts have rows of their own, by move.
typedef struct CommandRow {
    CommandKind kind;
    VerdictCode refusals[REFUSALS_MAX];
} CommandRow;

#define ROW(id, ...)                                                                       \
    {                                                                                      \
        COMMAND_##id, { __VA_ARGS__ }                                                      \
    }
#define V(id) VERDICT_##id

// clang-format off
static const CommandRow command_rows[] = {
        ROW(TAKE_BACK, V(NO_SUCH_ACT)),
        ROW(DONE, V(WRONG_PHASE)),
        ROW(NOT_DONE, V(WRONG_PHASE)),
        ROW(CHOOSE, V(NO_CHOICE), V(BAD_ANSWER), V(CHOICE_CLOSED), V(COST_NUMBER)),
        ROW(VOTE, V(NO_VOTE), V(NOT_YOURS), V(BAD_ANSWER), V(NEED_REASON)),
        ROW(SPREAD, V(NO_VOTE), V(NOT_YOURS), V(BAD_ANSWER), V(SPREAD_MOST)),
        ROW(AMEND, V(NO_AMENDMENT), V(NOT_YOURS), V(BAD_ANSWER), V(NO_LEVEL)),
        ROW(RECORD, V(WRONG_PHASE), V(NOT_TAKER), V(WRONG_TARGET), V(NO_SLANT), V(RECORD_LINES)),
        ROW(ANSWER, V(NO_QUESTION), V(BAD_ANSWER)),
        ROW(EXPECT, V(WRONG_PHASE), V(BAD_ANSWER)),
        ROW(REFLECT, V(WRONG_PHASE), V(BAD_ANSWER)),
        ROW(CREDIT, V(WRONG_PHASE), V(NO_CHOICE), V(BAD_ANSWER), V(WRONG_TARGET), V(NOT_SUPPORTER), V(STEPPED_BACK)),
        ROW(INVITE, V(WRONG_PHASE), V(WRONG_TARGET), V(NOT_PRESENT), V(ONE_GUEST)),
        ROW(ORDER, V(WRONG_PHASE), V(NOT_CHAIR), V(ORDERED), V(WRONG_TARGET)),
        ROW(OBJECT, V(WRONG_PHASE), V(NOT_PRESENT), V(NO_ORDER), V(NOT_FOR_YOU), V(ONCE_A_ROUND), V(NEED_VOICE)),
        ROW(HAND, V(WRONG_PHASE), V(NOT_PRESENT), V(NO_ORDER), V(NO_OBJECTION), V(NOT_FOR_YOU), V(BAD_ANSWER)),
        ROW(SUM_UP, V(WRONG_PHASE), V(NOT_SUMMARY), V(SUMMED), V(WRONG_TARGET)),
        ROW(CHAIR_VOTE, V(WRONG_PHASE), V(WRONG_TARGET), V(NO_ELECTION), V(NOT_PRESENT)),
        ROW(SHOW_SIGNS, V(WRONG_PHASE), V(NOT_CHAIR), V(WRONG_TARGET), V(SHOWN)),
        ROW(ASIDE_SAY, V(WRONG_PHASE), V(ASIDE_UNKNOWN), V(BAD_ANSWER)),
        ROW(DEAL_OFFER, V(WRONG_PHASE), V(ONLY_BACKSTAGE), V(DEAL_SELF), V(DEAL_PARTIES), V(DEAL_TWICE), V(DEAL_ENDS), V(DEAL_TAKER), V(DEAL_EMPTY), V(DEAL_NO_MONEY), V(BAD_ANSWER), V(DEAL_SIZE), V(DEAL_TRUST)),
        ROW(DEAL_ACCEPT, V(ONLY_BACKSTAGE), V(DEAL_UNKNOWN), V(NOT_YOURS), V(DEAL_ACCEPTED), V(DEAL_OTHER_POOR), V(DEAL_NO_MONEY)),
        ROW(DEAL_DECLINE, V(ONLY_BACKSTAGE), V(DEAL_UNKNOWN), V(NOT_YOURS)),
        ROW(DEAL_WITHDRAW, V(ONLY_BACKSTAGE), V(DEAL_UNKNOWN), V(NOT_YOURS)),
        ROW(PROMISE_WAIVE, V(DEAL_UNKNOWN), V(NOT_YOURS), V(DEAL_WAIVED)),
        ROW(PROMISE_MARK, V(DEAL_UNKNOWN), V(NOT_YOURS), V(WRONG_TARGET), V(BAD_ANSWER)),
        ROW(CONSENT_ASK, V(WRONG_PHASE), V(NO_NEED_TO_ASK), V(ONCE_A_ROUND)),
        ROW(COALITION_PROPOSE, V(ONLY_BACKSTAGE), V(BAD_ANSWER), V(COALITION_SMALL), V(COALITION_UNKNOWN), V(COALITION_MEMBER), V(NEED_NUMBER)),
        ROW(COALITION_SAY, V(ONLY_BACKSTAGE), V(COALITION_UNKNOWN), V(BAD_ANSWER), V(COALITION_OUTSIDE)),
        ROW(COALITION_LEAVE, V(ONLY_BACKSTAGE), V(COALITION_UNKNOWN), V(COALITION_OUTSIDE)),
        ROW(COALITION_ASK, V(ONLY_BACKSTAGE), V(COALITION_UNKNOWN), V(COALITION_OUTSIDE), V(BAD_ANSWER), V(COALITION_FRAME), V(COALITION_NO_LINE)),
        ROW(COALITION_FRAME, V(ONLY_BACKSTAGE), V(COALITION_UNKNOWN), V(COALITION_OUTSIDE), V(BAD_ANSWER), V(COALITION_LEAD), V(COALITION_SET)),
        ROW(COALITION_FLAGS, V(ONLY_BACKSTAGE), V(COALITION_UNKNOWN), V(COALITION_OUTSIDE), V(BAD_ANSWER), V(COALITION_LEAD)),
        ROW(COALITION_PURSE, V(ONLY_BACKSTAGE), V(COALITION_UNKNOWN), V(COALITION_OUTSIDE), V(BAD_ANSWER)),
};
// clang-format on
#undef V
#undef ROW

// Arguments of a step: "actor=poor" is a word, "give.money=2" a number.
static inline int32_t command_pairs(char **words, int32_t count, MessagePair *pairs) {
    int32_t made = 0;
    for (int32_t i = 0; i < count; i++) {
        char *sides[2], *end = NULL;
        if (row_cut(words[i], "=", sides, 2) != 2) return -1;
        int64_t number = strtol(sides[1], &end, 10);
        bool is_number = end != sides[1] && *end == 0;
        pairs[made++] = (MessagePair){.key = sides[0],
                .number = is_number ? number : 0,
                .text = is_number ? NULL : sides[1]};
    }
    return made;
}

// "rich deal.offer actor=poor give.money=1" as the command a client would send. False when the second
// word is no act of clients.
static inline bool command_step(
        TableRow *row, const Def *def, char **words, int32_t count, TestStep *step) {
    if (count == 1
            && strcmp(words[0], "next") == 0) { // the step is closed from the console
        step->kind = PLAY_COMMAND;
        step->command = (Command){.kind = COMMAND_ADVANCE, .actor = NONE, .at_phase = NONE};
        return true;
    }
    Message message = {0};
    MessagePair pairs[ROW_WORDS_MAX];
    char where[40];
    Thing actor = def_find(def, KIND_ACTOR, words[0]);
    bool named = count > 1 && strchr(words[1], '.') && actor.index != NONE;
    if (!named) return false;
    int32_t made = command_pairs(words + 2, count - 2, pairs);
    message.act = words[1];
    message.at = "";
    message.args = (MessagePairs){pairs, made};
    step->kind = PLAY_COMMAND;
    if (made < 0 || !action_read(def, &message, actor.index, &step->command, where))
        (void)row_wrong(row, "this command cannot be read", words[1]);
    return true;
}

#endif // TESTS_RULES_COMMANDS_H
