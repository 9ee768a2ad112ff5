// wire/deal_json.h — the text of a deal as the journal keeps it, and back. Never: whether it may be offered (rules/gate_deal.c).
#ifndef WIRE_DEAL_JSON_H
#define WIRE_DEAL_JSON_H
#include "model/deal.h"
#include "wire/numbers.h"

// "pact":[…]
void deal_json_write(const Deal *deal, Buffer *out);
// The deal of an event or command, in this form or the one for two that older records have; false when it is
// damaged, or there where none is allowed.
bool deal_json_read(const json_t *object, bool allowed, Deal *deal);

#endif // WIRE_DEAL_JSON_H
