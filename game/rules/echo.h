// rules/echo.h — recorded words work again at NEWS: fading, echo, playback. Never: makes an utterance.
#ifndef RULES_ECHO_H
#define RULES_ECHO_H
#include "rules/delta.h"
#include "rules/txn.h"

// Steps 2 to 4 of NEWS.
void echo_run(Txn *txn, Book *book);

#endif // RULES_ECHO_H
