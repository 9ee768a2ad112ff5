// rules/role.h — the roles of a meeting: what they are, who holds them, whom the arena's rule makes chair. Never: a bid.
#ifndef RULES_ROLE_H
#define RULES_ROLE_H
#include "rules/txn.h"

typedef enum RoleKind {
    ROLE_NONE,
    ROLE_CHAIR,
    ROLE_MINUTES,
    ROLE_PEN,
    ROLE_SUMMARY
} RoleKind;

// Which role a point of power is about, by the rights it gives.
RoleKind role_of(const Move *move);
// The point that gives the role, as an index into Def.moves; -1 where the pack has none.
int32_t role_move(const Def *def, RoleKind role);
// Who holds the role in the meeting that is open; NONE.
uint8_t role_holder(const State *state, RoleKind role);
// Who has one of the chair's rights in the meeting that is open; NONE where nobody has. Even votes of
// a meeting go the way of who may break them (MAY_BREAK_TIE).
uint8_t role_with_right(const Def *def, const State *state, uint8_t right);
// Who chairs the arena by its rule in this round. A lot is drawn only when the meeting opens: NONE.
uint8_t role_chair_of(const Def *def, const State *state, uint8_t arena);
// The same when the meeting opens: draws the lot.
uint8_t role_take_chair(Txn *txn, uint8_t arena);
// Actors that hold a place in the arena.
uint16_t role_members(const Def *def, const State *state, uint8_t arena);
// Minutes of an arena reach its members, those of every arena it feeds, and everybody if it is transparent.
bool role_reads_minutes(const Def *def, const State *state, uint8_t actor, uint8_t arena);
// The round-th of a set of actors, taking turns in pack order; NONE of nobody.
uint8_t role_in_turn(uint16_t actors, int32_t round);

#endif // RULES_ROLE_H
