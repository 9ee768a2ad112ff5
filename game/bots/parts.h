// bots/parts.h — what the files of this room share. Never: included from outside bots/.
#ifndef BOTS_PARTS_H
#define BOTS_PARTS_H
#include "bots/bot.h"
#include "rules/txn.h"

// State as the seat may know it (rules/fold_forget.c): unknown stances -20, bands as their middle, no plans and
// secrets of others.
void belief_make(const Def *def, const State *state, uint8_t actor, State *out);
// 0..1000: how likely an arena is to pass the text on the table.
int32_t belief_chance(const Def *def, const State *believed, uint8_t actor, uint8_t arena);
// S of a decider for the text on the table, tenths, as the seat may estimate it.
int32_t belief_of(const Def *def, const State *believed, uint8_t actor, uint8_t decider);
// Weight of yes that passes in an arena whose deciders weigh total.
int32_t belief_needed(const Def *def, const State *believed, uint8_t arena, int32_t total);
// The arena that decides most for this actor: the first that decides; NONE without.
uint8_t belief_arena(const Def *def);

// score.c
const Persona *score_persona(const Def *def, uint8_t actor, BotKind kind);
// Substance 0..100 of a text for an actor.
int32_t score_substance(const Def *def, uint8_t actor, const uint8_t levels[CLAUSES_MAX]);
// All terms of U, each weighted; returns the sum. terms has TERM_AUDIENCE + AUDIENCES_MAX places.
// believed is written while it looks and is as before when it returns.
int32_t score_terms(const Def *def, State *believed, uint8_t actor, const Persona *persona,
        int32_t *terms);
// What it brings the seat if the text on the table passes rather than not; below 0: it harms.
int32_t score_gain(const Def *def, State *believed, uint8_t actor, const Persona *persona);

// The way to carry something out on desk->tried; the events of the trial before are forgotten.
Txn bot_trial(BotDesk *desk, const Def *def);

// The steps.
// act.c: the two terms that gained most; noise of a persona.
void act_reasons(const int32_t *before, const int32_t *after, BotWhy *why);
int32_t act_noise(Bot *bot, const Persona *persona);
// One act alone, carried out on desk->tried.
void act_alone(BotDesk *desk, const Def *def, const Act *act);
// Worth of what the seat would know or hold for later rounds in desk->tried.
int32_t act_stock(const BotDesk *desk, const Def *def, uint8_t actor);
bool act_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why); // act.c
bool meet_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why);                                                        // meet.c
bool random_act(Bot *bot, const Def *def, const State *state, Command *out); // random.c
bool random_point(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
bool talk_next(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        Command *out); // talk.c
// -100..100: how alike two actors' wishes are, by clauses both care for.
int32_t talk_likeness(const Def *def, uint8_t a, uint8_t b);
// vote.c: a vote for an own decider that differs from how it feels
bool vote_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
// amend_bot.c: one step of a text that found no consent
bool amend_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
// budget_bot.c: points of own deciders over what the money of a budget can go to
bool budget_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
bool choice_next(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        Command *out); // choice_bot.c
// reformer.c
bool reformer_act(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
bool reformer_point(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
bool reformer_talk(Bot *bot, const Def *def, const State *state, Command *out);
// random.c: which way the actor wants a clause to go;
// does a frame leave room for what it wants.
int32_t wants_direction(const Def *def, const State *state, uint8_t actor, uint8_t clause);
bool wants_frame(const Def *def, uint8_t actor, uint8_t frame);

#endif // BOTS_PARTS_H
