// rules/derived.h — numbers that expressions name but only the rules can work out: macro share, durability. Never: changes a State.
#ifndef RULES_DERIVED_H
#define RULES_DERIVED_H
#include "expr/expr.h"

// The table every scope of the rules carries; lives for ever.
const ExprDerived *derived_numbers(void);

#endif // RULES_DERIVED_H
