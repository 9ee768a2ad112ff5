// rules/epilogue.h — "two years later": shocks in order, each with a test of what was won. Never: changes how the game ended.
#ifndef RULES_EPILOGUE_H
#define RULES_EPILOGUE_H
#include "rules/delta.h"
#include "rules/txn.h"

// Shocks of the engine, for packs that declare none.
typedef enum StockShock {
    SHOCK_NEW_LEADER,
    SHOCK_BUDGET_CUT,
    SHOCK_COUNTER_CAMPAIGN,
    SHOCK_PEOPLE_MOVE_ON,
    SHOCK_STOCK_COUNT
} StockShock;

typedef struct EpilogueLine {
    uint8_t shock; // index into Def.shocks, or StockShock
    bool stock, stood;
} EpilogueLine;

enum { EPILOGUE_MAX = SHOCKS_MAX };

// Runs all shocks on the State of the transaction, told as events; each reads what the one before left.
void epilogue_run(Txn *txn, Book *book);
// What epilogue_run would tell, without touching the State; returns how many lines.
int32_t epilogue_look(const Def *def, const State *state, EpilogueLine lines[EPILOGUE_MAX]);

#endif // RULES_EPILOGUE_H
